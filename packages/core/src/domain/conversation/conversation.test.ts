import { describe, expect, it } from '@jest/globals';
import { copyConversation, newConversation } from './conversation.ts';
import type { Conversation } from './conversation.ts';

const fresh = newConversation({ id: 'c', site: 'shop', visitorKey: 7, locale: 'zh', timeZone: 'Asia/Shanghai', at: 5 });

describe('a copy of a conversation', () => {
  it('holds each property of it, and none in the place of another', () => {
    // No two have the same value.
    const marked = Object.fromEntries(Object.keys(fresh).map((name) => [name, name])) as unknown as Conversation;
    expect(copyConversation(marked)).toEqual(marked);
  });

  it('is written in place without the other knowing', () => {
    const copy = copyConversation(fresh);
    copy.state = 'closed';
    expect(fresh.state).toBe('bot');
  });
});
