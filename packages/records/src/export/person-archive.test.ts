import { describe, expect, it } from '@jest/globals';
import { NO_FILES } from '@solodesk/core';
import { collectPerson } from '@solodesk/core/use-cases';
import { Stage, createMemoryStore } from '@solodesk/core/testing';
import { strFromU8, unzipSync } from 'fflate';
import { personArchive } from './person-archive.ts';

const NASTY = '<img src=x onerror=alert(1)>"\'&`';

describe('the archive of a person', () => {
  async function made(locale: 'en' | 'zh') {
    const store = createMemoryStore();
    const stage = new Stage(store);
    const visitor = await stage.visitor('shop', { claims: { [NASTY]: NASTY } });
    const { conversation } = await stage.says(visitor, { text: NASTY });
    await stage.botAnswers(visitor);
    await store.noteVisitorContact(
      visitor.key,
      { name: NASTY, email: 'ada@one.example' },
      {
        ...{ site: 'shop', at: 1, uuid: () => 'u', batch: null },
      },
    );
    const bytes = new Uint8Array([1, 2, 3]);
    const file = {
      id: 'f1',
      conversationKey: conversation.key,
      name: '../../.bashrc <b>',
      type: 'image/png',
      bytes: 3,
      at: 1,
    };
    const files = { ...NO_FILES, filesOf: async () => [file], readFile: async () => bytes };
    const record = await collectPerson({ store, files }, 'shop', { conversation: conversation.id });
    return unzipSync(await personArchive(record, files, { locale, siteName: NASTY, at: 1_764_000_000_000 }));
  }

  it('has a page to read, everything as JSON, and the files under harmless names', async () => {
    const entries = await made('en');
    expect(Object.keys(entries).sort()).toEqual(['data.json', 'files/f1-_.._.bashrc_b_', 'index.html']);
    expect([...entries['files/f1-_.._.bashrc_b_']!]).toEqual([1, 2, 3]);
    const data = JSON.parse(strFromU8(entries['data.json']!)) as Record<string, unknown[]>;
    expect(data).toMatchObject({
      ...{ site: 'shop', contacts: [{ email: 'ada@one.example' }] },
      conversations: [{ log: [{ entry: { text: NASTY } }, { entry: { type: 'bot_message' } }] }],
    });
    expect(strFromU8(entries['index.html']!)).toContain('What is known of');
  });

  it('is text wherever people wrote something, and its page runs nothing', async () => {
    const page = strFromU8((await made('en'))['index.html']!);
    expect(page).not.toContain('<img');
    expect(page).not.toMatch(/<script|onerror=alert\(1\)>/);
    expect(page).toContain(`content="default-src 'none'`);
    expect(page.match(/&#60;img src=x onerror=alert\(1\)&#62;/g)?.length).toBeGreaterThan(4);
  });

  it('speaks the language that was asked for', async () => {
    const page = strFromU8((await made('zh'))['index.html']!);
    expect(page).toContain('<html lang="zh-CN">');
    expect(page).toContain('<h2>对话</h2>');
    expect(page).not.toContain('<h2>Conversations</h2>');
  });
});
