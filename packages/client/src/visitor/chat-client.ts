import type { Extras, Presence, VisitorEvents, Welcome, WireError } from '@solodesk/protocol/visitor';
import { createConversation } from './conversation.ts';
import { createKept } from './kept.ts';
import { createLatest } from './latest.ts';
import { createLine } from './line.ts';
import { createOutbox } from './outbox.ts';
import { createSender } from './sender.ts';
import { createSession, cutPage } from './session.ts';
import { createSuggester } from './suggester.ts';
import { createTracker } from './tracker.ts';
import type { ChatClient, ChatOptions, Connection } from './types.ts';
import { createTyping } from './typing.ts';
import { createView } from './view.ts';

/**
 * A visitor's chat without a face: what was said is kept until the server has it on its disk, and what was missed is
 * pulled by `seq`, however the line behaves. Side effects begin with `start()`; outbox and draft are read at once.
 */
export function createChatClient(options: ChatOptions): ChatClient {
  const { clock, random, ids } = options;
  const kept = createKept(options.storage, options.site);
  const session = createSession(options, kept);
  const outbox = createOutbox(kept);
  const listeners = new Set<() => void>();
  let connection: Connection = 'idle';
  let error: WireError | null = null;
  let verified = false;
  let presence: Presence | null = null;
  let extras: Extras | undefined;
  let draft = kept.read('draft') ?? '';
  let wanted = false;
  let erased = false;

  const line = createLine({
    connect: options.connect,
    clock,
    random,
    handshake() {
      // All of it is in the handshake.
      latest.clear();
      return session.handshake();
    },
    dropToken: session.drop,
    accept: (body) => session.accept(body.token),
    welcome(body: Welcome) {
      verified = body.verified;
      presence = body.presence;
      extras = body.extras;
      conversation.welcome(body);
      if (body.conversation && conversation.visitorSeenSeq > body.conversation.visitorSeenSeq) {
        latest.set('seen', { seq: conversation.visitorSeenSeq });
      }
      outbox.adopt();
      settle();
      latest.flush();
      sender.pump();
      tracker.flush();
    },
    hear: {
      events(body: VisitorEvents) {
        if (!Array.isArray(body?.events)) return;
        for (const { type } of body.events) {
          if (type === 'bot_message') typing.hear('bot', false);
          if (type === 'owner_message') typing.hear('owner', false);
        }
        conversation.events(body);
      },
      typing: (body: { from: 'bot' | 'owner'; on: boolean }) => typing.hear(body.from, body.on),
      seen(body: { seq: number }) {
        conversation.ownerSeen(body.seq);
        publish();
      },
      extras(body: Extras) {
        extras = { ...extras, ...body };
        publish();
      },
      presence(body: Presence) {
        presence = body;
        publish();
      },
    },
    changed(now, why) {
      connection = now;
      error = why;
      if (now !== 'online') typing.stop();
      publish();
    },
  });

  /** What the log shows has left the outbox. */
  const settle = () => {
    const { log } = conversation;
    outbox.drop(({ clientId, seq }) => log.has(clientId) || (seq !== undefined && seq <= log.lastSeq));
    publish();
  };

  const conversation = createConversation({
    line,
    clock,
    random,
    changed: settle,
    restarted() {
      // The server has no such conversation any more.
      erased = conversation.current === null;
      outbox.drop(({ status }) => status === 'sent');
    },
  });
  const sender = createSender({ line, outbox, clock, random, ids, changed: settle, acked: conversation.acked });
  const tracker = createTracker({ line, clock, random, ids });
  const typing = createTyping(line, clock, () => publish());
  const suggest = createSuggester(line);
  const latest = createLatest({
    line,
    clock,
    random,
    answered(event, answer) {
      if (event !== 'identify') return;
      verified = answer.ok && 'verified' in answer && answer.verified;
      publish();
      // Who is known by now may have a conversation already.
      conversation.pull();
    },
  });

  const parts = () => ({
    connection,
    error,
    needsConsent: session.needsConsent(),
    verified,
    presence,
    extras,
    conversation: conversation.current,
    shown: conversation.log.shown,
    entries: outbox.entries,
    typing: typing.from,
    lastSeq: conversation.log.lastSeq,
    visitorSeenSeq: conversation.visitorSeenSeq,
    draft,
    loaded: conversation.loaded,
    erased,
  });
  outbox.adopt();
  const view = createView(parts());
  const publish = () => {
    if (view.update(parts())) for (const listener of [...listeners]) listener();
  };

  const stop = () => {
    wanted = false;
    line.close();
    for (const part of [conversation, sender, tracker, latest, typing]) part.stop();
    publish();
  };

  const resync = () => {
    outbox.adopt();
    conversation.pull();
    settle();
    sender.pump();
  };

  return {
    getState: () => view.state,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    start() {
      wanted = true;
      if (!session.needsConsent()) line.open();
      publish();
    },
    stop,
    forget() {
      stop();
      session.forget();
      outbox.clear();
      kept.remove('draft');
      tracker.clear();
      latest.clear();
      conversation.reset();
      erased = false;
      draft = '';
      verified = false;
      presence = null;
      publish();
    },
    agree() {
      session.agree();
      if (wanted) line.open();
      publish();
    },
    send(text, intent, attachments) {
      typing.set(false);
      return sender.send(text, intent, attachments);
    },
    retry: sender.retry,
    discard: sender.discard,
    end: sender.end,
    setDraft(text) {
      draft = text;
      if (text) kept.write('draft', text);
      else kept.remove('draft');
      publish();
    },
    setTyping: typing.set,
    markSeen(seq) {
      if (!conversation.visitorSeen(seq)) return;
      latest.set('seen', { seq: conversation.visitorSeenSeq });
      publish();
    },
    suggest,
    ask: line.ask,
    token: session.token,
    setLocale(locale) {
      session.told.locale = locale;
      latest.set('locale', { locale });
    },
    identify(identity) {
      session.told.identity = identity;
      latest.set('identify', identity);
    },
    setPage(page) {
      session.told.page = cutPage(page);
      latest.set('page', session.told.page);
    },
    track: (event) => tracker.track(event, session.told.page?.url ?? ''),
    resync,
    wake() {
      if (line.ready) resync();
      else line.wake();
    },
  };
}
