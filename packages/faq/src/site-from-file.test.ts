import { describe, expect, it } from '@jest/globals';
import { DEFAULT_COMPLAINTS, DEFAULT_RETENTION, DEFAULT_PRIORITY } from '@solodesk/core';
import { siteFrom } from './site-from-file.ts';
import { siteFile } from './schemas/site-schema.ts';
import type { SiteJson } from './schemas/site-schema.ts';

const nineToFive = [{ from: 540, to: 1020 }];

function site(json: SiteJson) {
  return siteFrom('shop', siteFile.parse(json));
}

describe('a site', () => {
  it('has no public help centre while its visitors must be signed in, unless it says so', () => {
    expect(site({ name: 'Club', identity: 'required' }).helpCentre).toBe(false);
    expect(site({ name: 'Club', identity: 'required', helpCentre: true }).helpCentre).toBe(true);
    expect(site({ name: 'Shop', helpCentre: false }).helpCentre).toBe(false);
  });

  it('that only has a name gets good defaults', () => {
    expect(site({ name: ' Teal & Linen ' })).toEqual({
      id: 'shop',
      name: 'Teal & Linen',
      ticketPrefix: 'SHOP',
      actions: [],
      routing: [],
      ownerName: 'Teal & Linen',
      locales: ['en', 'zh'],
      defaultLocale: 'en',
      timeZone: 'UTC',
      origins: [],
      colors: { accent: '#4338ca' },
      position: 'right',
      greeting: {
        en: {
          text: "Hi! I'm the assistant of Teal & Linen, a bot. Ask me anything.",
          quickReplies: [{ label: 'Talk to a person', intent: 'solodesk.person' }],
        },
        zh: {
          text: '您好！我是Teal & Linen的机器人助手，请随时提问。',
          quickReplies: [{ label: '联系人工客服', intent: 'solodesk.person' }],
        },
      },
      hours: [nineToFive, nineToFive, nineToFive, nineToFive, nineToFive, [], []],
      consent: null,
      emergency: null,
      categories: {},
      holidays: [],
      proactive: [],
      helpCentre: true,
      identity: 'optional',
      insights: { hour: 5, customerDays: null, themeAlerts: true },
      lifeCycle: { leadDays: 30, newDays: 30, atRiskDays: 90, churnedDays: 180, wonBackDays: 60 },
      messages: [],
      segments: [],
      voice: { botName: {}, signOff: {}, address: '您', tone: 'friendly' },
      recognise: { orderNumber: null, country: null, currency: null },
      policy: {
        silentOwnerMinutes: 10,
        mailAfterMinutes: 2,
        idleCloseHours: 24,
        promiseHours: 8,
        wrongAnswerBudget: 3,
        hostStorageFallback: true,
      },
      priority: DEFAULT_PRIORITY,
      complaints: DEFAULT_COMPLAINTS,
      retention: DEFAULT_RETENTION,
      surveys: [],
    });
  });

  it('speaks the first of its languages by default', () => {
    expect(site({ name: 'Teal', languages: ['zh', 'en'] })).toMatchObject({
      locales: ['zh', 'en'],
      defaultLocale: 'zh',
    });
  });

  it('is closed on the days that its hours leave out, and may be open until midnight', () => {
    const { hours } = site({ name: 'Teal', hours: { sat: ['10:00-12:30', '20:00-24:00'], sun: [] } });
    expect(hours).toEqual([
      [],
      [],
      [],
      [],
      [],
      [
        { from: 600, to: 750 },
        { from: 1200, to: 1440 },
      ],
      [],
    ]);
  });

  it('greets as it is told, with the buttons that it is told', () => {
    const { greeting } = site({ name: 'Teal', greeting: { en: 'Hello', zh: { text: '你好', quickReplies: [] } } });
    expect(greeting.en).toEqual({
      text: 'Hello',
      quickReplies: [{ label: 'Talk to a person', intent: 'solodesk.person' }],
    });
    expect(greeting.zh).toEqual({ text: '你好', quickReplies: [] });
  });

  it('keeps a consent text in its own languages only', () => {
    const consent = { version: '2026-11', text: { en: 'Agree?', zh: '同意吗？' } };
    expect(site({ name: 'Teal', languages: ['en'], consent }).consent).toEqual({
      version: '2026-11',
      text: { en: 'Agree?' },
    });
  });

  it('changes one rule without the others', () => {
    expect(site({ name: 'Teal', policy: { promiseHours: 4 } }).policy).toMatchObject({
      promiseHours: 4,
      idleCloseHours: 24,
    });
  });
});
