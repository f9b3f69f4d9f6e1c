import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { en } from './en.ts';
import { crmTexts } from './crm-texts.ts';
import { contactFormTexts } from './contact-form-texts.ts';
import { complaintTexts } from './complaint-texts.ts';
import { feedbackTexts } from './feedback-texts.ts';
import { installationTexts } from './installation-texts.ts';
import { appTexts } from './app-texts.ts';
import { insightsTexts } from './insights-texts.ts';
import { holidayTexts } from './holiday-texts.ts';
import { privacyLogTexts } from './privacy-log-texts.ts';
import { privacyTexts } from './privacy-texts.ts';
import { mergeTexts } from './merge-texts.ts';
import { priorityTexts } from './priority-texts.ts';
import { securityTexts } from './security-texts.ts';
import { settingTexts } from './setting-texts.ts';
import { ticketTexts } from './ticket-texts.ts';
import { wizardTexts } from './wizard-texts.ts';
import { zh } from './zh.ts';

/** All texts with their paths; functions are called with stand-ins that have what each reads. */
function texts(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') {
    const stand = Object.assign(2 as never, {});
    const span = { count: 3, unit: 'hour' };
    const takesSpan = /waits|ago/.test(path);
    return [[path, String(takesSpan ? value(span) : value(stand, path.endsWith('summary') ? span : 'X'))]];
  }
  return Object.entries(value as object).flatMap(([key, child]) => texts(child, `${path}.${key}`));
}

describe('the console’s texts', () => {
  it.each([
    ['desk', en, zh],
    ['wizard', wizardTexts.en, wizardTexts.zh],
    ['complaint', complaintTexts.en, complaintTexts.zh],
    ['contact form', contactFormTexts.en, contactFormTexts.zh],
    ['crm', crmTexts.en, crmTexts.zh],
    ['merge', mergeTexts.en, mergeTexts.zh],
    ['tickets', ticketTexts.en, ticketTexts.zh],
    ['feedback', feedbackTexts.en, feedbackTexts.zh],
    ['insights', insightsTexts.en, insightsTexts.zh],
    ['installation', installationTexts.en, installationTexts.zh],
    ['app', appTexts.en, appTexts.zh],
    ['holidays', holidayTexts.en, holidayTexts.zh],
    ['privacy', privacyTexts.en, privacyTexts.zh],
    ['privacy log', privacyLogTexts.en, privacyLogTexts.zh],
    ['security', securityTexts.en, securityTexts.zh],
    ['priority', priorityTexts.en, priorityTexts.zh],
    ['site settings', settingTexts.en, settingTexts.zh],
  ])('exist in both languages (%s)', (_, english, chinese) => {
    const [a, b] = [texts(english), texts(chinese)];
    expect(b.map(([path]) => path)).toEqual(a.map(([path]) => path));
    for (const [path, text] of [...a, ...b]) expect([path, text.trim()]).not.toEqual([path, '']);
  });

  it('have no Chinese in the English ones', () => {
    const stray = texts(en).filter(([, text]) => /\p{Script=Han}/u.test(text));
    expect(stray).toEqual([]);
  });

  it('speak without exclamation marks', () => {
    expect([...texts(en), ...texts(zh)].filter(([, text]) => /[!！]/.test(text))).toEqual([]);
  });

  it('stand in Chinese after a colon of its own width, also where a screen joins two of them', () => {
    const folder = new URL('../', import.meta.url);
    const screens = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
      (name) => name.endsWith('.tsx') && !name.endsWith('.test.tsx'),
    );
    // `{name}: {value}` and `{name}:</b>`, on a line of their own or after a tag: what is shown, and no code.
    const joined = /^\s*(<\w+[^>]*>)?\{[^{}]*\}(<\/\w+>)?:(<\/| \{)/m;
    expect(screens.length).toBeGreaterThan(50);
    expect(screens.filter((name) => joined.test(readFileSync(new URL(name, folder), 'utf8')))).toEqual([]);
  });
});
