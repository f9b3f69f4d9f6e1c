import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { deliveryReason } from './delivery-reasons.ts';

const SAID = [
  'it answered 500',
  'it has moved (it answered 301)',
  'hooks.example refuses the connection (ECONNREFUSED)',
  'hooks.example has no address (ENOTFOUND)',
  'hooks.example has no address',
  'hooks.example has no certificate that can be trusted (CERT_HAS_EXPIRED)',
  'hooks.example did not answer in time',
  '10.0.0.1 is no machine of the public internet, so it is not called',
  'it was cut off while being sent 2 times, so it may have arrived',
];

describe('why a call came to nothing', () => {
  it.each(SAID)('is said in the owner’s language: %s', (reason) => {
    expect(deliveryReason(reason, 'en')).toBe(reason);
    const chinese = deliveryReason(reason, 'zh');
    expect(chinese).toMatch(/\p{Script=Han}/u);
    expect(chinese).not.toMatch(/\b(?:it|the|is|was|has)\b|\$\d/);
    for (const kept of reason.match(/\d{3}|hooks\.example/g) ?? []) expect(chinese).toContain(kept);
  });

  it('stays as another server said it', () => {
    expect(deliveryReason('550 5.1.1 mailbox unavailable', 'zh')).toBe('550 5.1.1 mailbox unavailable');
  });

  it('is known here for every word that the sender of calls has for one', () => {
    const source = (file: string) =>
      readFileSync(new URL(`../../../../packages/notify/src/${file}`, import.meta.url), 'utf8');
    const words = [
      ...source('outgoing/never-called.ts').matchAll(/OutgoingError\('\w+', (?:'|`)(.+?)(?:'|`)\)/g),
      ...source('outgoing/safe-fetch.ts').matchAll(/OutgoingError\('\w+', (?:'|`)(.+?)(?:'|`)\)/g),
      ...source('outgoing/outgoing-error.ts').matchAll(/^ {2}[a-z_]+: '([a-z ]+)',$/gm),
      ...source('carrier.ts').matchAll(/(?:failed\(|reason: )'(.+?)'/g),
    ].flatMap(([, text]) => text ?? []);
    expect(words.length).toBeGreaterThan(12);
    // Never put on the list of what was given up.
    for (const word of words.filter((each) => each !== 'somebody else has it')) {
      const whole = /^(?:has|refuses|cannot|broke)/.test(word) ? `hooks.example ${word} (CODE)` : word;
      const said = whole.replace(/\$\{\w+(?:\.\w+)?\}/g, 'hooks.example');
      expect([said, deliveryReason(said, 'zh') !== said]).toEqual([said, true]);
    }
  });
});
