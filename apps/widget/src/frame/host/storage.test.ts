import { describe, expect, it } from '@jest/globals';
import { memoryStorage, ownStorage } from './storage.ts';

function fakeStorage(limit = Infinity): Storage {
  const values = new Map<string, string>();
  return {
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => {
      if (value.length > limit) throw new DOMException('full', 'QuotaExceededError');
      values.set(key, value);
    },
    removeItem: (key: string) => void values.delete(key),
  } as Storage;
}

describe('the frame’s own storage', () => {
  it('is not there where the browser denies it', () => {
    const denied = () => {
      throw new DOMException('denied', 'SecurityError');
    };
    expect(ownStorage(denied)).toBeNull();
  });

  it('writes, reads and removes the same key, and leaves no trace of its trial', () => {
    const storage = fakeStorage();
    const own = ownStorage(() => storage)!;
    expect(storage.getItem('solodesk')).toBeNull();
    own.set('a', 'b');
    expect([own.get('a'), storage.getItem('a')]).toEqual(['b', 'b']);
    own.remove('a');
    expect(own.get('a')).toBeNull();
  });

  it('says so when it is full', () => {
    const own = ownStorage(() => fakeStorage(3))!;
    expect([own.set('a', 'bcd'), own.set('a', 'bcde')]).toEqual([true, false]);
  });
});

describe('storage in memory', () => {
  it('begins with what the page kept, and tells it of each change', () => {
    const told: unknown[] = [];
    const memory = memoryStorage({ token: 't' }, (key, value) => told.push([key, value]));
    expect(memory.get('token')).toBe('t');
    expect(memory.set('draft', 'x')).toBe(true);
    memory.remove('token');
    expect(memory.get('token')).toBeNull();
    expect(told).toEqual([
      ['draft', 'x'],
      ['token', null],
    ]);
  });

  it('says that it keeps nothing where the site forbids the page’s storage', () => {
    expect(memoryStorage({}).set('draft', 'x')).toBe(false);
  });
});
