import type { Locale } from '../locale.ts';

const YOU = '(?:you|u|ya)';
const SOON = '(?: (?:please|pls|just|maybe|kindly|quickly))*';
const QUICK =
  '(?:quick|quickly|short|small|little|simple|silly|stupid|dumb|general|last|final|next|further|more|other)';

/** Words that only say that a question comes, as the source of a regular expression: "can you tell me", "I have another question", 想咨询一下. */
export const QUESTION_OPENERS: Readonly<Record<Locale, string>> = {
  en: [
    // "Sorry if this is a stupid question, but …"
    `(?:(?:i'?m|i am) )?(?:so )?sorry(?: (?:to (?:ask|bother|disturb)|for (?:asking|bothering|disturbing|the (?:bother|disturbance|question)))(?: ${YOU})?(?: again)?| if (?:this|it)(?:'s| is) an? ${QUICK} (?:question|one))?(?:,? but)?`,
    `excuse me`,
    `(?:(?:i|we)(?:'ve| have)?(?: got| have)?${SOON} )?(?:(?:just|only) )?(?:an?|one|another|my|the|here(?:'s| is)(?: my| a| the)?)(?: ${QUICK})* (?:question|query|inquiry|thing|one)(?: for ${YOU})?(?: is| was)?(?!\\s?(?:about|on|regarding|concerning|of|to|with|from))`,
    `(?:(?:${QUICK}) )+(?:question|query|one|q)(?!\\s?(?:about|on|regarding|concerning))`,
    `(?:i|we)(?:'d| would|'m| am|'ve)?(?: just| only| really| also)*(?: (?:want(?:ed)?|need(?:ed)?|like|love|wish(?:ed)?|writing|here))+ to (?:know|ask|find out|check|inquire|enquire|be sure)(?: ${YOU})?(?: something| a question)?`,
    `(?:just |only )?(?:want(?:ed)?|need(?:ed)?|writing|trying|here) to (?:know|ask|find out|check|inquire|enquire)(?: ${YOU})?(?: something| a question)?`,
    `(?:(?:i|we)(?:'m| am| was| were)? )?(?:just |only )?(?:wonder|wondering|curious|asking myself)`,
    `(?:please |pls )?(?:can|could|would|will) ${YOU}${SOON} (?:tell|advise|inform|explain to) me`,
    `(?:can|could|may) i${SOON} ask(?: ${YOU})?(?: something| a question)?`,
    `(?:please |pls )?tell me`,
    `(?:do|does) (?:${YOU}|any ?one|any ?body)(?: here)?(?: happen to)? know(?=$|[\\s,:]+(?:if|whether|how|what|when|where|which|who|why)\\b)`,
  ].join('|'),
  zh: [
    '(?:我|就|只|是|还|再|想|要|先|来|麻烦|可以|能)*(?:请问|请教|咨询|询问|问|了解|打听)(?:一?下子?|一[句声个]|[个件]事|[一]?个(?:小)?问题|你们|您|你)+(?:哈|吧|啊|呀|吗)?',
    '(?:我|就|只|是|还|再|也|很)*(?:请问|(?:想|要)(?:问|请问|请教|咨询|了解|知道|打听))(?:一?下|一[句声]|个(?:小)?问题|你们|您|你|哈|吧|啊|呀)*',
    '冒昧(?:地)?(?:问|请教)(?:一?[句下]|您|你)*',
    '(?:我|这里|这边|还|又|再|另外|最后|也)*有(?:一|几)?个(?:小|疑|别的|其他)?(?:问题|疑问)(?:想问|要问|请教|咨询)?(?:一?下|您|你|你们)*',
    '(?:还有|另外|最后|下)?(?:一|两)?个(?:小)?问题',
    '(?:能不能|能否|能|可以|可否|麻烦|请|劳烦)*(?:您|你|你们)?(?:告诉|告知)(?:我|一?下)+',
    '(?:请问)?(?:有没有|有)?(?:人|谁)知道',
    '麻烦(?:问|您|你)(?:一?下)?',
    '(?:打扰|打搅|麻烦)(?:一?下|您|你|了|啦)+',
    '不好意思|抱歉|对不起',
  ].join('|'),
};

const GREETING: Readonly<Record<Locale, string>> = {
  en: '(?:hi|hello|hey|ok|okay|so|and|but)(?: there| again)?',
  zh: '你好|您好|嗨|亲|那|好的|嗯',
};
const MARKS = '[\\s,.!?:;…。，！？：；、~～-]';
/** Apologies alone announce nothing. */
const APOLOGY = /^(?:(?:i'?m|i am) )?(?:so )?sorry|^excuse me|^(?:打扰|打搅|麻烦|不好意思|抱歉|对不起)/;

const ANNOUNCES: Readonly<Record<Locale, RegExp>> = {
  en: new RegExp(`^(?:(?:${GREETING.en})${MARKS}+)?(?:(?:${QUESTION_OPENERS.en})${MARKS}*)+$`, 'u'),
  zh: new RegExp(`^(?:(?:${GREETING.zh})${MARKS}*)?(?:(?:${QUESTION_OPENERS.zh})${MARKS}*)+$`, 'u'),
};
/** Stands in each of the openers, and in few other words. */
const MAY_ANNOUNCE =
  /\b(?:sorry|excuse|quer|quick q|question|inquir|enquir|thing|one\b|know|ask|find out|check|be sure|wonder|curious|tell|advise|inform|explain)|[问問教咨諮询詢解听聽知告扰擾搅攪烦煩歉]|不好意思|[对對]不起/i;
/** UTF-16 units. */
const LONGEST = 60;

/** The quick question about a text as it was written: nearly none has a word that an opener needs. */
export function mayAnnounce(text: string): boolean {
  return MAY_ANNOUNCE.test(text);
}

/** Whether a text says that there is a question, and not yet which. */
export function announcesQuestion(plain: string): boolean {
  if (plain.length > LONGEST || APOLOGY.test(plain)) return false;
  return ANNOUNCES[/\p{Script=Han}/u.test(plain) ? 'zh' : 'en'].test(plain);
}
