import type { QuickReply } from '../faq.ts';
import type { RemedyAnswer } from './complaint-buttons.ts';
import { remedyAnswer } from './complaint-buttons.ts';
import type { ComplaintPolicy } from './complaint-policy.ts';

const LONGEST = 60;
const ACCEPTS =
  /^(?:yes|ok|okay|i accept|yes,? i accept|accepted|agreed|deal|fine|fine (?:by|with) me|sounds good|that works|好|好的|可以|行|接受|我接受|同意|我同意)$/;
const DECLINES =
  /^(?:no|no way|no,? (?:that is|that's) not enough|not enough|that is not enough|that's not enough|i decline|i don'?t accept(?: it)?|neither|none(?: of (?:these|them|those))?|不|不行|不接受|我不接受|不同意|不够|这不够|太少了?|都不行|都不要|都不接受)$/;
const ORDINALS: readonly RegExp[] = [
  /^(?:1|one|(?:number|option) (?:1|one)|first(?: one)?|第一个|第一种|选1)$/,
  /^(?:2|two|(?:number|option) (?:2|two)|second(?: one)?|第二个|第二种|选2)$/,
  /^(?:3|three|(?:number|option) (?:3|three)|third(?: one)?|第三个|第三种|选3)$/,
  /^(?:4|four|(?:number|option) (?:4|four)|fourth(?: one)?|last one|第四个|第四种|选4)$/,
];
/** Any of these. */
const VERDICT = new RegExp([ACCEPTS, DECLINES, ...ORDINALS].map(({ source }) => source).join('|'));
const BEFORE =
  /^(?:(?:then|ok|okay|yes|好的?)[\s,，]+)?(?:(?:i(?:'d| would) (?:like|prefer|rather have)|i(?:'ll| will)? take|i want|i choose|give me|我要|我想要|我选择?|就|给我|请)\s*)?(?:(?:a|an|the)\s+)?/;
const AFTER = /(?:[\s,，]*(?:please|thanks|thank you|谢谢(?:你|您)?|吧))+$/;

const named = new WeakMap<ComplaintPolicy, ReadonlySet<string>>();

/** Whether words can be an answer to an offer at all: nearly none are, and nothing is read for the others. */
export function mayAnswerOffer(text: string, policy: ComplaintPolicy): boolean {
  if (text.length > LONGEST) return false;
  const said = plain(text);
  const word = bare(said);
  return namesIn(policy).has(word) || VERDICT.test(said) || (word !== said && VERDICT.test(word));
}

/** What words say to the offer that is the last thing that was said; null where they may mean anything else. */
export function spokenAnswer(
  text: string,
  buttons: readonly QuickReply[],
  policy: ComplaintPolicy,
): RemedyAnswer | null {
  const offers = buttons.flatMap(({ label, intent }) => {
    const answer = remedyAnswer(intent);
    return answer === null ? [] : [{ label: bare(plain(label)), answer }];
  });
  const takes = offers.filter(({ answer }) => answer.taken !== 'none');
  const [first] = takes;
  if (first === undefined) return null;
  const said = plain(text);
  const word = bare(said);
  if (DECLINES.test(said)) return { ...first.answer, taken: 'none' };
  if (ACCEPTS.test(said)) return takes.length === 1 ? first.answer : { ...first.answer, taken: 'some' };
  const place = ORDINALS.findIndex((ordinal) => ordinal.test(word));
  const pointed = takes[place] ?? takes.find(({ label }) => label === word);
  if (pointed !== undefined) return pointed.answer;
  // A remedy has more than one name: its button's words, its sentence and what the owner calls it.
  const remedy = policy.remedies.find((one) => namesOf(one).includes(word));
  const names = remedy === undefined ? [] : namesOf(remedy);
  return takes.find(({ label }) => names.includes(label))?.answer ?? null;
}

function namesIn(policy: ComplaintPolicy): ReadonlySet<string> {
  const known = named.get(policy);
  if (known !== undefined) return known;
  const made = new Set(policy.remedies.flatMap((remedy) => namesOf(remedy)));
  named.set(policy, made);
  return made;
}

function namesOf({ name, text, label }: ComplaintPolicy['remedies'][number]): string[] {
  const written = [name.replaceAll('-', ' '), ...Object.values(text), ...Object.values(label ?? {})];
  return written.map((one) => bare(plain(one)));
}

/** In small letters, without the marks at its end and politeness. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\s.,!?。，！？~～]+$/u, '')
    .replace(AFTER, '')
    .replaceAll('’', "'")
    .trim();
}

/** Without "I'd like the". */
function bare(said: string): string {
  return said.replace(BEFORE, '') || said;
}
