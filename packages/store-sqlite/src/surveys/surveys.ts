import type { GivenScore, SurveyCount, SurveyExit, SurveyRequest, SurveyStore } from '@solodesk/core';
import { LEFT_BY_OWNER, SATISFACTION } from '@solodesk/core';
import type { Database } from 'better-sqlite3';
import type { GroupCommit } from '../group-commit.ts';
import { OutboxWriter } from '../jobs/outbox-writer.ts';
import type { SiteKeys } from '../sites.ts';
import { reading } from '../database/storage-failure.ts';
import { SURVEY_COLUMNS, toSurveyRequest } from './survey-rows.ts';
import type { SurveyRow } from './survey-rows.ts';
import { SurveyWriter } from './survey-writer.ts';

export function createSurveyStore(db: Database, group: GroupCommit, sites: SiteKeys): SurveyStore {
  const statements = prepare(db);
  const writer = new SurveyWriter(db);
  const outbox = new OutboxWriter(db);
  const own = (row: SurveyRow): SurveyRequest => toSurveyRequest(row, sites.idOf(row.site));
  const one = (row: SurveyRow | undefined): SurveyRequest | null => (row === undefined ? null : own(row));
  const keyOf = (site: string) => sites.find(site) ?? 0;

  return {
    askSurvey: (ask, mail) =>
      group.write(() => {
        const site = sites.make(ask.site);
        const mailed = mail && { address: mail.address, token: mail.tokenHash, leaveToken: mail.leaveHash };
        if (!writer.ask(site, ask, mailed)) return false;
        if (mail !== undefined) outbox.add(site, [mail.entry]);
        return true;
      }),

    surveyStanding: (site, { contactKey: contact, address }, since) =>
      reading(() => {
        if (writer.hasLeft(keyOf(site), { contact, address })) return 'left';
        return writer.rests(keyOf(site), { contact, address }, since) ? 'rests' : 'free';
      }),

    findSurveyRequest: (site, id) => reading(() => one(statements.byId.get(id, keyOf(site)))),
    findSurveyByToken: (hash) => reading(() => one(statements.byToken.get(hash))),
    findSurveyByLeaveToken: (hash) => reading(() => one(statements.byLeaveToken.get(hash))),
    leaveSurveys: (hash, at) => group.write(() => statements.leave.run(at, hash).changes === 1),
    returnToSurveys: (hash) =>
      group.write(() => {
        const row = statements.byLeaveToken.get(hash);
        if (row === undefined) return false;
        const who = { site: row.site, contact: row.contactKey, address: row.address };
        statements.takeBack.run(who);
        statements.dropOwnersWord.run(who);
        return true;
      }),
    surveyExit: (site, { contactKey: contact, address }) =>
      reading(() => statements.exit.get({ site: keyOf(site), contact, address }) ?? null),
    leaveSurveysFor: (site, { contactKey: contact, address, locale }, id, at) =>
      group.write(() => {
        const key = sites.make(site);
        if (!writer.hasLeft(key, { contact, address }))
          statements.ownersWord.run({ site: key, id, contact, address: address || null, locale, at });
      }),
    returnToSurveysFor: (site, { contactKey: contact, address }) =>
      group.write(() => void statements.dropOwnersWord.run({ site: keyOf(site), contact, address })),
    satisfactionOfVisitor: (site, visitorKey) =>
      reading(() => one(statements.ofVisitor.get(visitorKey, keyOf(site), SATISFACTION))),

    saveSurveyAnswer: (site, id, before, answered, entries = []) =>
      group.write(() => {
        const values = { ...answered, answers: JSON.stringify(answered.answers), id, site: keyOf(site), before };
        if (statements.answer.run(values).changes === 0) return false;
        outbox.add(keyOf(site), entries);
        return true;
      }),

    satisfactionToMail: (moment, limit) => reading(() => statements.toMail.all(moment, limit).map(own)),

    mailSatisfaction: ({ site, id }, at, restSince, mail) =>
      group.write(() => {
        const key = keyOf(site);
        const isFree =
          mail !== null &&
          statements.mailedLately.get(mail.address, key, restSince) === undefined &&
          !writer.hasLeft(key, { contact: statements.byId.get(id, key)?.contactKey ?? null, address: mail.address });
        const [address, token, leave] = isFree ? [mail.address, mail.tokenHash, mail.leaveHash] : [null, null, null];
        const changed = statements.mail.run(at, address, token, leave, id, key).changes === 1;
        if (!changed || !isFree) return false;
        outbox.add(key, [mail.entry]);
        return true;
      }),

    scores: (site, from, to) => reading(() => statements.scores.all(keyOf(site), from, to)),
    surveyAnswers: (site, of, limit) =>
      reading(() =>
        ('survey' in of
          ? statements.answersOfSurvey.all(keyOf(site), of.survey, limit)
          : statements.answersOfTalk.all(of.conversationKey, keyOf(site), limit)
        ).map(own),
      ),
    countSurvey: (site, survey) =>
      reading(() => statements.count.get(keyOf(site), survey) ?? { asked: 0, answered: 0, skipped: 0 }),
  };
}

