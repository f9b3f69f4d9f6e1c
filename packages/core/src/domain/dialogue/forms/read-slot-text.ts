import type { Slot } from './form.ts';
import { looksLikeQuestion } from '../../words/asks.ts';
import { plainWords } from '../../words/plain-words.ts';
import { isNobody } from './nobodys-name.ts';
import { namesOnly } from './only-names.ts';
import { readSpelledEmail } from './spelled-email.ts';
import { NOT_THE_FORM, said } from './slot-reading.ts';
import type { Answer, SlotReading } from './slot-reading.ts';

/** People who say their name beside other things say so. */
const NAME =
  /\b(?:my (?:full )?name(?: is|'s)|name:|call me)\s+(\p{L}[\p{L}'’.-]*(?: \p{L}[\p{L}'’.-]*){0,3}?)(?=\s*(?:$|[,;，；。!！\n]|\.(?:\s|$)|\b(?:and|my|phone|mail|e-?mail|born|tel)\b))|(?:我叫|(?:我的)?(?:名字|姓名)(?:是|叫|[:：])\s*)(\p{Script=Han}{2,4}(?:·\p{Script=Han}{1,8})?|\p{L}[\p{L} ]{1,40}?)(?=\s*(?:$|[,，;；。.!！\n]|电话|手机|邮箱))/iu;

/** The name alone of "I'm Ana Lopez", which says it only to whoever asked for a name. */
function nameIn(words: string): string | null {
  const reading = nameSaid(words);
  if (reading !== null && 'value' in reading) return reading.value.value;
  return (
    /^(?:i'?m|i am|it'?s|this is|(?:the |her |his )?name(?:'s| is| was|:)|我是|叫|名字是)\s*(\p{L}[\p{L}'’.-]*(?: \p{L}[\p{L}'’.-]*){0,3})$/iu
      .exec(words.replace(/[.。!！]$/u, ''))?.[1]
      ?.trim() ?? null
  );
}

/** "My name is Ana Lopez", whatever was asked for. Null: no name is said. */
export function nameSaid(words: string): SlotReading | null {
  const [, latin, han] = NAME.exec(words) ?? [];
  const name = latin ?? han;
  return name === undefined ? null : said(name.trim());
}

/** "Um, my name is Ana Lopez and my mail is ana at mail dot example": it answers what else will be asked. */
function tellsOnlyWho(text: string): boolean {
  const said = NAME.exec(text)?.[0];
  if (said === undefined) return false;
  const rest = text.replace(said, ' ').replace(HESITATES, ' ');
  const email = readSpelledEmail(rest);
  return !/[\p{L}\p{N}]/u.test(rest) || (email !== null && namesOnly(withEmail(rest, email), [email]));
}

const HESITATES = /\b(?:hi|hello|uh+|um+|er+|so|well|ok(?:ay)?|yes|yeah|hey|and)\b|你好|您好|嗯+|那/giu;

/** With the address as it is meant. */
function withEmail(text: string, email: string): string {
  const [name = ''] = email.split('@');
  const at = text.indexOf(name);
  const end = /\.?[a-z]{2,24}\s*[.!]*\s*$/i.exec(text);
  return at === -1 || end === null ? text : `${text.slice(0, at)} ${email}`;
}

/** Answers to a question of yes or no: nobody is called so, and "yes" alone tells nothing. */
export const BARE_YES =
  /^(?:(?:yes|yeah|yep|yup|y|ok(?:ay)?|sure|send(?: it)?|submit)(?: (?:please|pls|thanks|thank you|sure))*|是的?|对的?|好的?|嗯+|行|发送|提交|确认)$/;
const BARE_NO = /^(?:no|nope|nah|n|不|不是|不要)$/;

/** "OK book it", 帮我约上. */
const ORDERS_SOMETHING =
  /^(?:ok|okay|yes|yeah|sure|please|alright|great|perfect)\s|\b(?:book|send|do|confirm|reserve|make|take|cancel) (?:it|that|this|me|one)\b|^(?:好的?|行|那就?|请|帮我|给我|麻烦)\S{2,}|[吧吗呢]$/;

/** Will Smith and May Lin ask nothing. */
const BEGINS_LIKE_QUESTION = /^(?:will|may) (?!(?:i|we|you|it|they|he|she)$)\p{L}{2,}$/u;

/** "Her name or mine", 写孩子名字还是我的. */
const ASKS_WHOSE = /\b(?:name|mine|hers|his|yours)\b.*\bor\b|\bor\b.*\b(?:name|mine|hers|his|yours)$|还是|[谁哪]个?的/;

/** What is asked or told is nobody's name. */
function mayBeName(plain: string): boolean {
  return (
    !BARE_NO.test(plain) &&
    (!looksLikeQuestion(plain) || BEGINS_LIKE_QUESTION.test(plain)) &&
    plain.split(' ').length <= 7 &&
    !/\b(?:want|need|would)\b|我想|我要/.test(plain) &&
    !ORDERS_SOMETHING.test(plain) &&
    !ASKS_WHOSE.test(plain)
  );
}

/** The answer to a question whose answer has no shape: what answers another question, or none, is no answer to it. */
export function readSlotText(slot: Slot, { words, found }: Answer): SlotReading {
  const text = words.trim();
  const length = [...text].length;
  if (slot.length !== null && length > slot.length.max) return { trouble: 'long' };
  // An address or a number alone answers another question than this; so does "my mail is a@b.example".
  const named = found.filter(({ kind }) => kind === 'email' || kind === 'phone' || kind === 'order');
  const rest = found.reduce((left, entity) => left.replace(entity.text, ' '), text);
  if (
    !/[\p{L}\p{N}]/u.test(rest) ||
    namesOnly(
      text,
      named.map((entity) => entity.text),
    )
  )
    return NOT_THE_FORM;
  if (!slot.isName && tellsOnlyWho(text)) return NOT_THE_FORM;
  const plain = plainWords(text);
  const name = slot.isName ? nameIn(text) : null;
  // A number or an address that was mistyped answers something else.
  if (slot.isName && !/^[^@＠]*\p{L}[^@＠]*$/u.test(name ?? text)) return NOT_THE_FORM;
  if (slot.isName && (!mayBeName(plain) || isNobody(name?.toLowerCase() ?? plain, name ?? text))) return NOT_THE_FORM;
  if (BARE_YES.test(plain)) return NOT_THE_FORM;
  if (slot.length !== null && length < slot.length.min) return { trouble: 'short' };
  return said(name ?? text);
}
