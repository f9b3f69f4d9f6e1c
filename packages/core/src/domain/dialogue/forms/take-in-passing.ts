import type { Slot } from './form.ts';
import type { FormDraft } from './form-draft.ts';
import { looksLikeQuestion } from '../../words/asks.ts';
import { namesOnly } from './only-names.ts';
import { namesOf, readInPassing } from './read-slot.ts';
import { said } from './slot-reading.ts';
import type { SlotReading } from './slot-reading.ts';
import { readSpelledEmail } from './spelled-email.ts';
import { isSurelyPhone } from './told-phone.ts';

/** Words without what they name: fewer say no more than that something is wanted. */
const ENOUGH_WORDS = 4;
const ENOUGH_HAN = 5;
/** "I was charged twice": what happened is short. */
const FEWER_WORDS = 3;
const GOES_WRONG = /\b(?:was|were|got|been|keeps?|never|still|twice|wrong|\w+n['’]?t) \p{L}{2}/iu;
/** "I found a bug", 我要报告一个问题: that something is wrong, and not yet what. */
const ONLY_WANTS =
  /\b(?:hi|hello|hey|please|i(?:'d|'ve|'m| am)?|like|want|need|have|found|wish|to|you|can|could|report|file|raise|submit|an?|the|some|there|is|bugs?|problems?|issues?|errors?|faults?|complain|complaint|about|something|with|in|your|app|product|site|website|software|service)\b|我|你们|想|要|有|请|报告|反馈|提交|上报|投诉|发现|遇到|了|一个|一下|个|问题|错误|故障|bug/giu;

const CLAUSE_ENDS = /[,;:!.\n]\s+|\s[–—-]\s|\b(?:because|since|cause|cos)\b/iu;
const SAYS_NAME = /\b(?:name|call me|mail|address|phone|number|order|reach|answer|reply|contact|thanks?|asap)\b/iu;

export interface Passing {
  /** The words that started the form: they may be the answer to a text, too. */
  opening?: boolean;
  /** What is filled already is replaced as well. */
  correcting?: boolean;
  /** Not to be looked for: it was answered by itself. */
  besides?: Slot;
}

/**
 * Takes everything that a sentence tells of the form: "order 1042 arrived broken, write to a@b.example".
 * @returns the slots that got another value than they had
 */
export function takeInPassing(draft: FormDraft, { opening = false, correcting = false, besides }: Passing): Slot[] {
  const { words, today } = draft.event;
  const asks = looksLikeQuestion(words);
  const { files } = draft.event;
  let { found } = draft.event;
  const wantsFiles = besides?.type === 'file' ? null : fileSlot(draft);
  const taken: Slot[] = [];
  for (const slot of draft.form.slots) {
    const before = draft.state.slots[slot.name];
    if (slot.type === 'file') {
      if (files === undefined || files.length === 0 || slot !== wantsFiles) continue;
      // People send pictures one by one: one more takes nothing away from those before it.
      const all = [...(before?.files ?? []), ...files];
      draft.fill(slot, { value: namesOf(all), files: all, from: 'said' });
      taken.push(slot);
      continue;
    }
    if (slot === besides || (before !== undefined && !correcting)) continue;
    if (slot.type === 'text') {
      if (opening && slot.fromOpening && saysEnough(words, draft)) {
        draft.fill(slot, { value: words.trim().slice(0, slot.length?.max), from: 'said' });
        taken.push(slot);
        continue;
      }
      if (!slot.isName) continue;
    }
    // "How long does the refund take?" chooses no refund.
    if (slot.type === 'choice' && !opening && asks) continue;
    const reading =
      readInPassing(slot, { words, found, today }) ?? (slot.type === 'email' ? spelledAlone(words) : null);
    if (reading === null || 'trouble' in reading) continue;
    const { used } = reading;
    if (slot.insteadOf !== undefined && used !== null && !isSurelyPhone(used, words)) continue;
    // Two slots of one type take what is named first and second.
    if (used !== null) found = found.filter((entity) => entity !== used);
    if (reading.value.value === before?.value) continue;
    draft.fill(slot, reading.value);
    taken.push(slot);
  }
  return taken;
}

/** "Ann at mail dot example" and nothing else is an address, whatever is asked for. */
function spelledAlone(words: string): SlotReading | null {
  const email = /\bdot\b|[点點]/i.test(words) ? readSpelledEmail(words) : null;
  return email !== null && /^\S+ (?:at|@|艾特) \S+(?: ?(?:dot|\.|[点點]) ?\S+)+$/i.test(words.trim())
    ? said(email)
    : null;
}

/** Of several slots for files the first that has none, else the first. */
function fileSlot({ form, state }: FormDraft): Slot | undefined {
  const slots = form.slots.filter(({ type }) => type === 'file');
  return slots.find(({ name }) => state.slots[name] === undefined) ?? slots[0];
}

function saysEnough(words: string, { event }: FormDraft): boolean {
  if (
    namesOnly(
      words,
      event.found.map(({ text }) => text),
    )
  )
    return false;
  const told = event.found.reduce((left, { text }) => left.replace(text, ' '), words);
  const rest = told.replace(ONLY_WANTS, ' ');
  const han = rest.match(/\p{Script=Han}/gu)?.length ?? 0;
  return (
    han >= ENOUGH_HAN ||
    wordsIn(rest) >= ENOUGH_WORDS ||
    (GOES_WRONG.test(rest) && wordsIn(rest) >= FEWER_WORDS) ||
    tellsApart(told)
  );
}

function wordsIn(text: string): number {
  return text.match(/\p{L}{2,}/gu)?.length ?? 0;
}

/** "I want to complain, the dress ripped": a clause of its own may be as short as that. */
function tellsApart(told: string): boolean {
  const [, ...later] = told.split(CLAUSE_ENDS);
  return later.some((clause) => !SAYS_NAME.test(clause) && wordsIn(clause.replace(ONLY_WANTS, ' ')) >= 2);
}
