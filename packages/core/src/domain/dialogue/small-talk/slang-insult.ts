import type { BotReply } from '../../conversation/bot-commands.ts';
import { insulted } from './small-talk.ts';
import type { Turn } from '../turn.ts';

/** Longer messages say more than that. UTF-16 units. */
const LONGEST = 80;
const BEFORE = '(?:(?:lol|lmao|smh|omg|wow|ok|well|yo|hey|bro|man|and|but|so|honestly|seriously) )*';
const BEHIND = '(?: (?:af|lol|lmao|tbh|smh|man|bro|seriously|honestly|all of you|ever))*';
const YOU =
  "(?:u|you|ya|y'?all|ur|you'?re|they|they'?re|these)(?: (?:guys|people|lot|all|folks|r|are|re|really|just|literally|nothing but|an?|such|so|the|total|complete|absolute|big|bunch of|load of|pack of|damn|freaking|f[u*]*c?k(?:ing?|in)))*";
const NAMES =
  '(?:scammers?|crooks?|thieves|thief|robbers|liars?|clowns?|con ?artists?|cheats?|cheaters?|cheapskates?|swindlers?|frauds?|fraudsters?|criminals?|jokers?|idiots?|morons?|losers?|bastards?|scum|dumb|trash|garbage|rubbish|crap|shady|crooked|disgusting)';
const PLACE = '(?:company|shop|store|business|service|support|site|website|app|bot|clinic|school|place|people)';
/** The quick question, of the text as it was written: each of the expressions has one of these. */
const MAY_BE =
  /\b(?:scam|crook|thie[fv]|robber|liar|clown|con ?artist|cheat|cheap|swindl|fraud|criminal|joker|idiot|moron|loser|bastard|scum|dumb|trash|garbage|rubbish|crap|shady|disgust|bs\b|sucks?\b|stinks?\b|bull|bollocks|shit|stfu|gtfo|f[u*c ]|wrong with|sb|s b|nmsl|cnm|tmd)|sb|nmsl|cnm|tmd|[傻骗騙奸无無流渣废廢脸臉恶惡病]/i;
/** Fixed expressions, as they are typed. What a model learns of insults are whole words in whole sentences. */
const ENGLISH = new RegExp(
  `^${BEFORE}(?:${YOU} ${NAMES}|(?:what )?(?:an? |such )*(?:bunch|pack|load) of ${NAMES}|(?:fucking? )?${NAMES}|(?:${NAMES}|shit|shitty|crappy|bs) ${PLACE}|(?:this|that|it|what an?)(?:'?s| is)?(?: (?:such|total|complete|utter|a load of|all))* (?:bs|bull|bullcrap|bollocks|crap|garbage|trash|rubbish)|(?:this|your|ur|the)(?: (?:stupid|whole|damn|fucking))* ${PLACE}(?: (?:just|really|totally|so|fucking))* (?:sucks?|stinks?|is ${NAMES})|stfu|gtfo|f(?:[*]+|uck)? ?(?:u|you|off|this|ya)|go f[u*]*c?k? (?:yo)?urself|(?:wtf|what(?: the (?:hell|heck|fuck))?) is wrong with (?:u|you|you people|you guys))${BEHIND}$`,
);
const CHINESE =
  /^(?:(?:你们?|这|真|真是|就是|全是|都是|什么|一群|一帮|死|大|个) ?)*(?:sb|s b|nmsl|cnm|tmd|傻[叉xX逼比缺屌]|骗子|奸商|无赖|流氓|人渣|废物|不要脸|恶心|有病|有毛病|神经病)(?:吧|啊|了|呀|公司|商家|店|一样)*$/iu;

