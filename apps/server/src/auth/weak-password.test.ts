import { describe, expect, it } from '@jest/globals';
import { isWeakPassword } from './weak-password.ts';

const mei = { email: 'mei@example.com', name: 'Mei Lin' };

describe('a password', () => {
  it.each([
    '          ',
    'aaaaaaaaaaaa',
    'abababababab',
    '1234567890',
    '0987654321',
    'qwertyuiop',
    'mei@example.com',
    'Mei Lin1234',
    'meimeimei12',
  ])('like "%s" is too easy to guess', (password) => expect(isWeakPassword(password, mei)).toBe(true));

  it.each(['correct horse battery', 'linen-and-teal-7', '我喜欢亚麻布和蓝绿色', 'Tr0ub4dor&3x'])(
    'like "%s" is not',
    (password) => expect(isWeakPassword(password, mei)).toBe(false),
  );
});
