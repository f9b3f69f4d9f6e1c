import type { BotReply } from '../../conversation/bot-commands.ts';
import { simplify } from '../../words/simplify.ts';
import { callsOffIn, declinesPersonIn, mayCallOff } from '../../words/withdraws.ts';
import { ticketTexts } from '../../ticket/ticket-words.ts';
import { textsOf } from '../requests/form-reply.ts';
import { declined } from '../person/person.ts';
import { say } from '../turn.ts';
import type { Turn } from '../turn.ts';

const YES =
  /^(?:yes|yeah|yep|yup|ye|sure|k|kk|alright|right|correct|fine|great|ok(?:ay)?|cool|nice|awesome|sweet|lovely|perfect|noted|understood|gotcha|got it|i see|fair enough|makes sense|good to know|mhm+|uh-?huh|嗯+|哦+|噢|好|好的|好[滴哒嘞咧哦噢]|ok滴|okk+|好吧|好啊|行|行吧|可以|是|是的|对|对的|没错|明白了?|知道了|了解了?|收到|懂了|清楚了|原来如此)$/i;
/** "Hm": they think, and ask nothing yet. */
const THINKS = /^(?:h+m+|u+m+|e+r+m*|呃+|额+)$/i;
const AGREES = /^(?:yes|yeah|yep|yup|ye|sure|right|correct|是|是的|对|对的|没错)$/i;
const NO =
  /^(?:no|nope|nah|never ?mind|nvm|forget (?:it|that)|不|不是|不要|没有|没有了|没了|(?:(?:哦|噢|额|呃|唉|哎|嗯|那|还是|就)*(?:算了?吧?|不用了?|不需要了?|不必了?|没事了?)[\s,，]*)+)$/i;
/** "No that's all, thank you", 没有了谢谢. */
const NOTHING_MORE =
  /^(?:(?:no|nope|nah|ok(?:ay)?|great|good|perfect|cool)[\s,]+)*(?:(?:that['’]?s|that is|thats|this is) (?:all|it|everything)|nothing (?:else|more)|(?:i['’]?m|im|i am|we['’]?re) (?:all )?(?:good|done|set|fine))(?: (?:for now|for today|now|then|i (?:needed|wanted|need)))*[\s,.!]*(?:thanks?|thank you|thx|cheers|bye|so much|very much|a lot|[\s,.!])*$|^(?:好的?|没有?了?|不用了|暂时)*[\s,，]*(?:没有?(?:别的|其他的?|问题)了?|就(?:这样|这些)(?:吧|了)?|没了)[\s,，]*(?:谢谢(?:你|您)?|多谢|再见)*$/iu;
const SEND = /^(?:(?:yes|ok|please)[, ]+)*(?:send|submit)(?: it)?(?: (?:now|please))?$|^(?:发送|提交|发吧|提交吧)$/i;
/** "I'll order then", 那我下单了: nothing is asked. */
const BUYS =
  /^(?:(?:ok|okay|alright|great|cool|fine|good|perfect|then|so|well|thanks|thank you) )*(?:i'?ll|ill|i will|i'?m going to|im gonna|let me) (?:just )?(?:order|buy|take|get|go for)(?: (?:it|one|them|that|now|then|online))*$|^(?:(?:好的?|行|那就?|嗯+) ?)*我?(?:这就|就|现在|马上|先)?去?(?:下单|买|拍下?|入手)(?:了|啦|吧)+$/i;
/** "Haha ok", 哈哈好吧. */
const LAUGHS =
  /^(?:(?:ha){2,}h?|(?:he){2,}|lol|lmao|哈+|嘿嘿+|嘻嘻+)[\s,，.!！~～]+|^(?:哈{2,}|嘿嘿+|嘻嘻+)(?=\p{Script=Han})/iu;
const LONGEST = 48;
/** The quick question: somebody is named whom nobody need call. */
const PERSON = /human|person|agent|operator|owner|rep|staff|some|any|body|one|[人服店老]/i;

/**
 * "Yes", "好", "send" to nothing in particular: no question that the bot failed to understand, so the streak stands. Who says "send"
 * after a request was sent hears that it is there.
 */
export function bareNod(turn: Turn): BotReply | null {
  const { text, pressed, form, ticket, unsureStreak, voice, locale, ownerName } = turn.input;
  // What was just offered is another thing: a mere yes to several questions chooses none.
  const isOffered = (turn.context?.offered.length ?? 0) > 0;
  if (pressed !== undefined || form) return null;
  if ((mayCallOff(text) && callsOffIn(turn.plain)) || (PERSON.test(text) && declinesPersonIn(turn.plain)))
    return { ...declined(turn), unsureStreak };
  if (isOffered || text.length > LONGEST) return null;
  const word = simplify(text)
    .replace(LAUGHS, '')
    .replace(/[\s.,!。，！~～]+$/u, '')
    .trim();
  if (ticket !== null && SEND.test(word)) {
    return say(ticketTexts(voice, locale).isHere(ticket, ownerName), { kind: 'ticket', guesses: [] });
  }
  // Nothing is asked by it, however near it is to sending a parcel.
  if (SEND.test(word)) {
    return { ...say(textsOf(turn).nothingOpen, { kind: 'form', guesses: [] }), unsureStreak };
  }
  if (BUYS.test(word)) return { ...say(turn.texts.thanks, { kind: 'small_talk', guesses: [] }), unsureStreak };
  if (NO.test(word) || NOTHING_MORE.test(word)) return { ...declined(turn), unsureStreak };
  if (THINKS.test(word)) return { ...say(turn.texts.askBack, { kind: 'small_talk', guesses: [] }), unsureStreak };
  if (!YES.test(word)) return null;
  // Who says yes to nothing has something to say; who says fine has been told something.
  const isAfterSomething = AGREES.test(word) ? false : ticket !== null || (turn.context?.intents.length ?? 0) > 0;
  const reply = say(isAfterSomething ? turn.texts.thanks : turn.texts.askBack, { kind: 'small_talk', guesses: [] });
  return { ...reply, unsureStreak };
}
