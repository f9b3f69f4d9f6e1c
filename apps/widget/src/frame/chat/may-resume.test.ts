import { describe, expect, it } from '@jest/globals';
import type { ChatItem } from '@solodesk/client';
import { mayResume } from './may-resume.ts';

const intent = 'solodesk.resume-bot';
const promise: ChatItem = {
  type: 'bot_message',
  seq: 1,
  at: 0,
  text: 'Mei will answer by ten',
  quickReplies: [{ label: 'Go on with the bot', intent }],
};
const visitor: ChatItem = { type: 'visitor_message', seq: 2, at: 0, text: 'hello?', clientId: 'a' };
const owner: ChatItem = { type: 'owner_message', seq: 3, at: 0, text: 'here I am', name: 'Mei', clientId: 'o' };
const pressed: ChatItem = { type: 'outbox', clientId: 'b', at: 0, text: 'Go on', intent, status: 'sending' };
const may = (state: 'bot' | 'waiting' | 'owner' | 'closed', ...items: ChatItem[]) =>
  mayResume({ conversation: { id: 'c', state, ownerName: null, ownerSeenSeq: 0 }, items });

describe('going on with the bot', () => {
  it('is offered while a person is waited for, until it is on its way', () => {
    expect(may('waiting', visitor)).toBe(true);
    expect(may('waiting', visitor, pressed)).toBe(false);
  });

  it('is offered after a promise that the owner has not kept yet', () => {
    expect(may('owner', visitor)).toBe(false);
    expect(may('owner', promise, visitor)).toBe(true);
    expect(may('owner', promise, visitor, owner)).toBe(false);
  });

  it('is no matter while the bot answers, nor when all is over', () => {
    expect(may('bot', promise)).toBe(false);
    expect(may('closed', promise)).toBe(false);
    expect(mayResume({ conversation: null, items: [] })).toBe(false);
  });
});
