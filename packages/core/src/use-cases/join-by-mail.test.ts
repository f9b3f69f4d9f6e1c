import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Conversation } from '../domain/conversation/conversation.ts';
import type { Visitor } from '../domain/visitor.ts';
import type { OutboxJob } from '../domain/notice/job.ts';
import { anonymous } from '../testing/contract/stage.ts';
import { createTestDesk } from '../testing/test-desk.ts';
import type { TestDesk } from '../testing/test-desk.ts';
import { joinByMail } from './join-by-mail.ts';
import { receiveVisitorMessage } from './receive-visitor-message.ts';
import { setBlocked } from './update-visitor.ts';

const ID = '0f8fad5b-d9cb-869f-8165-70867728950e';

describe('an answer by mail', () => {
  let desk: TestDesk;
  let visitor: Visitor;
  let conversation: Conversation;

  beforeEach(async () => {
    desk = createTestDesk();
    visitor = await desk.store.createVisitor(anonymous('shop', 'v-1'), 'hash');
    ({ conversation } = await receiveVisitorMessage(desk, visitor, { text: 'hello', clientId: 'c-1' }));
  });

  const mailed = (text: string, change = {}) =>
    joinByMail(desk, {
      site: 'shop',
      conversation: conversation.id,
      id: ID,
      text,
      files: [],
      from: 'ann@customer.example',
      ...change,
    });
  const said = async () =>
    (await desk.store.readLog(conversation.key, { limit: 50 })).flatMap(({ entry }) =>
      entry.type === 'visitor_message' ? [entry.text] : [],
    );
  const outgoing = async () => {
    const now = desk.clock.now();
    return (await desk.store.claimJobs({ now, until: now, limit: 10, lease: 'L' })) as OutboxJob[];
  };

  it('is a message that the bot answers, by mail', async () => {
    expect(await mailed('how do I return it')).toBe('joined');
    expect(await said()).toEqual(['hello', 'how do I return it']);
    expect(await outgoing()).toMatchObject([
      {
        kind: 'mail',
        payload: {
          to: { address: 'ann@customer.example' },
          conversation: conversation.id,
          content: {
            template: 'owner_answer_unseen',
            toMail: true,
            answers: [{ name: 'Teal & Linen', text: 'Within 30 days.' }],
          },
        },
      },
    ]);
  });

  it('that is read twice is one message with one answer', async () => {
    await mailed('how do I return it');
    await mailed('how do I return it');
    expect(await said()).toHaveLength(2);
    expect(await outgoing()).toHaveLength(1);
  });

  it('names its files, and is cut where it is longer than a message may be', async () => {
    await mailed('x'.repeat(5_000), { files: ['crack.jpg', 'bill.pdf'] });
    const text = (await said())[1] ?? '';
    expect(text).toMatch(/^x+\n\(Attached, not kept: crack\.jpg, bill\.pdf\)$/);
    expect([...text].length).toBeLessThanOrEqual(4_000);
  });

  it('joins nothing of another site, nor of a visitor who is blocked', async () => {
    expect(await mailed('hi', { site: 'bakery' })).toBe('refused');
    expect(await mailed('hi', { conversation: 'none' })).toBe('refused');
    await setBlocked(desk, 'shop', conversation.id, 'blocked');
    expect(await mailed('hi')).toBe('refused');
    expect(await said()).toEqual(['hello']);
  });
});
