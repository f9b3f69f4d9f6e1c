import { beforeEach, describe, expect, it } from '@jest/globals';
import { readSurveyAnswers } from '../../domain/survey/read-answers.ts';
import type { SurveyValue } from '../../domain/survey/survey-request.ts';
import type { Survey } from '../../domain/survey/survey.ts';
import { createTestDesk } from '../../testing/test-desk.ts';
import type { TestDesk } from '../../testing/test-desk.ts';
import { answerByToken } from './answer-satisfaction.ts';
import { visit } from '../visitor/visit.ts';
import { sendRegularSurveys, sendSurvey, surveyRecipients } from './send-survey.ts';

const DAY = 86_400_000;
const SPRING: Survey = {
  ...{ name: 'spring', title: { en: 'Spring', zh: '春季' }, intro: {}, everyDays: null, restDays: 30 },
  segment: { to: 'customers' },
  questions: [
    { name: 'overall', type: 'score', ask: { en: 'All in all?' }, required: true, csi: true },
    { name: 'how', type: 'choice', ask: { en: 'How?' }, required: false, choices: [{ value: 'web', label: {} }] },
    { name: 'more', type: 'text', ask: { en: 'More?' }, required: false },
  ],
};

describe('a survey', () => {
  let desk: TestDesk;
  let tokens: number;
  const links = {
    token: () => ({ token: `t${++tokens}`, hash: `h${tokens}` }),
    link: (token: string) => `https://desk.example/rate#${token}`,
    leave: () => ({
      ...{ unsubscribe: `https://desk.example/leave#l${tokens}`, oneClick: `https://desk.example/once/l${tokens}` },
      hash: `l${tokens}`,
    }),
  };
  beforeEach(async () => {
    desk = createTestDesk();
    tokens = 0;
    const write = { site: 'shop', at: 1, uuid: () => desk.ids.uuid(), batch: null };
    await desk.store.saveContacts(
      [
        { id: 'a', email: 'ann@b.example', name: 'Ann', customer: true, customerSince: 1, locale: 'zh' },
        { id: 'b', email: 'bo@b.example' },
        { id: 'c', customer: true, customerSince: 1 },
      ],
      write,
    );
  });
  const mails = async () => {
    const claim = { now: desk.clock.now(), until: desk.clock.now() + 1, limit: 10, lease: desk.ids.uuid() };
    return (await desk.store.claimJobs(claim)).flatMap((job) => (job.kind === 'mail' ? [job.payload] : []));
  };

  it('goes to its segment, to each in their language, and to nobody again before they have rested', async () => {
    expect(await sendSurvey(desk, links, desk.site, SPRING)).toEqual({ sent: 1, rested: 0, left: 0 });
    expect(await mails()).toMatchObject([
      {
        ...{ to: { address: 'ann@b.example', name: 'Ann' }, locale: 'zh' },
        content: {
          template: 'survey',
          title: '春季',
          link: 'https://desk.example/rate#t1',
          oneClick: 'https://desk.example/once/l1',
        },
      },
    ]);
    desk.clock.advance(29 * DAY);
    expect(await sendSurvey(desk, links, desk.site, { ...SPRING, name: 'other' })).toEqual({
      sent: 0,
      rested: 1,
      left: 0,
    });
    desk.clock.advance(2 * DAY);
    expect(await sendSurvey(desk, links, desk.site, SPRING)).toEqual({ sent: 1, rested: 0, left: 0 });
  });

  it('says beforehand to how many it would go, and sends nothing by that', async () => {
    const all: Survey = { ...SPRING, segment: { to: 'contacts' } };
    const write = { site: 'shop', at: 1, uuid: () => desk.ids.uuid(), batch: null };
    await desk.store.saveContacts([{ id: 'd', email: 'dee@b.example' }], write);
    await sendSurvey(desk, links, desk.site, SPRING);
    await mails();
    expect(await surveyRecipients(desk, desk.site, all)).toEqual({ sent: 2, rested: 1, left: 0 });
    expect(await mails()).toEqual([]);
    expect(await sendSurvey(desk, links, desk.site, all)).toEqual({ sent: 2, rested: 1, left: 0 });
    expect(await surveyRecipients(desk, desk.site, all)).toEqual({ sent: 0, rested: 3, left: 0 });
  });

  it('leaves out whoever asked for no more of them, and says how many', async () => {
    const all: Survey = { ...SPRING, segment: { to: 'contacts' } };
    await sendSurvey(desk, links, desk.site, all);
    await desk.store.leaveSurveys('l1', desk.clock.now());
    desk.clock.advance(31 * DAY);
    expect(await surveyRecipients(desk, desk.site, all)).toEqual({ sent: 1, rested: 0, left: 1 });
    expect(await sendSurvey(desk, links, desk.site, all)).toEqual({ sent: 1, rested: 0, left: 1 });
  });

  it('is in the language that they last wrote in where none is known, else in the site’s first', async () => {
    const site = { ...desk.site, locales: ['zh', 'en'] as const, defaultLocale: 'zh' as const };
    const all: Survey = { ...SPRING, segment: { to: 'contacts' } };
    const write = { site: 'shop', at: 1, uuid: () => desk.ids.uuid(), batch: null };
    const facts = { locale: 'en' as const, timeZone: null, page: null, referrer: null, consent: null, identity: null };
    const { visitor } = await visit(desk, site, facts, null, links.token);
    const linked = await desk.store.linkVerifiedVisitor(visitor.key, 'e', write);
    await desk.store.saveContacts([{ id: linked.id, email: 'eve@b.example' }], write);
    await sendSurvey(desk, links, site, all);
    const sent = Object.fromEntries((await mails()).map(({ to, locale }) => [to.address, locale]));
    expect(sent).toEqual({ 'ann@b.example': 'zh', 'bo@b.example': 'zh', 'eve@b.example': 'en' });
  });

  it('is sent by itself where its file says so, each time that its days are over', async () => {
    Object.assign(desk.site, { surveys: [SPRING, { ...SPRING, name: 'regular', everyDays: 60 }] });
    await sendRegularSurveys(desk, links);
    desk.clock.advance(40 * DAY);
    await sendRegularSurveys(desk, links);
    expect(await desk.store.countSurvey('shop', 'regular')).toMatchObject({ asked: 1 });
    desk.clock.advance(21 * DAY);
    await sendRegularSurveys(desk, links);
    expect(await desk.store.countSurvey('shop', 'regular')).toMatchObject({ asked: 2 });
    expect(await desk.store.countSurvey('shop', 'spring')).toMatchObject({ asked: 0 });
  });

  it('keeps its answers, and the marked score counts in the CSI', async () => {
    await sendSurvey(desk, links, desk.site, SPRING);
    const answer = readSurveyAnswers(SPRING, { overall: 9, how: 'web', more: ' fine ', else: 'x' });
    if (answer === null) throw new Error('they fit');
    await answerByToken(desk, 'h1', answer);
    const [kept] = await desk.store.surveyAnswers('shop', { survey: 'spring' }, 9);
    expect(kept?.answers).toEqual({ overall: 9, how: 'web', more: 'fine' });
    expect((await desk.store.scores('shop', 0, Infinity)).map(({ score, survey }) => [score, survey])).toEqual([
      [9, 'spring'],
    ]);
  });

  it('takes no answers that do not fit its questions', () => {
    const wrong: Record<string, SurveyValue>[] = [
      {},
      { overall: 11 },
      { overall: '9' },
      { overall: 9, how: 'fax' },
      { overall: 9, more: 7 },
    ];
    for (const answers of wrong) {
      expect(readSurveyAnswers(SPRING, answers)).toBe(null);
    }
    expect(readSurveyAnswers(SPRING, { overall: 9, more: '  ' })).toEqual({ score: 9, answers: { overall: 9 } });
  });
});