function prepare(db: Database) {
  const select = `SELECT ${SURVEY_COLUMNS} FROM survey_request WHERE`;
  return {
    byId: db.prepare<[string, number], SurveyRow>(`${select} id = ? AND site = ?`),
    byToken: db.prepare<[string], SurveyRow>(`${select} token = ?`),
    byLeaveToken: db.prepare<[string], SurveyRow>(`${select} leave_token = ?`),
    leave: db.prepare('UPDATE survey_request SET left_at = coalesce(left_at, ?) WHERE leave_token = ?'),
    takeBack: db.prepare(`
      UPDATE survey_request SET left_at = NULL
      WHERE (contact = @contact OR address = @address) AND site = @site AND left_at IS NOT NULL`),
    exit: db.prepare<[{ site: number; contact: number; address: string }], SurveyExit>(`
      SELECT left_at AS at, iif(survey = '${LEFT_BY_OWNER}', 'owner', 'reader') AS "by" FROM survey_request
      WHERE (contact = @contact OR address = @address) AND site = @site AND left_at IS NOT NULL
      ORDER BY survey = '${LEFT_BY_OWNER}', left_at LIMIT 1`),
    ownersWord: db.prepare(`
      INSERT INTO survey_request (site, id, survey, contact, locale, asked_at, mailed_at, address, left_at)
      VALUES (@site, @id, '${LEFT_BY_OWNER}', @contact, @locale, @at, @at, @address, @at)`),
    dropOwnersWord: db.prepare(`
      DELETE FROM survey_request
      WHERE (contact = @contact OR address = @address) AND site = @site AND survey = '${LEFT_BY_OWNER}'`),
    ofVisitor: db.prepare<[number, number, string], SurveyRow>(
      `${select} visitor = ? AND site = ? AND survey = ? ORDER BY asked_at DESC, key DESC LIMIT 1`,
    ),
    answer: db.prepare(`
      UPDATE survey_request SET first_answered_at = @firstAnsweredAt, answered_at = @answeredAt, skipped_at = @skippedAt,
        channel = @channel, score = @score, word = @word, answers = @answers
      WHERE id = @id AND site = @site AND answered_at IS @before`),
    toMail: db.prepare<[number, number], SurveyRow>(`
      ${select} survey = 'satisfaction' AND mailed_at IS NULL AND answered_at IS NULL AND skipped_at IS NULL
        AND asked_at <= ? ORDER BY asked_at, key LIMIT ?`),
    mailedLately: db.prepare<[string, number, number]>(
      `SELECT 1 FROM survey_request WHERE address = ? AND site = ? AND survey = 'satisfaction' AND mailed_at > ?`,
    ),
    mail: db.prepare(`
      UPDATE survey_request SET mailed_at = ?, address = ?, token = ?, leave_token = ?
      WHERE id = ? AND site = ? AND mailed_at IS NULL AND answered_at IS NULL AND skipped_at IS NULL`),
    scores: db.prepare<[number, number, number], GivenScore>(`
      SELECT score, word, first_answered_at AS at, survey, channel, locale, contact AS contactKey,
        conversation AS conversationKey, ticket
      FROM survey_request WHERE site = ? AND score IS NOT NULL AND first_answered_at >= ? AND first_answered_at < ?
      ORDER BY first_answered_at, key`),
    answersOfSurvey: db.prepare<[number, string, number], SurveyRow>(
      `${select} site = ? AND survey = ? AND answered_at IS NOT NULL ORDER BY answered_at DESC, key DESC LIMIT ?`,
    ),
    answersOfTalk: db.prepare<[number, number, number], SurveyRow>(
      `${select} conversation = ? AND site = ? AND answered_at IS NOT NULL ORDER BY answered_at DESC, key DESC LIMIT ?`,
    ),
    count: db.prepare<[number, string], SurveyCount>(`
      SELECT count(*) AS asked, count(answered_at) AS answered, count(skipped_at) AS skipped
      FROM survey_request WHERE site = ? AND survey = ?`),
  };
}
