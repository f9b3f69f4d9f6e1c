import { askAgain, askFor, askNext, askToSend, askWhatToChange, choiceButtons, remindToSend } from './ask-next.ts';
import { isDue } from './draft-ticket.ts';
import type { Slot } from './form.ts';
import type { FormDraft } from './form-draft.ts';
import { ASKING } from './form-state.ts';
import { plainWords } from '../../words/plain-words.ts';
import type { FormCommand } from './form-command.ts';
import { readAnswer, readInPassing } from './read-slot.ts';
import { sendForm } from './send-form.ts';
import { changedWords } from './correct-answer.ts';

/** Does what the visitor wants of the form. False when it means nothing here: the words may then be an answer. */
export function obey(draft: FormDraft, command: FormCommand): boolean {
  const { asking } = draft.state;
  switch (command.verb) {
    case 'cancel':
      draft.cancel();
      return true;
    case 'restart':
      restart(draft);
      return true;
    case 'back':
      back(draft);
      return true;
    case 'yes':
      if (asking === ASKING.confirm) sendForm(draft);
      else if (asking === ASKING.resume) askNext(draft);
      // Nothing is to be changed after all.
      else if (asking === ASKING.change) askToSend(draft);
      else return sends(draft) || (isThrough(draft) && (addsNothing(draft) || closes(draft))) || nods(draft);
      return true;
    case 'go-on':
      if (asking === ASKING.resume) askNext(draft);
      else askAgain(draft);
      return true;
    case 'no':
      if (asking === ASKING.confirm && isThrough(draft)) remindToSend(draft);
      else if (asking === ASKING.confirm) askWhatToChange(draft, draft.texts.whatToChange);
      else if (asking === ASKING.resume) draft.end('left', draft.texts.putAside(draft.title));
      else if (asking === ASKING.change) askToSend(draft);
      else return addsNothing(draft) || closes(draft) || refuses(draft);
      return true;
    case 'show':
      return shows(draft);
    case 'skip':
      return draft.asked !== null && skip(draft, draft.asked);
    case 'why':
      return draft.asked !== null && explain(draft, draft.asked);
    case 'change':
      return change(draft, draft.slot(command.slot));
  }
}

export function restart(draft: FormDraft): void {
  const known = Object.entries(draft.state.slots).filter(([, { from }]) => from === 'known');
  draft.set({ slots: Object.fromEntries(known), skipped: [], asking: null, bad: 0, prompts: {} });
  draft.lead(draft.texts.fromTheStart);
  askNext(draft);
}

/** What is optional is left out at once; for the rest it is said what it is wanted for, and left out at the second word. */
function skip(draft: FormDraft, slot: Slot, wanted = draft.texts.wanted): boolean {
  // "None" and 没有 are answers where one of the choices says so.
  if (slot.type === 'choice' && 'value' in readAnswer(slot, draft.event)) return false;
  if (mattersThatNone(slot) && NONE.test(plainWords(draft.event.words))) return false;
  if (draft.state.slots[slot.name] !== undefined) {
    askNext(draft);
    return true;
  }
  const asked = `skip.${slot.name}`;
  const isWanted = isDue(slot, draft.state) && draft.state.prompts[asked] === undefined;
  if (!isWanted) {
    leaveOut(draft, slot);
    return true;
  }
  draft.set({ prompts: { ...draft.state.prompts, [asked]: 1 } });
  const { texts } = draft;
  const ways = [draft.button('skip', texts.leaveOut, slot.name), draft.button('cancel', texts.cancel)];
  draft.say(wanted(draft.label(slot), draft.purpose(slot)), [...choiceButtons(draft, slot), ...ways], draft.ask(slot));
  return true;
}

const SENDS = /\b(?:send|submit)\b|发送|提交|发吧|送出|寄出/;

/** "Send it" while something is asked: what is optional is left out, and of what has to be told it is said that it is missing. It is no answer. */
function sends(draft: FormDraft): boolean {
  const { asked, form, state } = draft;
  if (asked === null || !SENDS.test(plainWords(draft.event.words))) return false;
  if (asked.type === 'choice' && 'value' in readAnswer(asked, draft.event)) return false;
  if (isDue(asked, state)) return skip(draft, asked, draft.texts.stillWanted);
  for (const slot of form.slots) if (state.slots[slot.name] === undefined && !isDue(slot, state)) draft.skip(slot);
  askNext(draft);
  return true;
}

/** What was noted so far, and the question once more. */
function shows(draft: FormDraft): boolean {
  const known = draft.lines();
  if (known === '') return false;
  draft.lead(draft.texts.noted(known));
  askAgain(draft);
  return true;
}

/** "Is there anything else?" "No thanks." Not where it matters that there is nothing, nor where it has to be told. */
function addsNothing(draft: FormDraft): boolean {
  const { asked, state } = draft;
  if (asked === null || mattersThatNone(asked) || asked.type === 'choice') return false;
  if (isDue(asked, state) || state.slots[asked.name] !== undefined) return false;
  leaveOut(draft, asked);
  return true;
}

