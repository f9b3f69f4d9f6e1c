import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OutboxJob, Site } from '@solodesk/core';
import { createTestDesk } from '@solodesk/core/testing';
import type { TestDesk } from '@solodesk/core/testing';
import { storedFigures } from '../testing/stored-figures.ts';
import { planReportMails } from './report-mails.ts';

const PNG = Buffer.from('\x89PNG', 'latin1').toString('base64');

describe('the report by mail', () => {
  let desk: TestDesk;
  let site: Site;
  const made: string[] = [];
  const make = (id: string, period: string, locale: string) => {
    made.push(`${id} ${period} ${locale}`);
    return Promise.resolve({
      ...{ title: `Shop: ${period}`, span: 'a week', charts: [{ name: 'CSI', png: PNG }] },
      sections: [{ title: 'What changed', lines: [{ text: 'Nothing.', link: null }] }],
    });
  };
  const mails = async () => {
    const now = desk.clock.now() + 1;
    const jobs = await desk.store.claimJobs({ now, until: now + 1, limit: 50, lease: desk.ids.uuid() });
    return jobs.filter((job): job is OutboxJob => job.kind === 'mail');
  };
  const worked = async (lastDay: string) => {
    const week = storedFigures('2026-W48', { first: '2026-11-23', last: '2026-11-29', through: lastDay });
    const body = JSON.stringify({ ...week, through: lastDay < week.last ? lastDay : week.last });
    await desk.store.saveInsights('shop', [{ kind: 'figures', period: '2026-W48', model: 'm', body }], 1);
    await desk.store.noteInsightRun('shop', { lastDay, model: 'm', readAt: 1, endedAt: 1 });
  };
  const wants = async (report: boolean) =>
    desk.store.putNewsSettings(1, { ...(await desk.store.newsSettings(1)), report });

  beforeAll(async () => {
    desk = createTestDesk();
    site = desk.site;
    const mara = { email: 'mara@shop.example', name: 'Mara', passwordHash: 'x', createdAt: 1 };
    await desk.store.addMembership((await desk.store.createAccount(mara)).key, '*', 'owner');
  });
  afterAll(() => desk.store.close());

  it('is made for nobody who did not ask for it, and of no time that still goes on', async () => {
    await worked('2026-11-29');
    expect(await planReportMails(desk, site, make)).toBe(0);
    await wants(true);
    await worked('2026-11-28');
    expect(await planReportMails(desk, site, make)).toBe(0);
    expect(made).toEqual([]);
  });

  it('is sent once when its time is over, with its charts as pictures', async () => {
    await worked('2026-11-29');
    expect(await planReportMails(desk, site, make)).toBe(1);
    await worked('2026-11-30');
    await planReportMails(desk, site, make);
    const [mail, ...others] = await mails();
    expect(others).toEqual([]);
    expect(mail?.payload).toMatchObject({
      to: { address: 'mara@shop.example' },
      content: {
        ...{ template: 'report', title: 'Shop: 2026-W48', charts: [{ name: 'CSI', png: PNG }] },
        link: expect.stringContaining('#/insights'),
      },
    });
  });

  it('is not sent of what was over long before', async () => {
    made.length = 0;
    await worked('2026-12-03');
    expect(await planReportMails(desk, site, make)).toBe(0);
    expect(made).toEqual([]);
  });
});
