import type { BotReply } from '../../conversation/bot-commands.ts';
import { COMPLAINT, COMPLAINT_FORM } from '../../complaint/complaint-form.ts';
import { complaintTexts } from '../../complaint/complaint-texts.ts';
import { recogniseComplaint } from '../../complaint/recognise-complaint.ts';
import { BUILT_IN } from '../../faq.ts';
import { subjectOf } from '../../ticket/ticket-draft.ts';
import type { Mood } from '../../priority/mood.ts';
import type { TicketDraft } from '../../ticket/ticket-draft.ts';
import { startForm } from './form-reply.ts';
import { isSmallTalk } from '../small-talk/small-talk.ts';
import type { Form } from '../forms/form.ts';
import { draftTicket } from '../forms/draft-ticket.ts';
import { labelOf } from '../forms/show-value.ts';
import { say } from '../turn.ts';
import type { Turn } from '../turn.ts';

/**
 * A complaint is answered with regret, is a ticket at once, and only then asked about: whoever goes away in between has complained all the
 * same. It comes before every answer: no FAQ, product or pleasantry is what somebody needs who complains.
 */
export function complain(turn: Turn): BotReply | null {
  const { complaints, text, pressed, ownerName, voice, locale, formBook } = turn.input;
  if (complaints === undefined || pressed !== undefined) return null;
  const sure = () => (turn.sure === null ? [] : [turn.sure.intent]);
  const reading = recogniseComplaint(
    { text, intents: sure, mood: () => moodOf(turn, complaints.mood) },
    complaints.policy,
  );
  if (!reading.complaint) return null;
  // Who wants a person gets one: the bot's questions would stand in the way.
  if (turn.sure?.intent === BUILT_IN.person) return null;
  const regret = complaintTexts(voice, locale).regret(ownerName, complaints.deadlineText());
  const form = formBook?.byName.get(COMPLAINT);
  const guesses = turn.guesses;
  const reply =
    form === undefined
      ? say(regret, { kind: 'complaint', guesses })
      : startForm(turn, form, text, [{ text: regret, links: [] }], guesses);
  return {
    ...reply,
    reason: { ...reply.reason, kind: 'complaint' },
    tickets: [draftOf(turn, form ?? COMPLAINT_FORM, reply)],
  };
}

/**
 * "Still waiting for my refund" is said in no good mood, but an FAQ that surely answers it helps at once, where a complaint makes people
 * wait: a bad mood alone does not turn such a question into one. Anger does.
 */
function moodOf(turn: Turn, read: (text: string) => Mood): Mood {
  const mood = read(turn.input.text);
  const isAnswered = turn.sure !== null && !isSmallTalk(turn.sure.intent);
  return mood === 'unhappy' && isAnswered ? 'neutral' : mood;
}

/** What is known so far: the words themselves, and what the form found in them or knew before. */
function draftOf(turn: Turn, form: Form, { form: state }: BotReply): TicketDraft {
  const { text, locale } = turn.input;
  const [words] = form.slots.filter(({ type, sensitive }) => type === 'text' && !sensitive);
  const filled = state?.slots ?? {};
  const known = state === null || state === undefined ? null : draftTicket(form, state, locale);
  const slot = words?.name ?? 'details';
  const label = words === undefined ? '' : labelOf(words, locale);
  return {
    category: form.category,
    form: form.name,
    subject: subjectOf(text),
    details: [
      { slot, label, value: text, sensitive: false },
      ...(known?.details ?? []).filter((detail) => detail.slot !== slot),
    ],
    contact: known?.contact ?? {},
    ...(known?.order !== undefined && { order: known.order }),
    missing: form.slots
      .filter(({ name, required }) => required && name !== words?.name && filled[name] === undefined)
      .map(({ name }) => name),
    locale,
    complaint: true,
  };
}
