import { beforeEach, describe, expect, it } from '@jest/globals';
import { newConversation } from '@solodesk/core';
import type { StoredEvent, Visitor } from '@solodesk/core';
import type { Socket } from 'socket.io';
import { OnlineVisitors } from './online-visitors.ts';
import { VisitorFeed } from './visitor-feed.ts';

const conversation = newConversation({ id: 'c', site: 'shop', visitorKey: 7, locale: 'en', timeZone: null, at: 1 });
const placed = (seq: number) => ({ id: seq, conversationKey: 7, seq, at: 40 + seq });
const message = (seq: number): StoredEvent => ({
  ...placed(seq),
  entry: { type: 'visitor_message', text: 'x', clientId: `m${seq}` },
});
const reopened = (seq: number): StoredEvent => ({ ...placed(seq), entry: { type: 'reopened' } });

describe('what the tabs of a visitor hear', () => {
  let feed: VisitorFeed;
  let heard: { first: number[][]; second: number[][] };
  let first: Socket;

  beforeEach(() => {
    const online = new OnlineVisitors();
    feed = new VisitorFeed(online);
    heard = { first: [], second: [] };
    const open = (tab: 'first' | 'second') => {
      const emit = (_: string, body: { events: { seq: number }[] }) =>
        heard[tab].push(body.events.map(({ seq }) => seq));
      const socket = { emit } as unknown as Socket;
      online.add({ socket, visitor: { key: 7 } as Visitor });
      return socket;
    };
    first = open('first');
    open('second');
  });

  it('is a message of one in all the others, and its time for the ack of the one', () => {
    feed.sending('m1', first);
    feed.events(conversation, [message(1)]);
    expect(heard).toEqual({ first: [], second: [[1]] });
    expect(feed.sent('m1')).toBe(41);
    expect(feed.sent('m1')).toBeNull();
  });

  it('is everything in all of them where more happened than the message', () => {
    feed.sending('m2', first);
    feed.events(conversation, [reopened(1), message(2)]);
    expect(heard).toEqual({ first: [[1, 2]], second: [[1, 2]] });
    expect(feed.sent('m2')).toBeNull();
  });

  it('is a message that came another way in all of them', () => {
    feed.events(conversation, [message(1)]);
    expect(heard).toEqual({ first: [[1]], second: [[1]] });
  });
});
