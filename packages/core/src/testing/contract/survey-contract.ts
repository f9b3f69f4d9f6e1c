import type { ContactFilter } from '../../domain/crm/contact-filter.ts';
import { close } from '../../domain/conversation/owner-commands.ts';
import type { OutboxEntry } from '../../domain/outbox/outbox-entry.ts';
import { answerSurvey } from '../../domain/survey/answer-survey.ts';
import { LEFT_BY_OWNER, SATISFACTION, SATISFACTION_REST_MS, UNANSWERED } from '../../domain/survey/survey-request.ts';
import type { SurveyAsk } from '../../domain/survey/survey-request.ts';
import type { Contract } from './contract.ts';
import { BAKERY, SHOP, toCommit } from './stage.ts';

const DAY = 86_400_000;
export const ask = (id: string, change: Partial<SurveyAsk> = {}): SurveyAsk => ({
  id,
  site: SHOP,
  survey: SATISFACTION,
  visitorKey: 1,
  contactKey: null,
  conversationKey: null,
  ticket: null,
  locale: 'zh',
  askedAt: 10 * DAY,
  restMs: SATISFACTION_REST_MS,
  ...change,
});
const entry = (key: string): OutboxEntry => ({
  id: `00000000-0000-4000-8000-${key.padStart(12, '0')}`,
  kind: 'mail',
  key,
  dueAt: 0,
  payload: {
    to: { address: 'ann@b.example' },
    locale: 'en',
    conversation: null,
    content: { template: 'satisfaction', about: null, scores: [] },
  },
});
const mail = (key: string, address = 'ann@b.example') => ({
  ...{ address, tokenHash: `hash-${key}`, leaveHash: `leave-${key}` },
  entry: entry(key),
});

