/** @jest-environment jsdom */
import { beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { render } from 'preact';
import { all, button, settled, show, texts, until } from './testing/stage.tsx';

// A browser has it in a moment; here it is compiled first.
beforeAll(() => import('../later.ts'));
beforeEach(() => render(null, document.body));

describe('the header', () => {
  it('says who took over', async () => {
    await show({
      conversation: { id: 'c', state: 'owner', ownerName: 'Mei', ownerSeenSeq: 0 },
      items: [{ type: 'takeover', seq: 1, at: 0, name: 'Mei' }],
    });
    expect(texts('h1')).toEqual(['Mei']);
    expect(texts('.who p')[0]).toContain('took over at');
  });

  it('says whom a visitor waits for, and that somebody is called only while somebody is there', async () => {
    const conversation = { id: 'c', state: 'waiting', ownerName: null, ownerSeenSeq: 0 } as const;
    const { become } = await show({ conversation });
    expect(texts('.who p')).toEqual(['Calling Mei…']);
    await become({ presence: { here: false, name: 'Mei' } });
    expect(texts('.who p')).toEqual(['Waiting for Mei']);
  });

  it('claims nobody’s presence while the line is lost, and says what happens to what is written', async () => {
    await show({ connection: 'offline' });
    expect(texts('.who p')).toEqual(['Not connected']);
    expect(all('.face i')).toEqual([]);
    expect(texts('[role=status]')).toEqual(["We can't be reached just now. What you write is kept and sent later."]);
  });

  it('tells visitors that they are offline only when it is their network that is gone', async () => {
    const network = jest.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    await show({ connection: 'offline' });
    expect(texts('[role=status]')).toEqual(["You're offline. What you write is kept and sent later."]);
    network.mockReturnValue(true);
    window.dispatchEvent(new Event('online'));
    await settled();
    expect(texts('[role=status]')).toEqual(["We can't be reached just now. What you write is kept and sent later."]);
    network.mockRestore();
  });
});

describe('ending the chat', () => {
  it('asks once, in the same place, and anew each time the menu opens', async () => {
    const { asked } = await show({ conversation: { id: 'c', state: 'bot', ownerName: null, ownerSeenSeq: 0 } });
    const press = async (name: string) => {
      button(name).click();
      await settled();
    };
    await press('More');
    await press('End chat');
    expect(asked).not.toContainEqual(['end']);
    await press('More');
    await press('More');
    await press('End chat');
    await press('End chat?');
    expect(asked).toContainEqual(['end']);
    expect(all('[role=menu]')).toEqual([]);
  });
});

describe('consent', () => {
  it('stands before everything that could be sent', async () => {
    const { asked, said } = await show({ needsConsent: true });
    expect(texts('.consent p')).toEqual(['We keep a log.']);
    expect(all('textarea, .chips')).toEqual([]);
    button('No, thanks').click();
    expect(said).toContainEqual(['close', null]);
    expect(asked.map(([what]) => what)).not.toContain('agree');
    button('I agree').click();
    expect(asked).toContainEqual(['agree']);
  });
});

describe('the text box', () => {
  const press = (init: KeyboardEventInit) =>
    all('textarea')[0]!.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init }));

  it('sends on Enter, empties the draft, and sends nothing that is too long', async () => {
    const { asked, become } = await show({ draft: 'hello' });
    press({ key: 'Enter' });
    expect(asked).toContainEqual(['send', 'hello']);
    expect(asked).toContainEqual(['setDraft', '']);
    asked.length = 0;
    await become({ draft: '🧵'.repeat(4001) });
    expect(texts('.under [role=status]')).toEqual(['Too long by 1']);
    press({ key: 'Enter' });
    expect(asked.filter(([what]) => what === 'send')).toEqual([]);
  });

  it('suggests what fits, to be chosen with the keys', async () => {
    const { asked, become } = await show({});
    await become({ draft: 'return' });
    await until(() => all('[role=option]').length > 0);
    expect(texts('[role=option]')).toEqual(['How long may I return it?']);
    press({ key: 'ArrowDown' });
    await until(() => all('[role=option][aria-selected=true]').length > 0);
    press({ key: 'Enter' });
    expect(asked).toContainEqual(['send', 'How long may I return it?', 'returns']);
  });

  it('suggests for what was written before the line was there as soon as it is', async () => {
    const { become } = await show({ connection: 'connecting' });
    await become({ draft: 'return' });
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(all('[role=option]')).toEqual([]);
    await become({ connection: 'online' });
    await until(() => all('[role=option]').length > 0);
    expect(texts('[role=option]')).toEqual(['How long may I return it?']);
  });

  it('changes the language at once and for later', async () => {
    const { asked, said, preferences } = await show({});
    button('中文').click();
    await until(() => document.documentElement.lang === 'zh-CN');
    expect(all('textarea')[0]!.getAttribute('placeholder')).toBe('输入消息…');
    expect(document.documentElement.lang).toBe('zh-CN');
    expect(preferences.locale()).toBe('zh');
    expect(asked).toContainEqual(['setLocale', 'zh']);
    expect(said).toContainEqual(['locale', 'zh']);
  });
});
