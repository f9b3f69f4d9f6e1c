import { botMessage } from '../conversation/bot-commands.ts';
import type { BotReply } from '../conversation/bot-commands.ts';
import type { Conversation } from '../conversation/conversation.ts';
import { DecisionDraft } from '../conversation/decision.ts';
import type { Decision } from '../conversation/decision.ts';
import type { Locale } from '../locale.ts';
import type { TicketChange } from '../ticket/ticket.ts';
import type { Voice } from '../voice.ts';
import { remedyIntent } from './complaint-buttons.ts';
import { COMPLAINT } from './complaint-form.ts';
import { complaintTexts } from './complaint-texts.ts';

/** Who speaks, and how. */
export interface Speaker {
  readonly voice: Voice;
  readonly locale: Locale;
  readonly ownerName: string;
}

/** The visitor reads what is offered, with a button for yes and one for no. Whoever was awaited has answered with it. */
export function tellProposal(
  conversation: Conversation,
  change: TicketChange,
  { text, name }: { text: string; name: string },
  speaker: Speaker,
  at: number,
): Decision {
  const { number } = change.next;
  const texts = complaintTexts(speaker.voice, speaker.locale);
  const draft = new DecisionDraft(conversation, at);
  if (conversation.state === 'closed') draft.append({ type: 'reopened' });
  tellState(draft, change, name);
  const reply: BotReply = {
    ...spoken(texts.proposal(speaker.ownerName, text)),
    quickReplies: [
      { label: texts.accept, intent: remedyIntent({ number, accepted: true }) },
      { label: texts.decline, intent: remedyIntent({ number, accepted: false }) },
    ],
  };
  draft.append(botMessage(reply), reply.reason);
  draft.set({
    ...(conversation.state === 'closed' && { state: 'bot' as const, unsureStreak: 0 }),
    // Questions about what is settled now would only stand between the offer and its answer.
    ...(conversation.form?.form === COMPLAINT && { form: null }),
    waitingSince: null,
    promisedFor: null,
  });
  return { ...draft.done(), tickets: [change] };
}

/** What the bot says to an answer to an offer. @param change null: the offer is not open any more */
export function verdictReply(
  change: TicketChange | null,
  { accepted, when }: { accepted: boolean; when: string },
  { voice, locale, ownerName }: Speaker,
): BotReply {
  const texts = complaintTexts(voice, locale);
  if (change === null) return spoken(texts.judged);
  return spoken(accepted ? texts.accepted(ownerName) : texts.declined(ownerName, when));
}

/** The ticket's new state stands in the log, and it is the owner's turn. */
export function tellVerdict(conversation: Conversation, change: TicketChange, name: string, at: number): Decision {
  const draft = new DecisionDraft(conversation, at);
  tellState(draft, change, name);
  draft.set({ waitingSince: conversation.waitingSince ?? draft.at });
  return { ...draft.done(), tickets: [change] };
}

function tellState(draft: DecisionDraft, { next, history }: TicketChange, name: string): void {
  if (!history.some(({ what }) => what.type === 'state')) return;
  draft.append({ type: 'ticket', number: next.number, name, state: next.state });
}

function spoken(text: string): BotReply {
  return {
    text,
    quickReplies: [],
    links: [],
    reason: { kind: 'complaint', guesses: [] },
    handoff: null,
    promisedFor: null,
    unsureStreak: 0,
  };
}
