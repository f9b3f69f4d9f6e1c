import type { ActionOutcome } from '../../domain/action/action-outcome.ts';
import { botReports } from '../../domain/conversation/bot-commands.ts';
import type { BotReply } from '../../domain/conversation/bot-commands.ts';
import type { Conversation } from '../../domain/conversation/conversation.ts';
import type { Decision } from '../../domain/conversation/decision.ts';
import { DeskError } from '../../domain/desk-error.ts';
import { localize } from '../../domain/locale.ts';
import type { OutboxEntry } from '../../domain/outbox/outbox-entry.ts';
import { commitDecision } from '../commit-decision.ts';
import type { ActionContext } from './action-context.ts';

/** Events in which it may stand that the result was told. */
const LOOKED_AT = 200;

/**
 * What came of a call that had failed and that the owner has sent again: its visitor was told that it did not work, and is told
 * now that it did, in the chat and by mail where an address is known. While a person has the conversation the bot stays silent. A
 * repeat after a crash finds it told.
 */
export async function tellLater(context: ActionContext, outcome: ActionOutcome): Promise<void> {
  const { desk, site, conversation, payload } = context;
  if (outcome.text === '') return;
  const log = await desk.store.readLog(conversation.key, { limit: LOOKED_AT });
  if (log.some(({ reason }) => reason?.run === payload.run)) return;
  const mail = await mailOf(context, outcome);
  const load = async () => {
    const current = await desk.store.findConversationOfVisitor(site.id, conversation.visitorKey);
    if (current === null) throw new DeskError('not_found', 'the conversation is gone');
    return current;
  };
  await desk.lanes.run(conversation.visitorKey, () =>
    commitDecision(desk, load, (current) => report(current, replyOf(context, outcome), mail, desk.clock.now())),
  );
}

function report(current: Conversation, reply: BotReply, mail: OutboxEntry | null, at: number): Decision | null {
  const decision = botReports(current, reply, at);
  return decision === null || mail === null ? decision : { ...decision, outbox: [mail] };
}

function replyOf(context: ActionContext, { text, links }: ActionOutcome): BotReply {
  const { payload } = context;
  return {
    ...{ text: wordsOf(context, text), quickReplies: [], links: [...links] },
    reason: { kind: 'form', guesses: [], form: payload.form, run: payload.run },
    ...{ handoff: null, promisedFor: null, unsureStreak: 0 },
  };
}

function wordsOf({ texts, site, payload, locale }: ActionContext, text: string): string {
  const action = site.actions.find(({ name }) => name === payload.action);
  return `${texts.later(localize(action?.title ?? {}, locale) ?? payload.action)}\n${text}`;
}

async function mailOf(context: ActionContext, { text }: ActionOutcome): Promise<OutboxEntry | null> {
  const { desk, site, visitor, conversation, payload, locale, now } = context;
  const contact = await desk.store.contactOfVisitor(site.id, visitor.key);
  const address = context.valueOf('email') ?? contact?.email ?? null;
  if (address === null || !desk.mailer.available) return null;
  const answers = [{ name: site.ownerName, text: wordsOf(context, text) }];
  const content = { template: 'owner_answer_unseen' as const, answers };
  const mail = { to: { address }, locale, conversation: conversation.id, content };
  return { kind: 'mail', id: desk.ids.uuid(), key: `action_later:${payload.run}`, dueAt: now, payload: mail };
}