/** "Any allergies?" "No": that there are none is an answer. */
function mattersThatNone({ type, sensitive }: Slot): boolean {
  return type === 'text' && sensitive;
}

const THROUGH =
  /\b(?:that'?s|that is) (?:all|it|everything)\b|\bnothing (?:else|more)\b|\bi'?m (?:good|done|fine)\b|没有?[了啦别其]|没什么|就这[些么样]/;

/** Whether "no" ends what they have to say: 没有了谢谢, "no, that's all". */
function isThrough(draft: FormDraft): boolean {
  return THROUGH.test(plainWords(draft.event.words));
}

/** "No, that's all, thank you" to what has to be told: they think that they are done. What is missing is said, and that it may be left out. */
function closes(draft: FormDraft): boolean {
  const { asked, texts } = draft;
  if (asked === null || mattersThatNone(asked) || !isThrough(draft)) return false;
  return skip(draft, asked, texts.stillWanted);
}

const REFUSES = /^(?:no|nope|nah) (?:thanks?|thank you|thx)\b|^不用(?:了|啦| )*谢谢/;

/** "No thanks" to what has to be told: they do not want to send this. */
function refuses(draft: FormDraft): boolean {
  const { asked, event } = draft;
  if (asked === null || asked.sensitive || !REFUSES.test(plainWords(event.words))) return false;
  if (asked.type === 'choice' && 'value' in readAnswer(asked, event)) return false;
  draft.cancel();
  return true;
}

const NOD = /^(?:ok(?:ay)?|k|好的?|嗯+|行)$/;

/** "OK" to a question that it does not answer: they go on, and so does the form. It is no thanks, and no bad answer. */
function nods(draft: FormDraft): boolean {
  if (draft.asked === null || draft.asked.type === 'choice' || !NOD.test(plainWords(draft.event.words))) return false;
  askAgain(draft);
  return true;
}

const NONE = /^(?:none|没有?|无)$/;

export function leaveOut(draft: FormDraft, slot: Slot): void {
  draft.skip(slot);
  if (isDue(slot, draft.state)) draft.lead(draft.texts.goesWithout(draft.label(slot)));
  askNext(draft);
}

function explain(draft: FormDraft, slot: Slot): boolean {
  draft.lead(draft.texts.because(draft.label(slot), draft.purpose(slot)));
  askAgain(draft);
  return true;
}

/** The question before this one, asked anew. */
function back(draft: FormDraft): void {
  const { slots } = draft.form;
  const { state, asked } = draft;
  const until = asked === null ? slots.length : slots.indexOf(asked);
  const before = slots
    .slice(0, until)
    .reverse()
    .find(({ name }) => state.slots[name]?.from === 'said' || state.skipped.includes(name));
  if (before === undefined) {
    draft.lead(draft.texts.firstQuestion);
    return askAgain(draft);
  }
  draft.empty(before.name);
  askFor(draft, before);
}

/** "Change the e-mail", with or without the new one. */
function change(draft: FormDraft, slot: Slot | null): boolean {
  const { state, asked, event } = draft;
  if (slot === null) {
    if (asked !== null) return false;
    if (state.asking === ASKING.resume) return false;
    const corrected = event.found.length > 0;
    if (!corrected) askWhatToChange(draft, draft.texts.whatToChange);
    return !corrected;
  }
  const isSet = state.slots[slot.name] !== undefined || state.skipped.includes(slot.name);
  // "The colour is wrong" answers an open question.
  if (!isSet || slot === asked || (asked?.type === 'text' && !BEGINS_WITH_CHANGE.test(event.words))) return false;
  const reading = readNew(slot, draft);
  if (reading === null || 'trouble' in reading) {
    askFor(draft, slot);
    return true;
  }
  draft.fill(slot, reading.value);
  draft.lead(changedWords(draft, slot));
  if (asked !== null) askAgain(draft);
  else if (state.asking === ASKING.confirm) askToSend(draft);
  else askNext(draft);
  return true;
}

const BEGINS_WITH_CHANGE =
  /^\s*(?:please |can you |could you |i (?:want|need|have|would like) to )?(?:change|correct|edit|update|fix|modify)\b|^\s*(?:请|我要|我想|帮我|能不能)?(?:把|将)?.{0,8}(?:改|更正|换)/i;

function readNew(slot: Slot, { event }: FormDraft) {
  if (slot.type !== 'text') return readInPassing(slot, event);
  const words = /(?:\bto\b|\binto\b|改成|改为|换成)\s*[:：]?\s*(.+)$/su.exec(event.words)?.[1];
  return words === undefined ? null : readAnswer(slot, { ...event, words, found: [] });
}
