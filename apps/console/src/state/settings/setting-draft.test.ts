import { describe, expect, it } from '@jest/globals';
import {
  besideField,
  blockText,
  changedKeys,
  draftOf,
  editOf,
  isBroken,
  problemsAt,
  rebased,
  valueAt,
  withBlock,
  withKept,
  withSetting,
} from './setting-draft.ts';
import type { SiteSettings } from '../api/settings-api.ts';

const BASE: SiteSettings = {
  version: '1',
  text: '{}',
  values: { name: 'Shop', colors: { accent: '#4338ca', _why: 'brand' }, policy: { promiseHours: 8 }, actions: [] },
  blocks: { actions: '[ ]' },
};
const edit = editOf(BASE);

describe('settings that are edited', () => {
  it('send what differs and nothing else, with what was emptied as null', () => {
    const changed = withSetting(
      withSetting(edit, ['colors', 'accent'], '#0f766e'),
      ['policy', 'promiseHours'],
      undefined,
    );
    expect(draftOf(changed)).toEqual({
      values: { colors: { accent: '#0f766e', _why: 'brand' }, policy: null },
      blocks: {},
    });
    expect(changedKeys(withSetting(changed, ['colors', 'accent'], '#4338ca'))).toEqual(['policy']);
    expect(valueAt(edit.values, ['colors', 'accent'])).toBe('#4338ca');
  });

  it('make the group around a value that had none', () => {
    expect(draftOf(withSetting(edit, ['hours', 'mon'], ['09:00-17:00'])).values).toEqual({
      hours: { mon: ['09:00-17:00'] },
    });
  });

  it('leave an entry of a list in its place when its last field is emptied', () => {
    const listed = editOf({ ...BASE, values: { routing: [{ name: 'a' }, { name: 'b' }] } });
    const emptied = withSetting(listed, ['routing', 0, 'name'], undefined);
    expect(emptied.values).toEqual({ routing: [{}, { name: 'b' }] });
    expect(withSetting(emptied, ['routing', 0, 'name'], 'c').values).toEqual({
      routing: [{ name: 'c' }, { name: 'b' }],
    });
  });

  it('are sent as text where they were typed as JSON, broken or not', () => {
    const typed = withBlock(edit, 'actions', '[{ "name": "x" }]');
    expect(typed.values.actions).toEqual([{ name: 'x' }]);
    expect(draftOf(typed)).toEqual({ values: {}, blocks: { actions: '[{ "name": "x" }]' } });
    const broken = withBlock(typed, 'actions', '[{');
    expect(isBroken(broken, 'actions')).toBe(true);
    expect(draftOf(broken).blocks).toEqual({ actions: '[{' });
    expect(draftOf(withBlock(broken, 'actions', '[]'))).toEqual({ values: {}, blocks: {} });
  });

  it('show a block as it stands in the file, until it is changed', () => {
    expect(blockText(edit, 'actions')).toBe('[ ]');
    expect(blockText(withSetting(edit, ['actions'], [1]), 'actions')).toBe('[\n  1\n]');
    expect(blockText(withBlock(edit, 'actions', '[1'), 'actions')).toBe('[1');
  });

  it('are put on what somebody else wrote meanwhile', () => {
    const mine = withSetting(edit, ['name'], 'Mine');
    const theirs = { ...BASE, version: '2', values: { ...BASE.values, name: 'Theirs', position: 'left' } };
    const both = rebased(mine, theirs);
    expect(both.values).toMatchObject({ name: 'Mine', position: 'left' });
    expect(draftOf(both)).toEqual({ values: { name: 'Mine' }, blocks: {} });
  });

  it('come back after a reload', () => {
    const changed = withBlock(withSetting(edit, ['name'], 'Mine'), 'actions', '[{');
    expect(withKept(edit, draftOf(changed))).toEqual(changed);
    expect(withKept(edit, { whole: '{' }).whole).toBe('{');
  });

  it('of a file that is no JSON are its text', () => {
    const broken = editOf({ ...BASE, values: null, text: '{' });
    expect(changedKeys(broken)).toEqual([]);
    expect(draftOf({ ...broken, whole: '{}' })).toEqual({ whole: '{}' });
  });
});

describe('a problem', () => {
  it('belongs to the field at its place or around it, and need not name it there', () => {
    const problems = [{ path: ['hours', 'mon', 0], message: '"x" must not be empty' }];
    expect(problemsAt(problems, ['hours', 'mon'])).toEqual(problems);
    expect(problemsAt(problems, ['hours', 'tue'])).toEqual([]);
    expect(besideField('"policy.promiseHours" must be at least 1')).toBe('must be at least 1');
    expect(besideField('"origins" 的第 2 项必须')).toBe('"origins" 的第 2 项必须');
  });
});
