import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Visitor } from '../../domain/visitor.ts';
import { anonymous } from '../../testing/contract/stage.ts';
import { findPlainly } from '../../testing/form-talk.ts';
import { createTestDesk } from '../../testing/test-desk.ts';
import type { TestDesk } from '../../testing/test-desk.ts';
import { addKnownProblem, awaitFix, markProblemFixed, tellOfFixes } from './known-problems.ts';
import { receiveVisitorMessage } from '../conversation/receive-visitor-message.ts';

describe('a known problem', () => {
  let desk: TestDesk;
  let visitor: Visitor;
  beforeEach(async () => {
    desk = createTestDesk();
    Object.assign(desk.knowledge.of('shop')!.entities, { find: findPlainly });
    visitor = await desk.store.createVisitor(anonymous('shop', 'v-1'), 'hash');
  });
  const says = (text: string) => receiveVisitorMessage(desk, visitor, { text, clientId: desk.ids.uuid() });
  const log = async () => {
    const conversation = await desk.store.findConversationOfVisitor('shop', visitor.key);
    return conversation === null ? [] : desk.store.readLog(conversation.key, { limit: 100 });
  };
  const botTexts = async () => (await log()).flatMap(({ entry }) => (entry.type === 'bot_message' ? [entry.text] : []));
  const add = () =>
    addKnownProblem(desk, 'shop', {
      text: { en: 'Cards fail.', zh: '刷卡失败。' },
      words: ['payment fail*', '付款 失败'],
    });

  it('is told to who asks about it, in their language, and to nobody else', async () => {
    await add();
    await says('my payment failed');
    await says('为什么付款失败');
    await says('can I return it');
    const texts = await botTexts();
    expect(texts[0]).toContain('Cards fail.');
    expect(texts[1]).toContain('刷卡失败。');
    expect(texts[2]).toBe('Within 30 days.');
  });

  it('is not told any more once it is fixed', async () => {
    const { id } = await add();
    await markProblemFixed(desk, 'shop', id, {});
    await says('my payment failed');
    expect((await botTexts())[0]).not.toContain('Cards fail.');
    await expect(markProblemFixed(desk, 'shop', id, {})).rejects.toMatchObject({ kind: 'not_found' });
    await expect(awaitFix(desk, visitor, id, null)).rejects.toMatchObject({ kind: 'not_found' });
  });

  it('is told of once to each who waited when it is fixed, also after a crash in between', async () => {
    const { id } = await add();
    await awaitFix(desk, visitor, id, 'ann@example.com');
    await tellOfFixes(desk);
    expect(await botTexts()).toEqual([]);
    await markProblemFixed(desk, 'shop', id, { en: 'Cards work again.' });
    const markTold = desk.store.markTold.bind(desk.store);
    desk.store.markTold = () => Promise.reject(new Error('crash'));
    await tellOfFixes(desk);
    desk.store.markTold = markTold;
    await tellOfFixes(desk);
    await tellOfFixes(desk);
    expect(await botTexts()).toEqual(['Cards work again.']);
  });

  it('is told of to who writes an address, says yes or presses the button when it was told, and not before', async () => {
    const { id } = await add();
    const waiting = async () => (await desk.store.problems('shop', 9)).map((one) => one.waiting);
    await says('ann@b.example');
    expect(await waiting()).toEqual([0]);
    await says('my payment failed');
    await says('ok, write to Ann@b.example');
    expect((await botTexts()).at(-1)).toBe('All right: you will hear it here and at ann@b.example when it is fixed.');
    expect(await waiting()).toEqual([1]);
    await markProblemFixed(desk, 'shop', id, {});
    const [waiter] = await desk.store.untoldWaiters(9);
    expect(waiter).toMatchObject({ email: 'ann@b.example' });
  });

  it('is told of in the chat alone to who only says yes, and by mail when they write an address after that', async () => {
    await add();
    await says('my payment failed');
    await says('yes please');
    expect((await botTexts()).at(-1)).toMatch(/^All right: you will hear it here when it is fixed\./);
    await says('ann@b.example');
    expect((await botTexts()).at(-1)).toContain('at ann@b.example');
    await says('can I return it');
    expect((await botTexts()).at(-1)).toBe('Within 30 days.');
  });

  it('is one of three at most: more would hide the talk', async () => {
    for (let n = 0; n < 3; n++) await add();
    await expect(add()).rejects.toMatchObject({ kind: 'conflict' });
  });
});
