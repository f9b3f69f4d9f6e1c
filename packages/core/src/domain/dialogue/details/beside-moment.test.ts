import { describe, expect, it } from '@jest/globals';
import { replyInput } from '../../../testing/reply-input.ts';
import { LABEL, RETURNS } from '../../../testing/test-desk.ts';
import { BUILT_IN } from '../../faq.ts';
import { decideReply } from '../decide-reply.ts';

const asked: string[] = [];
/** Knows a few bare sentences for sure, and everything else hardly. */
const KNOWN: Record<string, string> = {
  "i'd like to send it back": RETURNS.intent,
  'can i send it back': RETURNS.intent,
  'do you deliver': LABEL.intent,
  可以退货吗: RETURNS.intent,
  'are you there': BUILT_IN.bot,
};
const understand = (text: string) => {
  asked.push(text);
  const intent =
    KNOWN[
      text
        .toLowerCase()
        .replace(/[?？. ]+$/, '')
        .trim()
    ];
  return intent === undefined ? [{ intent: LABEL.intent, confidence: 0.3 }] : [{ intent, confidence: 0.9 }];
};
const reply = (text: string, locale: 'en' | 'zh' = 'en') => decideReply(replyInput({ text, locale, understand }));

describe('a request with a moment in it', () => {
  it.each([
    ["I'd like to send it back next Friday at 3", RETURNS.intent],
    ['Can I send it back the day after tomorrow in the afternoon?', RETURNS.intent],
    ['tomorrow at 10:30 can I send it back', RETURNS.intent],
    ['can I send it back on 12 March', RETURNS.intent],
    ['do you deliver on Saturday morning', LABEL.intent],
  ])('%j is understood without it', (text, intent) => {
    expect(reply(text).reason).toMatchObject({ kind: 'answered', guesses: [{ intent }] });
  });

  it.each(['后天上午十点可以退货吗', '下周三下午3点半可以退货吗', '12月3号可以退货吗？'])('%j as well', (text) => {
    expect(reply(text, 'zh').reason).toMatchObject({ kind: 'answered', guesses: [{ intent: RETURNS.intent }] });
  });

  it.each(['what happened on Friday', 'are you there tomorrow?', 'room 3 on the second floor'])(
    '%j is not, where nothing clear is left',
    (text) => {
      expect(reply(text).reason.kind).not.toBe('answered');
    },
  );

  it('costs no second understanding where no moment is named', () => {
    asked.length = 0;
    reply('can I bring 2 dogs');
    expect(asked.filter((text) => text !== 'can I bring 2 dogs')).toEqual([]);
  });
});
