import type { Attachment, InboxRow, LogEvent, StoredEvent, Visitor } from '@solodesk/core';
import type { ConversationDetail, ConversationSummary, OwnerEvent } from '@solodesk/protocol/owner';
import type { LogEvent as WireEvent } from '@solodesk/protocol/visitor';
import type { Called } from './contact-names.ts';

type BotEvent = Extract<WireEvent, { type: 'bot_message' }>;

/** The one place where the domain meets the wire: renaming something inside cannot silently change what clients read. */
export function toWireEvent({ seq, at, entry }: LogEvent): WireEvent {
  switch (entry.type) {
    case 'visitor_message': {
      const { text, clientId } = entry;
      const event: WireEvent = { seq, at, type: 'visitor_message', text, clientId };
      return entry.attachments === undefined ? event : { ...event, ...filesOf(entry) };
    }
    case 'bot_message': {
      const event: BotEvent = { seq, at, type: 'bot_message', text: entry.text };
      // Without spreads: every answer comes through here, more than once.
      if (entry.replyTo !== undefined) event.replyTo = entry.replyTo;
      if (entry.quickReplies !== undefined) event.quickReplies = entry.quickReplies;
      if (entry.links !== undefined) event.links = entry.links;
      if (entry.ask !== undefined) event.ask = entry.ask;
      return event;
    }
    case 'owner_message':
      return {
        ...{ seq, at, type: 'owner_message', text: entry.text, name: entry.name, clientId: entry.clientId },
        ...filesOf(entry),
      };
    case 'handoff':
      return { seq, at, type: 'handoff', reason: entry.reason };
    case 'takeover':
      return { seq, at, type: 'takeover', name: entry.name };
    case 'hand_back':
      return { seq, at, type: 'hand_back', by: entry.by };
    case 'closed':
      return { seq, at, type: 'closed', by: entry.by };
    case 'reopened':
      return { seq, at, type: 'reopened' };
    case 'ticket': {
      const { number, name, state, reopened, withdrawn } = entry;
      return {
        ...{ seq, at, type: 'ticket', number, name, state },
        ...(reopened && { reopened }),
        ...(withdrawn && { withdrawn }),
      };
    }
    case 'erased':
      return { seq, at, type: 'erased' };
  }
}

function filesOf({ attachments }: { attachments?: readonly Attachment[] }): { attachments?: Attachment[] } {
  if (attachments === undefined) return {};
  return {
    attachments: attachments.map(({ id, name, type, bytes, width, height }) => ({
      ...{ id, name, type, bytes },
      ...(width !== undefined && height !== undefined && { width, height }),
    })),
  };
}

/** Only the owner sees the bot's reasons. */
export function toOwnerEvent(event: StoredEvent, conversationId: string): OwnerEvent {
  // Nobody else has the wire event yet: it becomes the owner's in place.
  const told = toWireEvent(event) as OwnerEvent;
  told.id = event.id;
  told.conversation = conversationId;
  if (event.reason) told.why = { kind: event.reason.kind, guesses: [...event.reason.guesses] };
  return told;
}

/** @param called how their contact is called; left out where they have none */
export function toSummary(
  { conversation, visitor }: InboxRow,
  online: boolean,
  called: Called | undefined,
): ConversationSummary {
  return {
    id: conversation.id,
    state: conversation.state,
    lastSeq: conversation.lastSeq,
    preview: conversation.preview,
    previewFrom: conversation.previewFrom,
    lastAt: conversation.lastAt,
    createdAt: conversation.createdAt,
    waitingSince: conversation.waitingSince,
    urgent: conversation.urgent,
    promisedFor: conversation.promisedFor,
    ownerSeenSeq: conversation.ownerSeenSeq,
    visitorSeenSeq: conversation.visitorSeenSeq,
    ownerName: conversation.ownerName,
    unread: conversation.unread,
    visitor: {
      name: visitorName(visitor, called),
      verified: visitor.verified,
      blocked: visitor.blocked !== 'no',
      // What they write in, which need not be what their interface is set to.
      locale: conversation.locale,
      online,
    },
  };
}

export function toDetail(row: InboxRow, online: boolean, called: Called | undefined): ConversationDetail {
  const { visitor } = row;
  return {
    ...toSummary(row, online, called),
    profile: {
      userId: visitor.userId,
      attributes: { ...visitor.claims },
      timeZone: visitor.timeZone,
      pageUrl: visitor.page?.url ?? null,
      pageTitle: visitor.page?.title ?? null,
      referrer: visitor.referrer,
      firstSeenAt: visitor.createdAt,
      consent: visitor.consent,
    },
  };
}

/**
 * The name of their contact, else what the page claims as one, else how they are reached; of whom nothing is known, something
 * short by which visitors can be told apart.
 */
export function visitorName(visitor: Visitor, called: Called | undefined): string {
  const { name, email } = visitor.claims;
  const known = [called?.name, name, called?.reach, email, visitor.userId];
  const first = known.find((each): each is string => typeof each === 'string' && each.trim() !== '');
  return first?.trim() ?? `Visitor ${visitor.id.slice(0, 4).toUpperCase()}`;
}
