import type { Visitor, VisitorChange } from '@solodesk/core';
import {
  answerAsVisitor,
  awaitFix,
  endChat,
  identify,
  markSeenByVisitor,
  receiveVisitorMessage,
  track,
  updateVisitor,
} from '@solodesk/core/use-cases';
import type { Desk } from '@solodesk/core/use-cases';
import { MAX_PAGE_BYTES, MAX_PAGE_EVENTS } from '@solodesk/protocol/visitor';
import type { Identity, LogPage, VisitorUp } from '@solodesk/protocol/visitor';
import type { VisitorSession } from './online-visitors.ts';
import type { VisitorGatewayOptions } from './visitor-gateway-options.ts';
import { sentFiles } from '../files/sent-files.ts';
import { toWireEvent } from './wire-mapping.ts';

const SUGGESTIONS = 4;

/** What a widget may do, as the visitor of its session. */
export function visitorHandlers(options: VisitorGatewayOptions, session: VisitorSession) {
  const { desk, feed } = options;
  const change = async (by: VisitorChange) => {
    session.visitor = await updateVisitor(desk, session.visitor, by);
    return {};
  };
  return {
    async message({ clientId, text, intent, attachments }: VisitorUp['message'], acked: boolean) {
      const words = {
        ...{ clientId, text },
        ...(intent !== undefined && { intent }),
        ...(attachments !== undefined && {
          attachments: await sentFiles(desk, session.visitor, 'visitor', clientId, attachments),
        }),
      };
      // What was mended at the door is told as it is stored.
      if (acked && !text.includes('\ufffd')) feed.sending(clientId, session.socket);
      try {
        const { conversation, seq } = await receiveVisitorMessage(desk, session.visitor, words);
        const at = feed.sent(clientId);
        return at === null ? { conversation: conversation.id, seq } : { conversation: conversation.id, seq, at };
      } finally {
        feed.sent(clientId);
      }
    },
    pull: ({ after }: { after: number }) => pullLog(desk, session.visitor, after),
    async seen({ seq }: { seq: number }) {
      await markSeenByVisitor(desk, session.visitor, seq);
      return {};
    },
    typing({ on }: { on: boolean }) {
      options.onTyping(session.visitor, on);
      return {};
    },
    end: async ({ clientId }: { clientId: string }) => ({ seq: await endChat(desk, session.visitor, clientId) }),
    suggest({ text }: { text: string }) {
      const hits =
        desk.knowledge.of(session.visitor.site)?.search.search(text, session.visitor.locale, SUGGESTIONS) ?? [];
      return { suggestions: hits.map(({ intent, question }) => ({ intent, question })) };
    },
    locale: ({ locale }: { locale: Visitor['locale'] }) => change({ locale }),
    async identify(identity: Identity) {
      session.visitor = await identify(desk, session.visitor, options.checkIdentity(session.visitor.site, identity));
      return { verified: session.visitor.verified };
    },
    page: ({ url, title }: { url: string; title: string }) => change({ page: { url, title } }),
    async await_fix({ problem, email }: { problem: string; email?: string | undefined }) {
      await awaitFix(desk, session.visitor, problem, email?.toLowerCase() ?? null);
      return {};
    },
    async rate({ request, score, word }: { request: string; score: number | null; word?: string | undefined }) {
      await answerAsVisitor(desk, session.visitor, request, { score, ...(word !== undefined && { word }) });
      return {};
    },
    async track({ events }: { events: Parameters<typeof track>[2] }) {
      await track(desk, session.visitor, events);
      return {};
    },
  };
}

/** One page of the visitor's log; the same for the widget and for whoever asks over HTTP. */
async function pullLog(desk: Desk, visitor: Visitor, after: number): Promise<LogPage> {
  const conversation = await desk.store.findConversationOfVisitor(visitor.site, visitor.key);
  if (conversation === null) return { conversation: null, state: 'bot', events: [], more: false, lastSeq: 0 };
  const events = await desk.store.readLog(conversation.key, {
    after,
    limit: MAX_PAGE_EVENTS,
    maxBytes: MAX_PAGE_BYTES,
  });
  const last = events.at(-1)?.seq ?? after;
  return {
    conversation: conversation.id,
    state: conversation.state,
    events: events.map(toWireEvent),
    more: last < conversation.lastSeq && events.length > 0,
    lastSeq: conversation.lastSeq,
  };
}