export const surveyContract: Contract = ({ describe, it, expect }, stage) => {
  describe('a question of how it was', () => {
    it('is stored as it was asked, of its site alone', async () => {
      const { store } = stage();
      expect(await store.askSurvey(ask('a', { ticket: 17, contactKey: 5, conversationKey: 3 }))).toBe(true);
      const found = await store.findSurveyRequest(SHOP, 'a');
      const { restMs: _, ...asked } = ask('a', { ticket: 17, contactKey: 5, conversationKey: 3 });
      expect(found).toEqual({ ...asked, ...UNANSWERED, key: found?.key, mailedAt: null, address: null, leftAt: null });
      expect(await store.findSurveyRequest(BAKERY, 'a')).toBe(null);
      expect(await store.satisfactionOfVisitor(SHOP, 1)).toEqual(found);
      expect(await store.satisfactionOfVisitor(BAKERY, 1)).toBe(null);
    });

    it('is asked of a person once in its time to rest, whether we know them by browser or by contact', async () => {
      const { store } = stage();
      const later = (days: number) => ({ askedAt: (10 + days) * DAY });
      expect(await store.askSurvey(ask('a', { contactKey: 5 }))).toBe(true);
      expect(await store.askSurvey(ask('b', later(6)))).toBe(false);
      expect(await store.askSurvey(ask('c', { visitorKey: 2, contactKey: 5, ...later(6) }))).toBe(false);
      expect(await store.askSurvey(ask('d', { visitorKey: 2, ...later(6) }))).toBe(true);
      expect(await store.askSurvey(ask('e', { site: BAKERY, ...later(6) }))).toBe(true);
      expect(await store.askSurvey(ask('f', { survey: 'spring', ...later(6) }))).toBe(true);
      expect(await store.askSurvey(ask('g', later(8)))).toBe(true);
      expect(await store.findSurveyRequest(SHOP, 'b')).toBe(null);
    });

    it('comes with the commit that settles something, or not at all', async () => {
      const { store } = stage();
      const who = await stage().visitor();
      await stage().says(who);
      const before = await stage().conversation(who);
      const decision = close(before, 'owner', 11 * DAY);
      if (decision === null) throw new Error('it was open');
      const survey = ask('a', { visitorKey: who.key, conversationKey: before.key });
      const commit = { ...toCommit(before, decision), survey };
      expect((await store.commit({ ...commit, expectedVersion: 77 })).kind).toBe('conflict');
      expect(await store.findSurveyRequest(SHOP, 'a')).toBe(null);
      expect((await store.commit(commit)).kind).toBe('committed');
      expect(await store.findSurveyRequest(SHOP, 'a')).toMatchObject({ visitorKey: who.key, askedAt: 10 * DAY });
    });

    it('takes an answer from whoever decided on what is stored, and no other', async () => {
      const { store } = stage();
      await store.askSurvey(ask('a'));
      const request = await store.findSurveyRequest(SHOP, 'a');
      if (request === null) throw new Error('it was asked');
      const nine = answerSurvey(request, { score: 9, word: '很好 👍' }, 'chat', 11 * DAY);
      expect(await store.saveSurveyAnswer(BAKERY, 'a', null, nine)).toBe(false);
      expect(await store.saveSurveyAnswer(SHOP, 'a', null, nine, [entry('7')])).toBe(true);
      expect(await store.saveSurveyAnswer(SHOP, 'a', null, { ...nine, score: 1 }, [entry('8')])).toBe(false);
      const due = await store.claimJobs({ now: 13 * DAY, until: 14 * DAY, limit: 10, lease: 'l' });
      expect(due.map(({ id }) => id)).toEqual([entry('7').id]);
      expect(await store.saveSurveyAnswer(SHOP, 'a', 11 * DAY, { ...nine, score: 8, answeredAt: 12 * DAY })).toBe(true);
      expect(await store.findSurveyRequest(SHOP, 'a')).toMatchObject({
        score: 8,
        word: '很好 👍',
        firstAnsweredAt: 11 * DAY,
        answeredAt: 12 * DAY,
      });
      expect(await store.countSurvey(SHOP, SATISFACTION)).toEqual({ asked: 1, answered: 1, skipped: 0 });
    });

    it('gives the scores of a span of time, and no skipped one', async () => {
      const { store } = stage();
      for (const [id, score, day] of [
        ['a', 9, 11],
        ['b', 3, 12],
        ['c', null, 12],
        ['d', 7, 13],
      ] as const) {
        await store.askSurvey(ask(id, { visitorKey: day * 10 + (score ?? 0), conversationKey: 4 }));
        const request = await store.findSurveyRequest(SHOP, id);
        if (request === null) throw new Error('it was asked');
        await store.saveSurveyAnswer(SHOP, id, null, answerSurvey(request, { score }, 'chat', day * DAY));
      }
      expect((await store.scores(SHOP, 11 * DAY, 13 * DAY)).map(({ score, at }) => [score, at / DAY])).toEqual([
        [9, 11],
        [3, 12],
      ]);
      expect(await store.scores(SHOP, 11 * DAY, 12 * DAY)).toEqual([
        {
          ...{ score: 9, word: '', at: 11 * DAY, survey: SATISFACTION, channel: 'chat', locale: 'zh' },
          ...{ contactKey: null, conversationKey: 4, ticket: null },
        },
      ]);
      expect(await store.scores(BAKERY, 0, 99 * DAY)).toEqual([]);
      expect((await store.surveyAnswers(SHOP, { conversationKey: 4 }, 2)).map(({ id }) => id)).toEqual(['d', 'b']);
      expect(await store.surveyAnswers(BAKERY, { conversationKey: 4 }, 2)).toEqual([]);
      expect(await store.countSurvey(SHOP, SATISFACTION)).toEqual({ asked: 4, answered: 3, skipped: 1 });
    });
  });

  describe('a question by mail', () => {
    it('is due for whoever has not answered, once, and can be found by its token', async () => {
      const { store } = stage();
      await store.askSurvey(ask('a'));
      await store.askSurvey(ask('b', { visitorKey: 2, askedAt: 11 * DAY }));
      expect(await store.satisfactionToMail(9 * DAY, 10)).toEqual([]);
      expect((await store.satisfactionToMail(11 * DAY, 10)).map(({ id }) => id)).toEqual(['a', 'b']);
      expect(await store.mailSatisfaction({ site: SHOP, id: 'a' }, 12 * DAY, 5 * DAY, mail('1'))).toBe(true);
      expect(await store.mailSatisfaction({ site: SHOP, id: 'a' }, 12 * DAY, 5 * DAY, mail('2'))).toBe(false);
      expect((await store.satisfactionToMail(11 * DAY, 10)).map(({ id }) => id)).toEqual(['b']);
      expect(await store.findSurveyByToken('hash-1')).toMatchObject({ id: 'a', address: 'ann@b.example' });
      expect(await store.findSurveyByToken('hash-2')).toBe(null);
      // The same address under another browser.
      expect(await store.mailSatisfaction({ site: SHOP, id: 'b' }, 12 * DAY, 5 * DAY, mail('3'))).toBe(false);
      expect(await store.satisfactionToMail(11 * DAY, 10)).toEqual([]);
      const due = await store.claimJobs({ now: 13 * DAY, until: 14 * DAY, limit: 10, lease: 'l' });
      expect(due.map(({ id }) => id)).toEqual([entry('1').id]);
    });

    it('is settled where no mail can go', async () => {
      const { store } = stage();
      await store.askSurvey(ask('a'));
      expect(await store.mailSatisfaction({ site: SHOP, id: 'a' }, 12 * DAY, 0, null)).toBe(false);
      expect(await store.satisfactionToMail(99 * DAY, 10)).toEqual([]);
      expect(await store.findSurveyRequest(SHOP, 'a')).toMatchObject({ mailedAt: 12 * DAY, address: null });
    });
  });

  describe('a survey', () => {
    const survey = (id: string, change: Partial<SurveyAsk> = {}) =>
      ask(id, { survey: 'spring', visitorKey: null, restMs: 30 * DAY, ...change });

    it('goes to an address once in its time to rest, with its mail, or not at all', async () => {
      const { store } = stage();
      expect(await store.askSurvey(survey('a', { contactKey: 5 }), mail('1'))).toBe(true);
      expect(await store.askSurvey(survey('b', { contactKey: 6 }), mail('2'))).toBe(false);
      expect(await store.askSurvey(survey('c', { contactKey: 6 }), mail('3', 'bo@b.example'))).toBe(true);
      expect(await store.findSurveyByToken('hash-3')).toMatchObject({ id: 'c', survey: 'spring' });
      expect(await store.findSurveyByToken('hash-2')).toBe(null);
      const due = await store.claimJobs({ now: 13 * DAY, until: 14 * DAY, limit: 10, lease: 'l' });
      expect(due.map(({ id }) => id).sort()).toEqual([entry('1').id, entry('3').id]);
    });

    it('is known to have gone to a contact or an address since a moment; a question after a resolution is none', async () => {
      const { store } = stage();
      await store.askSurvey(survey('a', { contactKey: 5, askedAt: 10 * DAY }), mail('1'));
      await store.askSurvey(ask('q', { contactKey: 7, askedAt: 10 * DAY }));
      const standing = (contactKey: number, address: string, since = 9 * DAY, site = SHOP) =>
        store.surveyStanding(site, { contactKey, address }, since);
      expect(await standing(5, 'else@b.example')).toBe('rests');
      expect(await standing(6, 'ann@b.example')).toBe('rests');
      expect(await standing(6, 'else@b.example')).toBe('free');
      expect(await standing(7, 'else@b.example')).toBe('free');
      expect(await standing(5, 'ann@b.example', 10 * DAY)).toBe('free');
      expect(await standing(5, 'ann@b.example', 0, BAKERY)).toBe('free');
    });

    it('never goes again to who said that they want none, by contact or address, until they take it back', async () => {
      const { store } = stage();
      const later = { askedAt: 99 * DAY };
      const standing = (contactKey: number | null, address: string, site = SHOP) =>
        store.surveyStanding(site, { contactKey, address }, 98 * DAY);
      await store.askSurvey(survey('a', { contactKey: 5 }), mail('1'));
      await store.askSurvey(ask('chat', { visitorKey: 9, contactKey: 5, askedAt: 50 * DAY }));
      expect(await store.leaveSurveys('hash-1', 11 * DAY)).toBe(false);
      expect(await store.leaveSurveys('leave-1', 11 * DAY)).toBe(true);
      expect(await store.leaveSurveys('leave-1', 12 * DAY)).toBe(true);
      expect(await store.findSurveyByLeaveToken('leave-1')).toMatchObject({ id: 'a', leftAt: 11 * DAY });
      expect(await standing(5, 'new@b.example')).toBe('left');
      expect(await standing(null, 'ann@b.example')).toBe('left');
      expect(await standing(6, 'new@b.example')).toBe('free');
      expect(await standing(5, 'ann@b.example', BAKERY)).toBe('free');
      expect(await store.askSurvey(survey('b', { contactKey: 5, ...later }), mail('2', 'new@b.example'))).toBe(false);
      expect(await store.askSurvey(survey('c', { contactKey: 6, ...later }), mail('3'))).toBe(false);
      // How it was is still asked in the chat, and no mail follows.
      expect(await store.mailSatisfaction({ site: SHOP, id: 'chat' }, 51 * DAY, 0, mail('4'))).toBe(false);
      expect(await store.findSurveyRequest(SHOP, 'chat')).toMatchObject({ mailedAt: 51 * DAY, address: null });
      expect(await store.askSurvey(ask('d', { visitorKey: 9, contactKey: 5, ...later }))).toBe(true);

      expect(await store.returnToSurveys('leave-1')).toBe(true);
      expect(await store.returnToSurveys('leave-9')).toBe(false);
      expect(await standing(5, 'ann@b.example')).toBe('free');
      expect(await store.askSurvey(survey('e', { contactKey: 5, ...later }), mail('5'))).toBe(true);
      expect(await store.findSurveyByLeaveToken('leave-1')).toMatchObject({ leftAt: null });
    });

    it('never goes to whom the owner says it of, who may never have been asked, until one of them takes it back', async () => {
      const { store } = stage();
      const ann = { contactKey: 5, address: 'ann@b.example' };
      const standing = (contactKey: number | null, address: string, site = SHOP) =>
        store.surveyStanding(site, { contactKey, address }, 0);
      const leave = (id: string, day: number, who = ann) =>
        store.leaveSurveysFor(SHOP, { ...who, locale: 'zh' }, id, day * DAY);
      await leave('w', 11);
      await leave('w2', 12);
      expect(await store.surveyExit(SHOP, ann)).toEqual({ at: 11 * DAY, by: 'owner' });
      expect(await store.surveyExit(BAKERY, ann)).toBe(null);
      expect(await standing(5, 'new@b.example')).toBe('left');
      expect(await standing(null, 'ann@b.example')).toBe('left');
      expect(await store.askSurvey(survey('a', { contactKey: 5, askedAt: 20 * DAY }), mail('1'))).toBe(false);
      // In the chat they are still asked, and nothing of it counts as a question or an answer.
      expect(await store.askSurvey(ask('chat', { visitorKey: 9, contactKey: 5, askedAt: 11 * DAY }))).toBe(true);
      expect(await store.mailSatisfaction({ site: SHOP, id: 'chat' }, 12 * DAY, 0, mail('2'))).toBe(false);
      expect(await store.countSurvey(SHOP, 'spring')).toEqual({ asked: 0, answered: 0, skipped: 0 });
      expect(await store.satisfactionToMail(99 * DAY, 10)).toEqual([]);
      await store.returnToSurveysFor(SHOP, ann);
      expect(await store.surveyExit(SHOP, ann)).toBe(null);
      expect(await standing(5, 'ann@b.example')).toBe('free');
      expect(await store.askSurvey(survey('b', { contactKey: 5, askedAt: 20 * DAY }), mail('3'))).toBe(true);

      // What they say themselves goes before it, and outlasts it; they take back both.
      await leave('w3', 21);
      await store.leaveSurveys('leave-3', 22 * DAY);
      expect(await store.surveyExit(SHOP, ann)).toEqual({ at: 22 * DAY, by: 'reader' });
      await store.returnToSurveysFor(SHOP, ann);
      expect(await store.surveyExit(SHOP, ann)).toEqual({ at: 22 * DAY, by: 'reader' });
      await store.returnToSurveys('leave-3');
      await leave('w4', 23);
      await store.returnToSurveys('leave-3');
      expect(await store.surveyExit(SHOP, ann)).toBe(null);
      expect(await store.findSurveyRequest(SHOP, 'w4')).toBe(null);
    });

    it('is known to be for nobody without an address but whom it was said of, is exported, and is no line of their timeline', async () => {
      const { store } = stage();
      const write = { site: SHOP, at: DAY, uuid: () => stage().uuid(), batch: null };
      const [saved] = await store.saveContacts([{ id: 'mute' }], write);
      const contactKey = saved?.record.key ?? 0;
      await store.leaveSurveysFor(SHOP, { contactKey, address: '', locale: 'en' }, 'w', 11 * DAY);
      expect(await store.surveyExit(SHOP, { contactKey, address: 'late@b.example' })).toMatchObject({ by: 'owner' });
      expect(await store.surveyExit(SHOP, { contactKey: contactKey + 1, address: '' })).toBe(null);
      expect(await store.surveysAfter(SHOP, { after: 0, limit: 9 })).toMatchObject([
        { survey: LEFT_BY_OWNER, contactKey, address: null, leftAt: 11 * DAY, score: null },
      ]);
      expect((await store.timeline(SHOP, contactKey, { limit: 9 })).items).toEqual([]);
    });

    it('knows who belongs to its segment and can be reached', async () => {
      const { store } = stage();
      const write = { site: SHOP, at: 20 * DAY, uuid: () => stage().uuid(), batch: null };
      await store.saveContacts([{ id: 'plain', email: 'p@b.example' }, { id: 'mute' }], write);
      await store.saveOrders(
        [
          { number: 'A1', placedAt: 19 * DAY, customer: { id: 'new', email: 'n@b.example' } },
          { number: 'A2', placedAt: 2 * DAY, customer: { id: 'old', email: 'o@b.example' } },
        ],
        write,
      );
      const of = async (filter: ContactFilter, after = 0, limit = 10) =>
        (await store.contactsOfSegment(SHOP, filter, { now: 20 * DAY, after, limit })).map(({ id }) => id);
      expect(await of({})).toEqual(['plain', 'new', 'old']);
      expect(await of({ customer: true })).toEqual(['new', 'old']);
      expect(await of({ orderedWithinDays: 7 })).toEqual(['new']);
      expect(await of({ solvedWithinDays: 7 })).toEqual([]);
      const first = await store.contactsOfSegment(SHOP, {}, { now: 0, after: 0, limit: 1 });
      expect(await of({}, first[0]?.key)).toEqual(['new', 'old']);
      expect(await store.contactsOfSegment(BAKERY, {}, { now: 0, after: 0, limit: 9 })).toEqual([]);
    });
  });
};
