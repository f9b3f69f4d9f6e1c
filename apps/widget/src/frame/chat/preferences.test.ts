import { describe, expect, it } from '@jest/globals';
import { memoryStorage } from '../host/storage.ts';
import { chooseLocale, createPreferences } from './preferences.ts';

describe('the language', () => {
  it('is the visitor’s choice, then the page’s, then the browser’s, then the site’s', () => {
    expect(chooseLocale(['zh', 'en', 'en-GB'], ['en', 'zh'], 'en')).toBe('zh');
    expect(chooseLocale([null, undefined, 'fr', 'zh-Hant-TW', 'en'], ['en', 'zh'], 'en')).toBe('zh');
    expect(chooseLocale([null, 'fr'], ['en', 'zh'], 'zh')).toBe('zh');
    expect(chooseLocale(['zh'], ['en'], 'en')).toBe('en');
  });
});

describe('preferences', () => {
  it('survive, and are forgotten with the visitor', () => {
    const storage = memoryStorage({});
    const first = createPreferences(storage, 'shop');
    first.keepLocale('zh');
    first.keepMuted(true);
    const later = createPreferences(storage, 'shop');
    expect([later.locale(), later.muted()]).toEqual(['zh', true]);
    expect(createPreferences(storage, 'other').muted()).toBe(false);
    later.forget();
    expect([first.locale(), first.muted()]).toEqual([null, false]);
  });
});
