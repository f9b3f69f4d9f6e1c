/** @jest-environment jsdom */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { prefer } from '../../../state/preferences.ts';
import { answer } from '../../../testing/answer.ts';
import { SettingPage } from '../../../testing/setting-page.tsx';

const page = new SettingPage();
const fetchBefore = globalThis.fetch;

beforeEach(() => {
  prefer({ locale: 'en' });
  globalThis.fetch = async () => answer({ faqs: [], categories: [], locales: ['en'], articles: [], categoryNames: {} });
});
afterEach(() => {
  render(null, document.body);
  globalThis.fetch = fetchBefore;
});

describe('what is done first', () => {
  const OWN = { name: 'big', points: 30, when: { orderTotal: 500, danger: false, _n: 1 }, text: { en: 'big order' } };

  it('is changed by points beside each built-in reason; the owner’s own stand apart', () => {
    const rules = [{ name: 'paying', _why: 'all pay', most: 3 }, OWN];
    page.show('priority', { priority: { rules } });
    expect(page.field('paying customer').placeholder).toBe('usually 20');
    expect(page.text).toContain('changed besides: most');
    page.fill('paying customer', '5');
    page.fill('waits … h (an hour)', '0');
    expect(page.draft).toEqual({
      priority: { rules: [{ ...rules[0], points: 5 }, OWN, { name: 'waits', perHour: 0 }] },
    });
    expect([...document.querySelectorAll('.rule-head b')].map(({ textContent }) => textContent?.trim())).toEqual([
      'big order',
    ]);
    page.fill('paying customer', '');
    page.fill('waits … h (an hour)', '');
    expect(page.draft).toEqual({});
  });

  it('keeps of an own reason what its form does not show', () => {
    page.show('priority', { priority: { rules: [OWN] } });
    page.open(0);
    expect(page.text).toContain('Kept as it is, and edited as JSON: danger.');
    page.choose('A complaint', 'false');
    page.fill('Points', '-5');
    page.fill('One of these is said (Chinese)', '加急\n');
    expect(page.draft).toEqual({
      priority: { rules: [{ ...OWN, points: -5, when: { ...OWN.when, complaint: false, words: { zh: ['加急'] } } }] },
    });
  });
});

describe('what may be offered for a complaint', () => {
  it('is the usual until the owner writes their own, and is it again when they want', () => {
    page.show('complaints', { complaints: { words: { en: ['ripped off'] } } });
    expect(page.text).toContain('At present the usual offers: A refund.');
    expect(page.text).toContain('edited as JSON: words');
    page.press('Write my own');
    page.press('Remove “A refund”');
    expect(page.draft).toEqual({ complaints: { words: { en: ['ripped off'] }, remedies: [] } });
    page.press('+ Offer');
    page.fill('On its button (English)', 'A cup of tea');
    expect(page.draft?.complaints).toMatchObject({ remedies: [{ name: 'offer', label: { en: 'A cup of tea' } }] });
    page.press('Back to the usual offers');
    expect(page.draft).toEqual({});
  });
});

describe('emergencies', () => {
  const PLAN = {
    number: '112',
    redFlags: [{ name: 'burn', _by: 'Dr. Lee', phrases: { en: ['burn*'], zh: ['烫伤'] } }],
  };

  it('are looked out for when the owner wants, and keep what their doctor noted', () => {
    page.show('emergency', { languages: ['en'], emergency: PLAN });
    expect(page.text).toContain('burnburn*, 烫伤');
    page.open(0);
    page.fill('What to do until help comes', 'Cool it.');
    page.fill('Number to call', '999');
    expect(page.draft).toEqual({
      emergency: { number: '999', redFlags: [{ ...PLAN.redFlags[0], firstAid: { en: 'Cool it.' } }] },
    });
    void act(() => page.field('Look out for danger in what visitors write').click());
    expect(page.draft).toEqual({ emergency: null });
  });
});

describe('words for danger', () => {
  it('are told in one way each, and what is harmless is written beside them', () => {
    const redFlags = [{ name: 'chest', phrases: { en: ['chest|heart pain|hurts*'] } }];
    page.show('emergency', { languages: ['en'], emergency: { number: '112', redFlags } });
    expect(page.text).toContain('chest pain');
    expect(page.text).not.toContain('|heart');
    page.open(0);
    page.fill('Harmless all the same (English)', 'chest of drawers');
    expect(page.draft).toEqual({
      emergency: { number: '112', redFlags: [{ ...redFlags[0], unless: { en: ['chest of drawers'] } }] },
    });
  });
});

describe('the names of categories', () => {
  it('are written for each one that FAQs have; a language that the site does not speak stays', () => {
    page.show('categories', { languages: ['en'], categories: { _n: 1, gifts: { en: 'Gifts', zh: '礼品' } } });
    page.fill('gifts', 'Presents');
    expect(page.draft).toEqual({ categories: { _n: 1, gifts: { en: 'Presents', zh: '礼品' } } });
  });
});

describe('messages beside the bubble', () => {
  it('take a single page as well as several, and say when they come', () => {
    page.show('proactive', {
      proactive: [{ page: '/cart', after: 5, onLeaving: true, text: { en: 'Help?', zh: '？' } }],
    });
    expect(page.text).toContain('Help?On /cart, after 5 s, or on leaving');
    page.open(0);
    page.fill('On these pages', '/sale/*');
    page.key(page.field('On these pages'), 'Enter');
    expect(page.draft).toMatchObject({ proactive: [{ page: ['/cart', '/sale/*'] }] });
  });
});
