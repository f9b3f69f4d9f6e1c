import { botMessage } from '../conversation/bot-commands.ts';
import type { BotReply } from '../conversation/bot-commands.ts';
import type { Conversation } from '../conversation/conversation.ts';
import { DecisionDraft } from '../conversation/decision.ts';
import type { Decision } from '../conversation/decision.ts';
import type { Locale } from '../locale.ts';
import type { QuickReply } from '../faq.ts';
import type { Ticket, TicketChange } from '../ticket/ticket.ts';
import type { Voice } from '../voice.ts';
import { remedyIntent } from './complaint-buttons.ts';
import type { RemedyProposal } from './complaint-case.ts';
import { COMPLAINT } from './complaint-form.ts';
import { complaintTexts } from './complaint-texts.ts';

/** Who speaks, and how. */
export interface Speaker {
  readonly voice: Voice;
  readonly locale: Locale;
  readonly ownerName: string;
}

/** The visitor reads what is offered, with a button for each way and one for no. Whoever was awaited has answered with it. */
export function tellProposal(
  conversation: Conversation,
  change: TicketChange,
  { number, proposal, name }: { number: number; proposal: RemedyProposal; name: string },
  speaker: Speaker,
  at: number,
): Decision {
  const draft = new DecisionDraft(conversation, at);
  if (conversation.state === 'closed') draft.append({ type: 'reopened' });
  tellState(draft, change, name);
  const reply = {
    ...spoken(proposalText(proposal, speaker)),
    quickReplies: proposalButtons(number, proposal, speaker),
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

export function proposalText({ choices }: RemedyProposal, { voice, locale, ownerName }: Speaker): string {
  return complaintTexts(voice, locale).proposal(
    ownerName,
    choices.map(({ text }) => text),
  );
}

/** One thing is taken or not; of several, each has its button. */
export function proposalButtons(
  number: number,
  { choices, at }: RemedyProposal,
  { voice, locale }: Pick<Speaker, 'voice' | 'locale'>,
): QuickReply[] {
  const texts = complaintTexts(voice, locale);
  const isOne = choices.length === 1;
  return [
    ...choices.map(({ text, label }, taken) => ({
      label: isOne ? texts.accept : (label ?? text.replace(/[.。]$/u, '')),
      intent: remedyIntent({ number, at, taken }),
    })),
    { label: isOne ? texts.decline : texts.declineAll, intent: remedyIntent({ number, at, taken: 'none' }) },
  ];
}

/** What the bot says to an answer to an offer. @param ticket as the answer left it; null: the offer is not open any more */
export function verdictReply(
  ticket: Ticket | null,
  { when }: { when: string },
  { voice, locale, ownerName }: Speaker,
): BotReply {
  const texts = complaintTexts(voice, locale);
  const { verdict, proposal } = ticket?.complaint ?? {};
  if (!verdict || !proposal) return spoken(texts.judged);
  const { chosen } = verdict;
  if (chosen === null) return spoken(texts.declined(ownerName, when));
  return spoken(texts.accepted(ownerName, proposal.choices.length > 1 ? chosen.text : null));
}

/** Somebody says yes to several things: they are asked to which. */
export function whichReply(number: number, proposal: RemedyProposal, { voice, locale }: Speaker): BotReply {
  const quickReplies = proposalButtons(number, proposal, { voice, locale });
  return { ...spoken(complaintTexts(voice, locale).which), quickReplies };
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
