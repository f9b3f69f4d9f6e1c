import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { newConversation } from '@solodesk/core';
import type { Conversation, StoredEvent, Visitor } from '@solodesk/core';
import type { Socket } from 'socket.io';
import { until } from '../testing/until.ts';
import { OnlineVisitors } from './online-visitors.ts';
import { VisitorFeed } from './visitor-feed.ts';

const from = { id: 'c', site: 'shop', visitorKey: 7, locale: 'en', timeZone: null, at: 1 } as const;
const owing: Conversation = { ...newConversation(from), botDue: [1] };
const answered: Conversation = { ...owing, botDue: [] };

function event(seq: number): StoredEvent {
  return { id: seq, conversationKey: 7, seq, at: 1, entry: { type: 'bot_message', text: `${seq}` } };
}

describe('what a visitor hears', () => {
  let heard: number[][];
  let online: OnlineVisitors;
  const session = () => {
    const socket = {
      emit: (_: string, body: { events: { seq: number }[] }) => heard.push(body.events.map(({ seq }) => seq)),
    };
    return { socket: socket as unknown as Socket, visitor: { key: 7 } as Visitor };
  };
  let only: ReturnType<typeof session>;

  beforeEach(() => {
    heard = [];
    online = new OnlineVisitors();
    only = session();
    online.add(only);
  });
  afterEach(() => void online.remove(only));

  it('is a message together with the answer that follows at once, in order', () => {
    const feed = new VisitorFeed(online);
    feed.events(owing, [event(1)]);
    feed.events(answered, [event(2), event(3)]);
    expect(heard).toEqual([[1, 2, 3]]);
  });

  it('is a message alone when the answer takes long, and then the answer', async () => {
    const feed = new VisitorFeed(online);
    feed.events(owing, [event(1)]);
    await until(() => heard.length === 1, 'for the message');
    feed.events(answered, [event(2)]);
    expect(heard).toEqual([[1], [2]]);
  });

  it('is everything at once where the bot owes nothing', () => {
    const feed = new VisitorFeed(online);
    feed.events(answered, [event(1)]);
    feed.events(answered, [event(2)]);
    expect(heard).toEqual([[1], [2]]);
  });
});
