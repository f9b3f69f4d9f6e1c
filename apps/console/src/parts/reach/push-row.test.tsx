/** @jest-environment jsdom */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import type { Notices } from '../../state/api/notices-api.ts';
import { prefer } from '../../state/preferences.ts';
import { PushRow } from './push-row.tsx';

const NOTICES = { pushKey: '', devices: [] } as unknown as Notices;
const IPHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Safari/604.1';
const MAC = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.0 Safari/605.1.15';

/** jsdom knows no pushes, as a page of an iPhone that is not on the Home Screen. */
const on = (userAgent: string, touches = 0) => {
  for (const [key, value] of [
    ['userAgent', userAgent],
    ['maxTouchPoints', touches],
  ] as const) {
    Object.defineProperty(navigator, key, { value, configurable: true });
  }
  void act(() => render(<PushRow notices={NOTICES} onChange={() => undefined} />, document.body));
};
const text = () => document.body.textContent ?? '';
const steps = () => document.querySelector('details');

describe('pushes to this device', () => {
  beforeEach(() => prefer({ locale: 'en' }));
  afterEach(() => {
    render(null, document.body);
    prefer({ locale: 'en' });
  });

  it.each([
    ['an iPhone', IPHONE, 5],
    ['an iPad, which calls itself a Mac', MAC, 5],
  ])('say on %s what is missing, and what to do in which order', (_what, userAgent, touches) => {
    on(userAgent, touches);
    expect(text()).toContain('Not yet: on an iPhone or iPad this page has to lie on the Home Screen first.');
    expect(steps()?.open).toBe(true);
    const told = [...document.querySelectorAll('li')].map(({ textContent }) => textContent);
    expect(told).toEqual([
      expect.stringContaining('16.4 or later'),
      expect.stringContaining('“Add to Home Screen”'),
      expect.stringContaining('Open Solodesk from the Home Screen'),
      expect.stringContaining('“Allow”'),
    ]);
  });

  it('tell who sits at another device what their phone needs, folded away', () => {
    on(MAC);
    expect(text()).toContain('This browser knows no pushes, or only on https.');
    expect(steps()?.open).toBe(false);
    expect(steps()?.textContent).toContain('16.4');
  });

  it('tell it in Chinese', () => {
    prefer({ locale: 'zh' });
    on(IPHONE, 5);
    expect(text()).toContain('“添加到主屏幕”');
    expect(text()).not.toMatch(/Home Screen|Allow/);
  });
});