/** Thanks and praise that mean the contrary, whatever a model makes of their words. */
const MAY_BE_SARCASM =
  /\bfor (?:nothing|wasting|no help|not help)|slow clap|fat lot|\bhelp (?:you|that|this) (?:are|were|was|is)\b|\b(?:great|wonderful|brilliant|fantastic|lovely|awesome)\W+(?:a|another|just a|just another|so it['’]?s a)\b.*\b(?:ro)?bot|呵呵|[谢謝].*(?:什么都|啥都|[没沒]用|[没沒][帮幫])|真行|真有你的|白[问問]/i;
const SARCASM = new RegExp(
  '^(?:(?:oh|ok|well|wow|right|yeah|so|and|great|cool|nice) )*(?:' +
    '(?:thanks|thank you|thx|ty|cheers)(?: you)?(?: so much| very much| a lot| a bunch| again)* for (?:nothing|wasting (?:my|our) (?:time|day)|no help|not help(?:ing)?)(?: at all)?' +
    '|(?:what )?(?:an? )?(?:big|great|huge|real|fat lot of) (?:help|use|good)(?: (?:you|that|this) (?:are|were|was|is))(?: .{0,20})?' +
    "|(?:great|wonderful|brilliant|fantastic|lovely|awesome) (?:(?:so )?(?:just )?(?:a|another|it'?s a) )?(?:stupid |useless |dumb )?(?:chat ?)?(?:ro)?bots?\\b.{0,60}" +
    ')(?:[ .!…]*slow clap)?$|^.{0,60}\\bslow clap$',
);
const SARCASM_ZH =
  /^(?:呵呵+|(?:真是?|可真?|那真是?)?(?:谢谢|感谢)(?:你们?|您)?(?:了)? ?(?:什么都|啥都|一点都?)?(?:没帮上?忙?|没解决|没有?用|不知道)(?:的?回答)?了?|(?:你们?|您)?(?:可)?真(?:行|有你的)(?:啊|呀|了)?|(?:又|都|算是?)?白问了?)(?:[ 。！~～]*呵呵+)?$/u;

const MAY_BE_OF_BOT =
  /\b(?:useless|worthless|stupid|dumb|pathetic|hopeless|brainless|braindead|idiotic|piece of|junk)\b|机器人|機器人|智障|ai\b/i;
const POOR =
  '(?:(?:fucking |damn |bloody |such an? |an? |so |total |absolutely )*(?:useless|worthless|stupid|dumb|pathetic|hopeless|brainless|braindead|idiotic) ?)+';
const MACHINE =
  '(?:(?:chat ?)?bots?|robots?|machines?|computers?|programs?|software|ai|thing|(?:piece|pile|load) of (?:junk|crap|shit|garbage|trash|rubbish|metal|code))';
const OF_BOT = new RegExp(
  `^${BEFORE}(?:(?:(?:you|u|ur|what|this)(?:'?re| are| r| is)? )?(?:${POOR}${MACHINE}|an? ${MACHINE})|(?:you|u)(?:'?re| are| r)? ${POOR}(?:idiot|moron|fool)?)${BEHIND}$` +
    '|^(?:你|您|真是|就是|这|这个|一个|什么|个)*(?:(?:没用|无用|垃圾|破|傻|笨|智障|弱智|脑残|蠢)的?(?:机器人|人工智能|ai|客服机器人)|人工智障|智障)(?:吧|啊|了|呀)*$',
  'i',
);

/** "You useless piece of junk": said of the bot, it is no complaint about the business, which would be promised an answer. */
export function insultOfBot(turn: Turn): BotReply | null {
  const { text, pressed } = turn.input;
  if (pressed !== undefined || text.length > LONGEST || !MAY_BE_OF_BOT.test(text)) return null;
  return OF_BOT.test(turn.plain) ? insulted(turn, turn.guesses) : null;
}

/** What the business is called, rather than who talks here: something went wrong. */
const ACCUSES = /scam|crook|thie|robber|liar|con ?artist|cheat|swindl|fraud|criminal|骗|奸商|黑心/;

/** "u guys r clowns", "this is bs", sb: it is answered as calmly as an insult that was learned, and a person is offered. */
export function slangInsult(turn: Turn): BotReply | null {
  const { text, pressed } = turn.input;
  if (pressed !== undefined || text.length > LONGEST) return null;
  if (MAY_BE_SARCASM.test(text) && (SARCASM.test(turn.plain) || SARCASM_ZH.test(turn.plain))) return insulted(turn, []);
  if (!MAY_BE.test(text)) return null;
  const { plain } = turn;
  return ENGLISH.test(plain) || CHINESE.test(plain)
    ? insulted(turn, [], ACCUSES.test(plain) ? turn.texts.annoyed : turn.texts.insulted)
    : null;
}
