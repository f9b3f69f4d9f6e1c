import type { BotReply } from '../../conversation/bot-commands.ts';
import type { Locale } from '../../locale.ts';
import { isSmallTalk } from '../small-talk/small-talk.ts';
import { botTexts } from '../texts/voiced-texts.ts';
import { say } from '../turn.ts';
import type { Turn } from '../turn.ts';
import { OTHER_LANGUAGES } from './words-of-other-languages.ts';

/** Longer messages ask more than that. UTF-16 units. */
const LONGEST = 60;
const OTHERS =
  'german|french|spanish|italian|turkish|russian|japanese|korean|portuguese|polish|arabic|dutch|ukrainian|vietnamese|hindi|cantonese|other languages?';
const LANGUAGE = `(?:english|chinese|mandarin|${OTHERS})`;
const BEFORE = '(?:(?:hi|hello|hey|sorry|ok(?:ay)?|and|but|um+|please|excuse me) )*';
const ENGLISH = new RegExp(
  `^${BEFORE}(?:(?:do|can|could|does|would) (?:you|u|ya|anyone|anybody|someone|somebody|this bot)(?: guys| all| also| even)? (?:speak|understand|know|write|talk|chat|reply|answer|read)(?: to me| with me)?(?: in)?(?: any)?|(?:can|could|may) (?:i|we) (?:write|speak|talk|chat|ask|type)(?: to you| with you| this| here)?(?: in)?|(?:speak|write|answer|reply|talk)(?: in)?|in|(?:is there|do you have) (?:anyone|somebody|someone) who speaks) ${LANGUAGE}(?: (?:please|pls|here|too|as well|instead|possible|ok))*$` +
    `|^${BEFORE}${LANGUAGE} (?:please|pls|possible|ok)$|^${BEFORE}(?:which|what) languages? (?:do|can) (?:you|u) (?:speak|understand)$`,
);
const ZH_LANGUAGE = '(?:中文|英文|英语|汉语|普通话|国语|粤语|德语|法语|日语|韩语|俄语|西班牙语|别的语言|其他语言)';
const CHINESE = new RegExp(
  `^(?:你好|您好|hello|hi|请问|那|这里|麻烦|[你您]们?|是否|[ ])*(?:会不会|能不能|可不可以|会|能|可以|懂|支持|请|用|讲|说)+(?:说|讲|用|听|看|打|写|聊|回复|回答)*懂?${ZH_LANGUAGE}(?:说|聊|交流|沟通|回答|回复|提问|问|客服|服务)*(?:可以|行|好)?(?:吗|么|嘛|不|吧)?$` +
    `|^${ZH_LANGUAGE}(?:可以|行|懂|会|能聊)(?:吗|么|嘛|不)?$|^[你您]们?(?:会|懂|支持)(?:说|讲)?(?:哪些|什么|几种)语言$`,
);
/** The quick question. */
const MAY_BE = new RegExp(`languages?|语言|語言|${ZH_LANGUAGE}|英語|漢語|國語|${LANGUAGE}`, 'i');
const NAMES: readonly (readonly [Locale, RegExp])[] = [
  ['en', /english|英文|英语/],
  ['zh', /chinese|mandarin|中文|汉语|普通话|国语/],
];

/** "Do you speak English?", 可以说中文吗: yes, in the language that is asked for; and which ones, where it is another. An FAQ of the site's about that comes first. */
export function askedLanguage(turn: Turn): BotReply | null {
  const { text, pressed, form, locale, locales, voice } = turn.input;
  if (pressed !== undefined || form || text.length > LONGEST || !MAY_BE.test(text)) return null;
  const { plain } = turn;
  if (!ENGLISH.test(plain) && !CHINESE.test(plain)) return null;
  const { sure } = turn;
  if (sure !== null && !isSmallTalk(sure.intent)) return null;
  const wanted = NAMES.find(([of, names]) => locales.includes(of) && names.test(plain))?.[0] ?? locale;
  const words = OTHER_LANGUAGES[wanted];
  if (words === undefined) return null;
  const spoken = [wanted, ...locales.filter((each) => each !== wanted)].map((each) => words.names[each]);
  const said = botTexts(voice, wanted).languages(spoken.join(wanted === 'zh' ? '或' : ' or '));
  return { ...say(said, { kind: 'small_talk', guesses: turn.guesses }), unsureStreak: turn.input.unsureStreak };
}
