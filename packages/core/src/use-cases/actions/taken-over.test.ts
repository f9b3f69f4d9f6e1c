import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Visitor } from '../../domain/visitor.ts';
import { ActionDesk } from '../../testing/action-desk.ts';
import { handBackToBot, takeOverConversation } from '../conversation/act-as-owner.ts';

let at: ActionDesk;
let ann: Visitor;

beforeEach(async () => {
  at = new ActionDesk();
  ann = await at.visitor();
});

describe('a step of an action in a conversation that a person takes over and hands back', () => {
  it('tells its result as news, and not as the answer to a message that was the person’s', async () => {
    await at.says(ann, 'I want to book a visit', 'Ann', 'ann@b.example');
    await at.asks(ann, 'the first one');
    const conversationId = (await at.conversation(ann))?.id ?? '';
    await takeOverConversation(at.desk, { site: 'shop', conversationId, ownerName: 'Mara' });
    await handBackToBot(at.desk, { site: 'shop', conversationId, ownerName: 'Mara' });
    await at.run();
    const told = await at.last(ann);
    expect(told.text).toMatch(/^Booked: First visit/);
    expect(told).not.toHaveProperty('replyTo');
  });

  it('answers the message that asked for it where nobody stepped in', async () => {
    await at.says(ann, 'I want to book a visit', 'Ann', 'ann@b.example');
    await at.says(ann, 'the first one');
    expect(await at.last(ann)).toHaveProperty('replyTo');
  });
});
