import { describe, expect, it } from '@jest/globals';
import { en } from '../texts/en.ts';
import { zh } from '../texts/zh.ts';
import { isLocalSnippet } from './settings/local-snippet.ts';
import { promiseTime } from './queue/promise-time.ts';
import { givenName, visitorName } from './conversation/visitor-name.ts';

const zone = 'Europe/Berlin';
/** A Monday, 14:02 in Berlin. */
const now = Date.UTC(2026, 10, 23, 13, 2);
const hours = 3_600_000;

describe('a promised time', () => {
  it.each([
    [2, '16:02', '16:02'],
    [12, 'tomorrow 02:02', '明天 02:02'],
    [26, 'tomorrow 16:02', '明天 16:02'],
    [50, 'Wed 16:02', '周三 16:02'],
    [-24, 'yesterday 14:02', '昨天 14:02'],
    [7 * 24, '2026-11-30 14:02', '2026-11-30 14:02'],
  ])('carries its day when it is not today (%i hours from now)', (after, english, chinese) => {
    expect(promiseTime(now + after * hours, now, 'en', en, zone)).toBe(english);
    expect(promiseTime(now + after * hours, now, 'zh', zh, zone)).toBe(chinese);
  });
});

describe('a visitor’s name', () => {
  it('is put into the owner’s language when it only stands in for one', () => {
    expect(visitorName({ name: 'Visitor 59E8', verified: false }, zh)).toBe('访客 59E8');
    expect(visitorName({ name: 'Visitor 59E8', verified: false }, en)).toBe('Visitor 59E8');
    expect(visitorName({ name: 'Visitor 59E8', verified: true }, zh)).toBe('Visitor 59E8');
    expect(visitorName({ name: 'Visitor Centre', verified: false }, zh)).toBe('Visitor Centre');
  });

  it('is put into a greeting only where somebody gave one', () => {
    const given = (name: string, verified = false) => givenName({ name, verified });
    expect([given('Lena'), given('Lena Roth 2', true), given('王小明')]).toEqual(['Lena', 'Lena Roth 2', '王小明']);
    for (const name of ['Visitor 59E8', 'lena@one.example', '+4930901820']) expect(given(name)).toBeNull();
  });
});

describe('a snippet', () => {
  it.each([
    ['http://localhost:3000', true],
    ['http://127.0.0.1:4300', true],
    ['http://[::1]:4300', true],
    ['https://desk.example', false],
    ['https://localhost.example', false],
  ])('of %s works on this computer alone: %s', (origin, local) => {
    expect(isLocalSnippet(`<script async src="${origin}/widget/shop.js"></script>`)).toBe(local);
  });
});
