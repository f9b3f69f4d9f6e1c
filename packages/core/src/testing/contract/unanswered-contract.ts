import { visitorSpeaks } from '../../domain/conversation/visitor-commands.ts';
import type { BotReason } from '../../domain/conversation/log-event.ts';
import type { Visitor } from '../../domain/visitor.ts';
import type { Contract } from './contract.ts';
import { BAKERY, SHOP } from './stage.ts';

const guesses = [
  { intent: 'returns.period', confidence: 0.41 },
  { intent: 'returns.how', confidence: 0.2 },
];

export const unansweredContract: Contract = ({ describe, it, expect }, stage) => {
  const asks = async (visitor: Visitor, text: string, kind: BotReason['kind'], at = 1_000) => {
    await stage().says(visitor, { text, at });
    return stage().botAnswers(visitor, { reason: { kind, guesses } }, at + 1);
  };
  const press = (visitor: Visitor, intent: string) =>
    stage().act(visitor, (conversation) =>
      visitorSpeaks(conversation, { text: 'a button', clientId: stage().uuid(), intent }, 5_000),
    );
  /** Presses the button of an FAQ, and is answered without a doubt. */
  const chooses = async (visitor: Visitor, intent: string) => {
    await press(visitor, intent);
    return stage().botAnswers(visitor, { reason: { kind: 'answered', guesses: [{ intent, confidence: 1 }] } }, 5_001);
  };
  const open = (site = SHOP, limit = 50) => stage().store.unanswered(site, { status: 'open', limit });
  const texts = async (status: 'open' | 'added' | 'ignored' = 'open') =>
    (await stage().store.unanswered(SHOP, { status, limit: 50 })).map(({ text }) => text);

  describe('unanswered questions', () => {
    it('are kept with the words of the log, and what the bot thought of', async () => {
      const visitor = await stage().visitor();
      const { conversation } = await asks(visitor, '能寄到挪威吗', 'unsure');
      expect(await open()).toMatchObject([
        {
          conversation: conversation.id,
          seq: 1,
          at: 1_000,
          text: '能寄到挪威吗',
          locale: 'en',
          kind: 'unsure',
          guesses,
          status: 'open',
        },
      ]);
    });

    it('are also those that came with a file; a file without words asks nothing', async () => {
      const visitor = await stage().visitor();
      const withFile = async (id: string, text: string) => {
        const file = { id, name: 'a.pdf', type: 'application/pdf', bytes: 9 } as const;
        const upload = { ...file, conversationKey: visitor.key, from: 'visitor', at: 1_000 } as const;
        await stage().store.addUpload(SHOP, upload, 9);
        await stage().act(visitor, (conversation) =>
          visitorSpeaks(conversation, { text, clientId: stage().uuid(), attachments: [file] }, 1_000),
        );
        await stage().botAnswers(visitor, { reason: { kind: 'unsure', guesses } });
      };
      await asks(visitor, 'hello', 'small_talk');
      await withFile('a', 'does this fit?');
      await withFile('b', '');
      expect(await texts()).toEqual(['does this fit?']);
    });

    it('are none where the bot was sure', async () => {
      const visitor = await stage().visitor();
      await asks(visitor, 'hello', 'small_talk');
      await asks(visitor, 'returns?', 'answered');
      expect(await open()).toEqual([]);
      expect(await stage().store.countUnanswered(SHOP, 10)).toBe(0);
    });

    it('come newest first, no more than were asked for, and counted to a limit', async () => {
      const visitor = await stage().visitor();
      for (const text of ['one', 'two', 'three']) await asks(visitor, text, 'unsure');
      expect(await texts()).toEqual(['three', 'two', 'one']);
      expect((await open(SHOP, 2)).map(({ text }) => text)).toEqual(['three', 'two']);
      const { store } = stage();
      expect([await store.countUnanswered(SHOP, 10), await store.countUnanswered(SHOP, 2)]).toEqual([3, 2]);
    });

    it('are dropped when the visitor chooses what was offered, and not by another button', async () => {
      const [chooser, other] = [await stage().visitor(), await stage().visitor()];
      await asks(chooser, 'sent back?', 'suggested');
      await asks(other, 'back to you?', 'suggested');
      await chooses(chooser, 'delivery.time');
      expect(await texts()).toEqual(['back to you?', 'sent back?']);
      await chooses(chooser, 'returns.how');
      expect(await texts()).toEqual(['back to you?']);
    });

    it('stay when the visitor says "none of these", which is no question itself', async () => {
      const visitor = await stage().visitor();
      await asks(visitor, 'sent back?', 'suggested');
      await press(visitor, 'solodesk.none-of-these');
      await stage().botAnswers(visitor, { reason: { kind: 'unsure', guesses: [] } }, 5_001);
      expect(await open()).toMatchObject([{ text: 'sent back?', kind: 'suggested' }]);
    });

    it('change their status alone, and come back', async () => {
      const visitor = await stage().visitor();
      for (const text of ['one', 'two', 'three']) await asks(visitor, text, 'unsure');
      const [three, two] = await open();
      const { store } = stage();
      expect(await store.setUnanswered(SHOP, [two!.key], 'ignored')).toBe(1);
      expect(await store.setUnanswered(SHOP, [three!.key, 987_654], 'added')).toBe(1);
      expect([await texts(), await texts('added'), await texts('ignored')]).toEqual([['one'], ['three'], ['two']]);
      expect(await store.countUnanswered(SHOP, 10)).toBe(1);
      expect(await store.setUnanswered(SHOP, [two!.key, three!.key], 'open')).toBe(2);
      expect(await store.setUnanswered(SHOP, [two!.key], 'open')).toBe(0);
      expect(await texts()).toEqual(['three', 'two', 'one']);
    });

    it('of another site are out of reach', async () => {
      const guest = await stage().visitor(BAKERY);
      await asks(guest, 'rye?', 'unsure');
      const [question] = await open(BAKERY);
      expect(question?.text).toBe('rye?');
      expect(await open()).toEqual([]);
      expect(await stage().store.setUnanswered(SHOP, [question!.key], 'ignored')).toBe(0);
      expect(await stage().store.setUnanswered('no-such-site', [question!.key], 'ignored')).toBe(0);
      expect(await open(BAKERY)).toHaveLength(1);
      expect(await stage().store.countUnanswered('no-such-site', 10)).toBe(0);
    });

    it('are also what was searched for in vain, each search one, with no conversation', async () => {
      const { store } = stage();
      const visitor = await stage().visitor();
      await asks(visitor, 'rye?', 'unsure');
      const search = { at: 7_000, text: '礼品包装', locale: 'zh', guesses } as const;
      await store.keepSearch(SHOP, search, 10);
      await store.keepSearch(SHOP, { ...search, at: 8_000 }, 10);
      await asks(visitor, 'wheat?', 'unsure');
      expect(await texts()).toEqual(['wheat?', '礼品包装', '礼品包装', 'rye?']);
      const kept = { ...search, at: 8_000, conversation: null, seq: 0, kind: 'searched', status: 'open' };
      expect((await open())[1]).toMatchObject(kept);
      expect(await store.countUnanswered(SHOP, 10)).toBe(4);
      expect(await open(BAKERY)).toEqual([]);
      const [, second, first] = await open();
      expect(await store.setUnanswered(BAKERY, [second!.key], 'ignored')).toBe(0);
      expect(await store.setUnanswered(SHOP, [second!.key, first!.key], 'ignored')).toBe(2);
      expect([await texts(), await texts('ignored')]).toEqual([
        ['wheat?', 'rye?'],
        ['礼品包装', '礼品包装'],
      ]);
      const { id } = await stage().conversation(visitor);
      await store.erasePerson(SHOP, { conversation: id }, { id: stage().uuid(), by: 'owner', at: 9_000 });
      expect([await texts(), await texts('ignored')]).toEqual([[], ['礼品包装', '礼品包装']]);
    });

    it('are the last searches of a site, however many there were, and all that was asked in talks', async () => {
      const { store } = stage();
      const visitor = await stage().visitor();
      await asks(visitor, 'rye?', 'unsure');
      const search = (text: string) => ({ at: 7_000, text, locale: 'en', guesses: [] }) as const;
      await store.keepSearch(BAKERY, search('elsewhere'), 2);
      for (const text of ['one', 'two', 'three', 'four']) await store.keepSearch(SHOP, search(text), 2);
      expect(await texts()).toEqual(['four', 'three', 'rye?']);
      const [four] = await open();
      await store.setUnanswered(SHOP, [four!.key], 'added');
      await store.keepSearch(SHOP, search('five'), 2);
      expect([await texts(), await texts('added')]).toEqual([['five', 'rye?'], ['four']]);
      expect((await open(BAKERY)).map(({ text }) => text)).toEqual(['elsewhere']);
    });

    it('of a blocked visitor are not shown', async () => {
      const visitor = await stage().visitor();
      await asks(visitor, 'buy pills', 'unsure');
      await stage().store.updateVisitor(visitor.key, { blocked: 'spam' });
      expect([await open(), await stage().store.countUnanswered(SHOP, 10)]).toEqual([[], 0]);
      await stage().store.updateVisitor(visitor.key, { blocked: 'no' });
      expect(await texts()).toEqual(['buy pills']);
    });
  });
};
