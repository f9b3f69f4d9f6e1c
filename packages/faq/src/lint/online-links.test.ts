import { describe, expect, it } from '@jest/globals';
import { goodFaq, siteFiles } from '../testing/lint-texts.ts';
import { findDeadLinks } from './online-links.ts';
import type { LinkAnswer } from './online-links.ts';

const ANSWERS: Readonly<Record<string, LinkAnswer>> = {
  'https://shop.de/gone': { status: 404 },
  'https://shop.de/busy': { status: 503 },
  'https://nowhere.de/': { failure: 'ENOTFOUND', hostExists: false },
  'https://slow.de/': { failure: 'no answer within 10 s', hostExists: true },
};

const saying = (text: string, more: object = {}) =>
  siteFiles({}, [goodFaq('a.b', { answer: { en: text, zh: '这里是说明。' }, ...more })]);

async function online(files: ReturnType<typeof siteFiles>) {
  const asked: string[] = [];
  const findings = await findDeadLinks(files, [], async (address) => {
    asked.push(address);
    return ANSWERS[address] ?? { status: 200 };
  });
  return { asked, lines: findings.map(({ rule, severity, message }) => `${rule} ${severity} ${message}`) };
}

describe('asking for links', () => {
  it('tells what is gone as an error, and what may be busy as a warning', async () => {
    const { lines } = await online(saying(`${Object.keys(ANSWERS).join(' , ')} , https://shop.de/here`));
    expect(lines).toEqual([
      'dead-link error "https://shop.de/gone" leads to a page that does not exist (404); correct or remove it',
      'dead-link warning "https://shop.de/busy" answers with 503; look whether it works',
      'dead-link error "https://nowhere.de/" leads to a host that does not exist; correct or remove it',
      'dead-link warning "https://slow.de/" could not be reached (no answer within 10 s); look whether it works',
    ]);
  });

  it('asks for each once, and never for what is known to be wrong or is no page', async () => {
    const { asked } = await online(
      saying(
        'https://shop.de/a https://shop.de/a http://shop.de/b https://localhost/c https://example.com mailto:a@b.de',
      ),
    );
    expect(asked).toEqual(['https://shop.de/a', 'http://shop.de/b']);
  });

  it('is silent where the file says so', async () => {
    const { lines } = await online(saying('https://shop.de/gone', { _lint: { disable: ['dead-link'] } }));
    expect(lines).toEqual([]);
  });
});
