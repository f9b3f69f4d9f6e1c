import type { Contract } from './contract.ts';
import { SHOP } from './stage.ts';

/** Texts that encodings, collations and length limits have broken before. */
const TEXTS = {
  'an emoji family': '👩‍👩‍👧‍👦 and 🏳️‍🌈',
  Chinese: '我想退货，订单号是 1042。',
  'rare characters beyond 16 bits': '𠮷野家 𝒳',
  '4,000 combining marks': `a${'\u0301'.repeat(3_999)}`,
  'decomposed and composed letters': 'e\u0301 é',
  'right-to-left': 'مرحبا \u202eabc',
  'a NUL in the middle': 'a\u0000b',
  'line ends of all kinds': 'a\r\nb\nc\u2028d',
  'what looks like SQL': `'); DROP TABLE visitor; --`,
  'what looks like JSON': '{"type":"erased","text":null}',
  'what looks like HTML': '<img src=x onerror=alert(1)>',
  'blanks at both ends': '  x\t ',
  nothing: '',
};

export const textContract: Contract = ({ describe, it, expect }, stage) => {
  describe('a text comes back as it was:', () => {
    for (const [name, text] of Object.entries(TEXTS)) {
      it(name, async () => {
        const visitor = await stage().visitor(SHOP, {
          userId: text,
          claims: { note: text },
          page: { url: text, title: text },
        });
        await stage().says(visitor, { text, clientId: `id ${text.slice(0, 50)}` });
        await stage().botAnswers(visitor, { text, quickReplies: [{ label: text }] });
        await stage().ownerAnswers(visitor, { text });
        const { key, id } = await stage().conversation(visitor);
        const log = await stage().store.readLog(key, { limit: 10 });
        const texts = log.flatMap(({ entry }) => ('text' in entry ? [entry.text] : []));
        expect(texts).toEqual([text, text, text]);
        expect((await stage().store.findConversation(SHOP, id))?.visitor).toEqual(visitor);
      });
    }
  });
};
