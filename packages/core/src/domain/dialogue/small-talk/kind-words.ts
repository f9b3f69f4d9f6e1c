import type { BotReply } from '../../conversation/bot-commands.ts';
import { BUILT_IN } from '../../faq.ts';
import { smallTalk } from './small-talk.ts';
import type { Turn } from '../turn.ts';

/** Longer messages say more than that. UTF-16 units. */
const LONGEST = 70;
const BEFORE =
  '(?:(?:wow|ok(?:ay)?|oh|ah|omg|haha+|lol|great|cool|nice|thanks|thank you|thx|ty|well|yes|yay|aw+|perfect|good|brilliant|amazing|awesome|lovely) )*';
const BEHIND =
  '(?: (?:haha+|lol|mate|man|bot|thanks|thank you|thx|bro|dude|really|honestly|tbh|xx?|for (?:your|the) help))*';
const STAR =
  '(?:genius|legend|star|super ?star|rock ?star|gem|hero|angel|life ?saver|treasure|champ(?:ion)?|wizard|sweetheart|darling|dear|beauty|boss|goat)';
const FINE =
  '(?:brilliant|amazing|awesome|fantastic|fab(?:ulous)?|wonderful|incredible|excellent|superb|marvellous|the (?:best|bomb)|so (?:good|kind|sweet|nice|clever|smart|cute|quick|fast))';
const PRAISE = new RegExp(
  `^${BEFORE}(?:(?:you|u|ya)(?: guys| all)?(?:'?re| are| r)? (?:(?:such|really|truly|absolutely|just|simply|all) )*(?:(?:an?|my|the|real|total|absolute|little) )*(?:${STAR}|${FINE})|(?:you|u) (?:totally |absolutely )?(?:rock|rule)|(?:what )?an? (?:real |total |absolute )?${STAR})${BEHIND}$` +
    '|^(?:哇|哈+|谢谢|好的|太|[ ，,])*[你您]?(?:真是?|太|好|简直是|可真)*(?:个|一个)?(?:天才|牛[啊呀逼批]?|给力|贴心|救星|救命恩人|靠谱|暖心)了?[啊呀哦哈！!]*$|^6{3,}$',
);
const FAREWELL = new RegExp(
  `^${BEFORE}(?:(?:i )?(?:got ?ta|have to) (?:go|run)(?: now)?|gtg|see (?:you|ya|u)(?: (?:later|soon|around|then|next time))?|cya|ttyl|laters?|cheerio|ta-?ta|toodles?|so long|have a (?:good|great|nice|lovely) (?:one|day|evening|night|weekend|week))(?: (?:then|bye|now|mate|thanks|thank you))*$`,
);
/** "Hiya! Hope you're having a nice day" is no goodbye. */
const WISH =
  /^(?:(?:hi|hiya|hello|hey|good (?:morning|day|afternoon|evening))(?: there| all| team| guys)? ?[!.;:-]* ?)*(?:i )?(?:hope|trust) (?:(?:you|u|ya)(?:'?re| are| r|'?ve| had| have)?|you all|y'?all|your? (?:day|week|morning|evening)(?:'s| is)?|everything(?:'s| is)?|all(?:'s| is)?) (?:\w+ ){0,3}(?:well|good|fine|ok(?:ay)?|great|nice|lovely|day|week|morning|afternoon|evening|weekend)(?: (?:so far|today|there|too))*$/;
/** The quick question. */
const MAY_BE =
  /\b(?:you|u|ya|y'?all|an?|hope|trust|cya|gtg|ttyl|laters?|cheerio|ta-?ta|toodles?|gott?a|so long)\b|天才|牛|给力|贴心|救|靠谱|暖心|666/i;

/** "You are a genius", "see ya", "hope you're well": fixed expressions that a model which learned few of them takes for something else. */
export function kindWords(turn: Turn): BotReply | null {
  const { text, pressed } = turn.input;
  if (pressed !== undefined || text.length > LONGEST || !MAY_BE.test(text) || /[?？]/.test(text)) return null;
  const plain = turn.plain.replace(/\s*[!.;:…–-]+\s+/g, ' ').replace(/[^\p{L}\p{N}]+$/u, '');
  const intent = PRAISE.test(plain)
    ? BUILT_IN.compliment
    : FAREWELL.test(plain)
      ? BUILT_IN.goodbye
      : WISH.test(plain)
        ? BUILT_IN.greeting
        : null;
  return intent === null ? null : smallTalk(turn, intent, [{ intent, confidence: 1 }]);
}
