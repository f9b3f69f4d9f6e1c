/** @jest-environment jsdom */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { render } from 'preact';
import { prefer } from '../../../state/preferences.ts';
import { answer } from '../../../testing/answer.ts';
import { SettingPage } from '../../../testing/setting-page.tsx';

const REPAIRS = {
  name: 'Repairs',
  _why: 'Lee knows how',
  category: ['repair*'],
  to: { person: 'Lee', mail: 'lee@r.example' },
};
const NIGHT = { name: 'Night', hours: 'closed', level: ['urgent'], to: 'owner' };
const CHINESE = { name: '<b>Chinese</b>', language: ['zh'], to: { name: 'Wen', address: 'wen@t.example', _tel: 5 } };
const ALL = [REPAIRS, NIGHT, CHINESE];

const fetchBefore = globalThis.fetch;
const page = new SettingPage();
const titles = () => [...document.querySelectorAll('.rule-head b')].map(({ textContent }) => textContent);
const focused = () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent;

beforeEach(() => {
  prefer({ locale: 'en' });
  globalThis.fetch = async () =>
    answer({ faqs: [], locales: ['en'], categories: ['returns'], articles: [], categoryNames: {} });
});
afterEach(() => {
  render(null, document.body);
  globalThis.fetch = fetchBefore;
});

describe('the rules of routing', () => {
  it('are told as sentences, as text', () => {
    page.show('routing', { routing: ALL });
    expect(titles()).toEqual(['1 Repairs', '2 Night', '3 <b>Chinese</b>']);
    expect(page.text).toContain('about repair* → Lee <lee@r.example>');
    expect(page.text).toContain('level Urgent, outside of opening hours → you');
    expect(page.text).toContain('in Chinese → Wen <wen@t.example>');
    expect(document.querySelector('.rule b b')).toBeNull();
  });

  it('keep what no form shows while they are changed, moved, and given to somebody else', () => {
    page.show('routing', { routing: ALL });
    page.press('Move “<b>Chinese</b>” up');
    page.open(1);
    page.choose('Who settles it', 'person');
    expect(page.draft).toEqual({
      routing: [REPAIRS, { ...CHINESE, to: { person: 'Wen', mail: 'wen@t.example', _tel: 5 } }, NIGHT],
    });
    page.fill('Only from this priority on', '60');
    page.fill('Only from this priority on', '');
    page.choose('Who settles it', 'address');
    expect(page.draft).toEqual({ routing: [REPAIRS, CHINESE, NIGHT] });
  });

  it('move by key, and whoever moves one stays on it', () => {
    page.show('routing', { routing: ALL });
    const [first] = document.querySelectorAll<HTMLElement>('.rule-head');
    first!.focus();
    page.key(first!, 'ArrowDown', { altKey: true });
    expect(titles()).toEqual(['1 Night', '2 Repairs', '3 <b>Chinese</b>']);
    expect(focused()).toContain('2 Repairs');
    page.press('Move “Repairs” down');
    expect(titles()[2]).toBe('3 Repairs');
    // There is nothing left to press there.
    expect(focused()).toContain('3 Repairs');
    expect(document.querySelector('[role=status]')?.textContent).toBe('“Repairs” now stands at place 3 of 3.');
    page.press('Move “Repairs” up');
    expect(focused()).toBe('Move “Repairs” up');
    page.key(document.querySelector('.rule-head')!, 'ArrowUp', { altKey: true });
    expect(titles()).toEqual(['1 Night', '2 Repairs', '3 <b>Chinese</b>']);
  });

  it('begin with what they need, and with a name of their own', () => {
    page.show('routing', {});
    expect(page.text).toContain('every request is yours');
    page.press('+ Rule');
    page.press('+ Rule');
    expect(page.draft).toEqual({
      routing: [
        { name: 'New rule', to: 'owner' },
        { name: 'New rule 2', to: 'owner' },
      ],
    });
    expect(document.activeElement).toBe(page.field('Name'));
    page.fill('Only of these categories', 'damage');
    page.key(page.field('Only of these categories'), 'Enter');
    page.choose('When it comes in', 'open');
    expect((page.draft?.routing as object[])[1]).toMatchObject({ category: ['damage'], hours: 'open' });
    page.press('Take out “Damage”');
    page.choose('When it comes in', '');
    expect((page.draft?.routing as object[])[1]).toEqual({ name: 'New rule 2', to: 'owner' });
    page.press('Remove “New rule”');
    page.press('Remove “New rule 2”');
    // The file then says nothing about it, as before.
    expect(page.draft).toEqual({});
  });

  it('name a mistake at its field, on the line of its rule, and above the form where no field has it', () => {
    page.show(
      'routing',
      { routing: ALL },
      {
        problems: [
          { path: ['routing', 0, 'to', 'mail'], message: '"mail" must be a mail address' },
          { path: ['routing', 0], message: 'something else' },
        ],
      },
    );
    expect(titles()[0]).toBe('1 Repairs2 to mend');
    page.open(0);
    const mail = page.field('E-mail address');
    expect(mail.getAttribute('aria-invalid')).toBe('true');
    expect(document.getElementById(mail.getAttribute('aria-describedby') ?? '')?.textContent).toBe(
      'must be a mail address',
    );
    expect(document.querySelector('.rule-form .note-bad')?.textContent).toBe('something else');
  });

  it('stay a text where the file says what no form can show, and can be written as one by anybody', () => {
    page.show('routing', { routing: [REPAIRS, 'whoever'] });
    expect(document.querySelector('.rule')).toBeNull();
    expect(document.querySelector('textarea')?.value).toContain('whoever');
    render(null, document.body);
    page.show('routing', { routing: ALL });
    page.press('Who settles what as JSON');
    page.fill('Who settles what as JSON', JSON.stringify([NIGHT]));
    page.press('Who settles what as a form');
    expect(titles()).toEqual(['1 Night']);
  });

  it('that are taken out come back at their place', () => {
    page.show('routing', { routing: ALL }, { withToasts: true });
    page.press('Remove “Night”');
    expect(titles()).toEqual(['1 Repairs', '2 <b>Chinese</b>']);
    expect(focused()).toContain('2 <b>Chinese</b>');
    page.press('Undo');
    expect(titles()).toEqual(['1 Repairs', '2 Night', '3 <b>Chinese</b>']);
    expect(page.draft).toEqual({});
  });
});
