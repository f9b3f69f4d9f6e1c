import { describe, expect, it } from '@jest/globals';
import { maskPersonal } from './mask-personal.ts';

describe('masking what could lead to a person', () => {
  it.each([
    ['write to jane.doe+shop@mail.example.co.uk please', 'write to name@example.com please'],
    ['我的邮箱是wang_li@例子.cn，谢谢', 'name@example.com，谢谢'],
    ['mail a＠b.com or c@d.org', 'mail name@example.com or name@example.com'],
    ['where is order #TL-10423?', 'where is order #TL-00000?'],
    ['call +49 (0)30 123-456 after 5', 'call +00 (0)00 000-000 after 5'],
    ['我的手机号是138 0013 8000', '我的手机号是000 0000 0000'],
    ['订单１０４２３到哪了', '订单00000到哪了'],
    ['card 4111-1111-1111-1111', 'card 0000-0000-0000-0000'],
    ['https://shop.example/o?token=abc42&x=1 does not open', 'https://shop.example/o does not open'],
  ])('%s', (text, masked) => {
    expect(maskPersonal(text)).toBe(masked);
  });

  it.each(['do you have size 42 in blue', '3 天能到吗', 'open at 9:30 or 10?', 'is 100 g enough', ''])(
    'leaves %j as it is',
    (text) => {
      expect(maskPersonal(text)).toBe(text);
    },
  );

  it('takes no time over what only looks like an address', () => {
    const started = performance.now();
    maskPersonal(`${'a.'.repeat(2_000)}@${'b.'.repeat(1_000)}`);
    maskPersonal(`${'1 '.repeat(2_000)}x`);
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});
