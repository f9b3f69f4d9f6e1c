/** @jest-environment jsdom */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { render } from 'preact';
import { prefer } from '../../../state/preferences.ts';
import { SettingPage } from '../../../testing/setting-page.tsx';

const USUAL = { leadDays: 30, newDays: 30, atRiskDays: 90, churnedDays: 180, wonBackDays: 60 };
const page = new SettingPage();

beforeEach(() => prefer({ locale: 'en' }));
afterEach(() => render(null, document.body));

describe('the rules of the life cycle', () => {
  it('are days, told in words as they are changed; remarks and the rest of the days stay', () => {
    page.show('lifeCycle', { lifeCycle: { _why: 'linen is slow', newDays: 14 } }, { defaults: { lifeCycle: USUAL } });
    expect(page.text).toContain('First order in the last 14 days.');
    page.fill('Days without an order until somebody is at risk', '120');
    expect(page.text).toContain('Last order 120 to 180 days ago.');
    expect(page.draft).toEqual({ lifeCycle: { _why: 'linen is slow', newDays: 14, atRiskDays: 120 } });
    page.fill('Days without an order until somebody is at risk', '');
    expect(page.draft).toEqual({});
  });

  it('name a mistake at its own days', () => {
    const message = '"churnedDays" must be more than "atRiskDays"';
    page.show(
      'lifeCycle',
      { lifeCycle: { churnedDays: 5 } },
      { defaults: { lifeCycle: USUAL }, problems: [{ path: ['lifeCycle', 'churnedDays'], message }] },
    );
    const wrong = [...document.querySelectorAll('[aria-invalid]')];
    expect(wrong).toEqual([page.field('Days without an order until somebody is lost')]);
    expect(page.text).toContain('must be more than "atRiskDays"');
    render(null, document.body);
    // Days that the file does not name have no place there: then it is said above.
    page.show('lifeCycle', { lifeCycle: { atRiskDays: 500 } }, { problems: [{ path: ['lifeCycle'], message }] });
    expect(document.querySelector('.note-bad')?.textContent).toBe(message);
  });
});
