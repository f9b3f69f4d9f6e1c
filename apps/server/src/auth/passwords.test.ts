import { describe, expect, it } from '@jest/globals';
import { Passwords } from './passwords.ts';

describe('passwords', () => {
  const passwords = new Passwords();

  it('are kept as scrypt with a salt of their own', async () => {
    const [one, other] = await Promise.all([passwords.hash('a quiet lamp'), passwords.hash('a quiet lamp')]);
    expect(one).toMatch(/^scrypt\$131072\$8\$1\$[\w-]{22}\$[\w-]{43}$/);
    expect(other).not.toBe(one);
    expect(await passwords.verify('a quiet lamp', one)).toBe(true);
    expect(await passwords.verify('a loud lamp', one)).toBe(false);
  });

  it('fit whatever they cost when they were made', async () => {
    const cheap = new Passwords({ N: 2 ** 10, r: 8, p: 1 });
    const hash = await cheap.hash('a quiet lamp');
    expect(hash).toMatch(/^scrypt\$1024\$/);
    expect(await passwords.verify('a quiet lamp', hash)).toBe(true);
    expect(await cheap.verify('a loud lamp', hash)).toBe(false);
  });

  it('match neither nobody nor a hash that is not ours', async () => {
    expect(await passwords.verify('', null)).toBe(false);
    expect(await passwords.verify('x', '')).toBe(false);
    expect(await passwords.verify('x', '$argon2id$v=19$m=1,t=1,p=1$AA$AA')).toBe(false);
  });
});
