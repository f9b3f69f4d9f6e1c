import { beforeEach, describe, expect, it } from '@jest/globals';
import type { OutboxJob } from '../../domain/notice/job.ts';
import { remarkOfFeedback } from '../../domain/theme/remark.ts';
import { anonymous } from '../../testing/contract/stage.ts';
import { createTestDesk } from '../../testing/test-desk.ts';
import type { TestDesk } from '../../testing/test-desk.ts';
import { receiveVisitorMessage } from '../conversation/receive-visitor-message.ts';
import { tellOfDoubledThemes } from './theme-mails.ts';

const theme = (id: string, size: number, before: number, examples: readonly number[] = []) => ({
  ...{ id, since: '2026-11-01', name: `about ${id}`, words: [], size, before, examples },
  mood: { score: 0, negative: 0, neutral: size, positive: 0 },
});
const found = (through: string, ...themes: ReturnType<typeof theme>[]) => ({ through, before: 60, themes });

describe('a theme that doubles', () => {
  let desk: TestDesk;
  beforeEach(async () => {
    desk = createTestDesk();
    const mara = { email: 'mara@shop.example', name: 'Mara', passwordHash: 'x', createdAt: 1 };
    await desk.store.addMembership((await desk.store.createAccount(mara)).key, '*', 'owner');
  });
  const mails = async (): Promise<OutboxJob[]> => {
    const now = desk.clock.now() + 1;
    const jobs = await desk.store.claimJobs({ now, until: now + 1, limit: 50, lease: desk.ids.uuid() });
    return jobs.filter((job): job is OutboxJob => job.kind === 'mail');
  };

  it('is mailed to the owner, all of a run in one mail', async () => {
    const told = found('2026-11-26', theme('a', 24, 10), theme('b', 12, 0), theme('c', 30, 29), theme('d', 4, 1));
    expect(await tellOfDoubledThemes(desk, 'shop', told)).toBe(2);
    expect((await mails()).map((job) => job.payload)).toMatchObject([
      {
        to: { address: 'mara@shop.example' },
        content: {
          template: 'themes_doubled',
          themes: [
            { name: 'about a', size: 24, before: 10 },
            { name: 'about b', size: 12, before: 0 },
          ],
          link: expect.stringContaining('#/insights'),
        },
      },
    ]);
  });

  it('is pushed to devices too, with and without mail', async () => {
    const device = { p256dh: 'p', auth: 'a', label: 'phone', createdAt: 1, session: 's', lastPush: null };
    await desk.store.putPushDevice(1, { endpoint: 'https://push.example/1', ...device }, 5);
    await desk.store.putNoticeSettings(1, { mail: false, address: null, locale: null, quiet: null });
    expect(await tellOfDoubledThemes(desk, 'shop', found('2026-11-26', theme('a', 24, 10)))).toBe(1);
    const now = desk.clock.now() + 1;
    const jobs = await desk.store.claimJobs({ now, until: now + 1, limit: 50, lease: desk.ids.uuid() });
    expect(jobs).toMatchObject([
      {
        kind: 'push',
        payload: {
          ...{ account: 1, of: null, link: expect.stringContaining('#/insights') },
          alert: { what: 'themes', themes: [{ name: 'about a', size: 24, before: 10 }] },
        },
      },
    ]);
  });

  it('leads to a message that is typical of it, as long as there is one', async () => {
    const device = { p256dh: 'p', auth: 'a', label: 'phone', createdAt: 1, session: 's', lastPush: null };
    await desk.store.putPushDevice(1, { endpoint: 'https://push.example/1', ...device }, 5);
    const visitor = await desk.store.createVisitor(anonymous('shop', 'v-1'), 'hash');
    await receiveVisitorMessage(desk, visitor, { text: 'the lid leaks', clientId: desk.ids.uuid() });
    const [said] = await desk.store.eventsAfter('shop', 0, 1);
    const themes = [
      theme('a', 24, 10, [999, said!.id]),
      theme('b', 23, 10, [remarkOfFeedback(4)]),
      theme('c', 22, 10, [999]),
    ];
    await tellOfDoubledThemes(desk, 'shop', found('2026-11-26', ...themes));
    const talk = await desk.store.findConversationOfVisitor('shop', visitor.key);
    const link = `https://desk.example/console/#/desk/shop/open/${talk!.id}`;
    const now = desk.clock.now() + 1;
    const jobs = await desk.store.claimJobs({ now, until: now + 1, limit: 50, lease: desk.ids.uuid() });
    expect(jobs.find(({ kind }) => kind === 'mail')).toMatchObject({
      payload: {
        content: {
          themes: [{ link }, { link: 'https://desk.example/console/#/feedback' }, { link: null }],
          link: 'https://desk.example/console/#/insights',
        },
      },
    });
    expect(jobs.find(({ kind }) => kind === 'push')).toMatchObject({ payload: { link } });
  });

  it('is told of once in four weeks, however often the batch runs', async () => {
    const doubled = theme('a', 24, 10);
    expect(await tellOfDoubledThemes(desk, 'shop', found('2026-11-26', doubled))).toBe(1);
    expect(await tellOfDoubledThemes(desk, 'shop', found('2026-11-26', doubled))).toBe(0);
    expect(await tellOfDoubledThemes(desk, 'shop', found('2026-12-23', doubled))).toBe(0);
    expect(await tellOfDoubledThemes(desk, 'shop', found('2026-12-24', doubled))).toBe(1);
    expect(await mails()).toHaveLength(2);
  });

  it('is no news by chance alone, nor in the first weeks of a desk, nor where the owner does not want it', async () => {
    expect(await tellOfDoubledThemes(desk, 'shop', found('2026-11-26', theme('a', 8, 4)))).toBe(0);
    expect(await tellOfDoubledThemes(desk, 'shop', { ...found('2026-11-26', theme('a', 24, 0)), before: 5 })).toBe(0);
    expect(await tellOfDoubledThemes(desk, 'shop', { ...found('2026-11-26'), themes: null })).toBe(0);
    desk.site.insights.themeAlerts = false;
    expect(await tellOfDoubledThemes(desk, 'shop', found('2026-11-26', theme('a', 24, 10)))).toBe(0);
    expect(await mails()).toEqual([]);
  });

  it('counts what was merged into it', async () => {
    const mark = { theme: 'b', since: '2026-11-01', anchor: [], label: 'b' };
    await desk.store.markTheme('shop', mark, { mergedInto: 'a' });
    expect(await tellOfDoubledThemes(desk, 'shop', found('2026-11-26', theme('a', 24, 10), theme('b', 3, 14)))).toBe(0);
  });
});
