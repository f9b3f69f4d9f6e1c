import type { ChatStorage } from '../visitor/types.ts';

export interface FakeStorage extends ChatStorage {
  readonly content: Map<string, string>;
  /** `full` keeps nothing new; `throwing` throws at any touch, as a browser does that blocks third-party storage. */
  mode: 'good' | 'full' | 'throwing';
}

export function createFakeStorage(): FakeStorage {
  const content = new Map<string, string>();
  const touch = () => {
    if (storage.mode === 'throwing') throw new Error('SecurityError: storage is blocked');
  };
  const storage: FakeStorage = {
    content,
    mode: 'good',
    get(key) {
      touch();
      return content.get(key) ?? null;
    },
    set(key, value) {
      touch();
      if (storage.mode === 'full') return false;
      content.set(key, value);
      return true;
    },
    remove(key) {
      touch();
      content.delete(key);
    },
  };
  return storage;
}
