/** @jest-environment jsdom */
import { describe, expect, it } from '@jest/globals';
import { keepSettings, takeUpSettings } from './kept-settings.ts';
import { draftOf, editOf, rebased, withSetting } from './setting-draft.ts';
import type { SiteSettings } from '../api/settings-api.ts';

const BASE: SiteSettings = { version: '1', text: '{}', values: { name: 'Shop', position: 'right' }, blocks: {} };
const THEIRS: SiteSettings = { ...BASE, version: '2', values: { name: 'Theirs', position: 'left' } };
const kept = keepSettings(withSetting(editOf(BASE), ['name'], 'Mine'));

describe('unsaved settings', () => {
  it('are taken up where the file is as it was', () => {
    const { edit, theirs } = takeUpSettings(BASE, kept);
    expect(draftOf(edit)).toEqual({ values: { name: 'Mine' }, blocks: {} });
    expect([edit.base.version, theirs]).toEqual(['1', null]);
  });

  it('are shown beside what somebody else wrote meanwhile, and stay of the version that they began from', () => {
    const { edit, theirs } = takeUpSettings(THEIRS, kept);
    expect(theirs).toEqual(THEIRS);
    expect(edit.base.version).toBe('1');
    // Kept again before anything is decided, the question comes back with the next reload.
    expect(takeUpSettings(THEIRS, keepSettings(edit)).theirs).toEqual(THEIRS);
    expect(rebased(edit, THEIRS)).toMatchObject({
      values: { name: 'Mine', position: 'left' },
      base: { version: '2' },
    });
  });

  it('ask nothing where the file says the same by now', () => {
    const same = { ...THEIRS, values: { name: 'Mine', position: 'right' } };
    expect(takeUpSettings(same, kept)).toEqual({ edit: editOf(same), theirs: null, waiting: null });
  });

  it('are nothing where nothing was changed, or cannot be read', () => {
    expect(keepSettings(editOf(BASE))).toBe('');
    for (const text of ['', '{', '{"values":{"name":"x"}}']) {
      expect(takeUpSettings(BASE, text)).toEqual({ edit: editOf(BASE), theirs: null, waiting: null });
    }
  });

  it('of forms wait while the file cannot be read, over reloads and beside what mends it, and come back after that', () => {
    const broken: SiteSettings = { version: '2', text: '{oops', values: null, blocks: {} };
    const first = takeUpSettings(broken, kept);
    expect([first.edit, first.waiting]).toEqual([editOf(broken), { values: { name: 'Mine' }, blocks: {} }]);
    const again = takeUpSettings(broken, keepSettings({ ...first.edit, whole: '{"a' }, first.waiting));
    expect([again.edit.whole, again.waiting]).toEqual(['{"a', first.waiting]);
    // Nothing is asked: the forms were left before the file was broken, and what they say differs in plain sight.
    const mended = takeUpSettings(THEIRS, keepSettings(again.edit, again.waiting));
    expect(mended).toMatchObject({ theirs: null, waiting: null, edit: { whole: null, base: { version: '2' } } });
    expect(draftOf(mended.edit)).toEqual({ values: { name: 'Mine' }, blocks: {} });
  });
});
