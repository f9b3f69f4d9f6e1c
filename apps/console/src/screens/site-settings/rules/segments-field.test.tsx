/** @jest-environment jsdom */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { render } from 'preact';
import { prefer } from '../../../state/preferences.ts';
import { SettingPage } from '../../../testing/setting-page.tsx';

const REGULARS = {
  name: 'regulars',
  title: { en: '<b>Regulars</b>', zh: '老客户' },
  where: { stage: ['active', 'at_risk'], customer: true, minOrders: 3, _why: 'they come back' },
};

const page = new SettingPage();
const where = (at: number) => (page.draft?.segments as { where: unknown }[])[at]?.where;

beforeEach(() => prefer({ locale: 'en' }));
afterEach(() => render(null, document.body));

describe('the groups of customers', () => {
  it('are told as sentences, as text', () => {
    page.show('segments', { segments: [REGULARS, { name: 'all', where: {} }] });
    expect([...document.querySelectorAll('.rule-head b')].map(({ textContent }) => textContent?.trim())).toEqual([
      '<b>Regulars</b>',
      'all',
    ]);
    expect(page.text).toContain('Active or At risk, has bought, at least 3 orders');
    expect(page.text).toContain('everybody');
    expect(document.querySelector('.rule b b')).toBeNull();
  });

  it('begin as everybody, take a condition each, and are everybody again without one', () => {
    page.show('segments', {});
    page.press('+ Group');
    expect(page.draft).toEqual({ segments: [{ name: 'group', title: {}, where: {} }] });
    page.fill('Did not write for days', '180');
    page.choose('May get marketing mails', 'true');
    page.choose('Has bought', 'false');
    expect(where(0)).toEqual({ unseenForDays: 180, marketing: true, customer: false });
    page.fill('Did not write for days', '');
    page.choose('May get marketing mails', '');
    page.choose('Has bought', '');
    expect(where(0)).toEqual({});
  });

  it('ask for a sum in the currency of the site, and for an attribute with or without a value', () => {
    page.show('segments', { currency: 'CNY', segments: [REGULARS] });
    page.open(0);
    page.fill('Spent at least', '99.5');
    page.fill('Attribute that you noted', 'plan');
    expect(where(0)).toEqual({
      ...REGULARS.where,
      spent: { atLeast: 99.5, currency: 'CNY' },
      attribute: { name: 'plan' },
    });
    page.fill('with the value', 'pro');
    page.fill('Spent at least', '');
    expect(where(0)).toEqual({ ...REGULARS.where, attribute: { name: 'plan', value: 'pro' } });
    page.fill('Attribute that you noted', '');
    // Nothing differs any more.
    expect(page.draft).toEqual({});
  });

  it('keep an absurd figure as it was typed, with what is wrong beside it', () => {
    const problems = [{ path: ['segments', 0, 'where', 'minOrders'], message: '"minOrders" must be a number' }];
    page.show('segments', { segments: [REGULARS] }, { problems });
    page.open(0);
    page.fill('Orders, at least', 'many');
    expect(where(0)).toMatchObject({ minOrders: 'many' });
    expect(page.field('Orders, at least').getAttribute('aria-invalid')).toBe('true');
    expect(page.text).toContain('1 to mend');
  });
});
