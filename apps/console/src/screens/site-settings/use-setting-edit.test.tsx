/** @jest-environment jsdom */
import { afterEach, describe, expect, it } from '@jest/globals';
import { render } from 'preact';
import { drafts } from '../../state/drafts.ts';
import { withSetting } from '../../state/settings/setting-draft.ts';
import type { ReadSettings } from '../../state/api/settings-api.ts';
import { useSettingEdit } from './use-setting-edit.ts';
import type { SettingEditing } from './use-setting-edit.ts';

const READ = { version: '1', text: '{}', values: { name: 'Shop' }, blocks: {}, undo: null, preview: '' };

let editing: SettingEditing;
function Form() {
  editing = useSettingEdit('shop', READ as unknown as ReadSettings, 'en');
  return <p>{editing.changed.length} unsaved</p>;
}

afterEach(() => {
  render(null, document.body);
  sessionStorage.clear();
});

describe('what is changed in settings', () => {
  it('is kept as soon as it is said to be unsaved: who reads that may reload at once', async () => {
    render(<Form />, document.body);
    editing.onEdit((edit) => withSetting(edit, ['name'], 'Mine'));
    // It is drawn within the same task, and painted after it.
    for (let turns = 0; turns < 10 && document.body.textContent !== '1 unsaved'; turns += 1) await Promise.resolve();
    expect(document.body.textContent).toBe('1 unsaved');
    expect(drafts.read('settings shop')).toContain('"Mine"');
  });
});
