import type { OutboxEntry } from '../domain/outbox/outbox-entry.ts';
import type { Person } from '../domain/privacy/person.ts';
import { LEFT_BY_OWNER, SATISFACTION, UNANSWERED } from '../domain/survey/survey-request.ts';
import type { SurveyAsk, SurveyRequest } from '../domain/survey/survey-request.ts';
import type { GivenScore, SurveyMail, SurveyStore } from '../ports/survey-store.ts';

import { moveRows } from './memory-merges.ts';

type Row = SurveyRequest & { tokenHash: string | null; leaveHash: string | null };

const NOBODY = {
  ...{ visitorKey: null, contactKey: null, conversationKey: null, ticket: null, address: null, tokenHash: null },
  ...{ word: '', answers: {}, leaveHash: null, leftAt: null },
};

/** Requests in an array; `ask` is called by the commit that holds one. */
export function createMemorySurveys(
  addToOutbox: (site: string, entries: readonly OutboxEntry[]) => void,
): SurveyStore & {
  ask(ask: SurveyAsk): void;
  allSurveys(): readonly SurveyRequest[];
  hasSurveys(contactKey: number): boolean;
  moveSurveys(from: number, to: number, only?: readonly number[]): number[];
  surveysOfPerson(site: string, contactKey: number, visitorKeys: readonly number[]): SurveyRequest[];
  dropSurveys(person: Person, emails: readonly string[]): { erased: number; anonymised: number };
} {
  const rows: Row[] = [];
  let lastKey = 0;
  const nextKey = (): number => (lastKey += 1);
  const find = (site: string, id: string) => rows.findIndex((row) => row.site === site && row.id === id);
  const shown = (row: Row | undefined): SurveyRequest | null => {
    if (row === undefined) return null;
    const { tokenHash: _, leaveHash: _leave, ...request } = row;
    return request;
  };
  const all = (found: Row[]) => found.flatMap((row) => shown(row) ?? []);

  type Asked = Pick<SurveyAsk, 'site' | 'survey' | 'visitorKey' | 'contactKey'>;
  const rests = (asked: Asked, address: string | undefined, since: number): boolean => {
    const isSame = (a: unknown, b: unknown) => a !== null && a !== undefined && a === b;
    return rows.some(
      (row) =>
        row.site === asked.site &&
        (row.survey === SATISFACTION) === (asked.survey === SATISFACTION) &&
        row.askedAt > since &&
        (isSame(row.visitorKey, asked.visitorKey) ||
          isSame(row.contactKey, asked.contactKey) ||
          isSame(row.address, address)),
    );
  };
  const hasLeft = (site: string, contactKey: number | null, address: string | null | undefined): boolean =>
    rows.some(
      (row) =>
        row.site === site &&
        row.leftAt !== null &&
        ((contactKey !== null && row.contactKey === contactKey) ||
          (address !== null && address !== undefined && row.address === address)),
    );
  /** Rows of a contact or an address. */
  const isOf = (site: string, { contactKey, address }: { contactKey: number | null; address: string | null }) => {
    return (row: Row): boolean =>
      row.site === site &&
      ((contactKey !== null && row.contactKey === contactKey) || (address !== null && row.address === address));
  };
  const dropOwnersWord = (isTheirs: (row: Row) => boolean): void => {
    const kept = rows.filter((row) => row.survey !== LEFT_BY_OWNER || !isTheirs(row));
    rows.splice(0, rows.length, ...kept);
  };
  const ask = ({ restMs, ...asked }: SurveyAsk, mail?: SurveyMail): boolean => {
    if (rests(asked, mail?.address, asked.askedAt - restMs)) return false;
    if (mail !== undefined && hasLeft(asked.site, asked.contactKey, mail.address)) return false;
    const mailed = { mailedAt: mail ? asked.askedAt : null, address: mail?.address ?? null };
    rows.push({
      ...asked,
      ...UNANSWERED,
      ...mailed,
      key: nextKey(),
      ...{ tokenHash: mail?.tokenHash ?? null, leaveHash: mail?.leaveHash ?? null, leftAt: null },
    });
    if (mail !== undefined) addToOutbox(asked.site, [mail.entry]);
    return true;
  };

  return {
    ask: (asked) => void ask(asked),
    allSurveys: () => all(rows),
    hasSurveys: (contactKey) => rows.some((row) => row.contactKey === contactKey),
    moveSurveys: (from, to, only) => moveRows(rows, from, to, only),
    surveysOfPerson: (site, contactKey, visitorKeys) =>
      all(
        rows.filter(
          (row) =>
            row.site === site &&
            (row.contactKey === contactKey || (row.visitorKey !== null && visitorKeys.includes(row.visitorKey))),
        ),
      ),
    dropSurveys({ site, visitors, contacts, tickets }, emails) {
      const holds = <T>(all: readonly T[], one: T | null) => one !== null && all.includes(one);
      const numbers = tickets.map(({ number }) => number);
      const own = rows.filter(
        (row) =>
          row.site === site &&
          (holds(visitors, row.visitorKey) ||
            holds(contacts, row.contactKey) ||
            holds(visitors, row.conversationKey) ||
            holds(numbers, row.ticket) ||
            holds(emails, row.address)),
      );
      const figures = own.filter(({ score }) => score !== null);
      for (const row of own) {
        if (row.score === null) rows.splice(rows.indexOf(row), 1);
        else Object.assign(row, NOBODY);
      }
      return { erased: own.length - figures.length, anonymised: figures.length };
    },
    async surveyStanding(site, { contactKey, address }, since) {
      if (hasLeft(site, contactKey, address)) return 'left';
      return rests({ site, survey: '', visitorKey: null, contactKey }, address, since) ? 'rests' : 'free';
    },
    askSurvey: async (asked, mail) => ask(asked, mail),
    findSurveyRequest: async (site, id) => shown(rows[find(site, id)]),
    findSurveyByToken: async (hash) => shown(rows.find(({ tokenHash }) => tokenHash === hash)),
    findSurveyByLeaveToken: async (hash) => shown(rows.find(({ leaveHash }) => leaveHash === hash)),
    async leaveSurveys(hash, at) {
      const place = rows.findIndex(({ leaveHash }) => leaveHash === hash);
      const row = rows[place];
      if (row === undefined) return false;
      rows[place] = { ...row, leftAt: row.leftAt ?? at };
      return true;
    },
    async returnToSurveys(hash) {
      const of = rows.find(({ leaveHash }) => leaveHash === hash);
      if (of === undefined) return false;
      const isTheirs = isOf(of.site, of);
      dropOwnersWord(isTheirs);
      for (const [place, row] of rows.entries()) if (isTheirs(row)) rows[place] = { ...row, leftAt: null };
      return true;
    },
    async surveyExit(site, of) {
      const by = ({ survey }: Row) => (survey === LEFT_BY_OWNER ? ('owner' as const) : ('reader' as const));
      const [first] = rows
        .filter((row) => isOf(site, of)(row) && row.leftAt !== null)
        .sort((a, b) => (by(a) === by(b) ? a.leftAt! - b.leftAt! : by(a) === 'owner' ? 1 : -1));
      return first === undefined ? null : { at: first.leftAt!, by: by(first) };
    },
    async leaveSurveysFor(site, { contactKey, address, locale }, id, at) {
      if (hasLeft(site, contactKey, address)) return;
      rows.push({
        ...UNANSWERED,
        ...{ key: nextKey(), id, site, survey: LEFT_BY_OWNER, contactKey, address: address || null, locale },
        ...{ visitorKey: null, conversationKey: null, ticket: null, tokenHash: null, leaveHash: null },
        ...{ askedAt: at, mailedAt: at, leftAt: at },
      });
    },
    async returnToSurveysFor(site, of) {
      dropOwnersWord(isOf(site, of));
    },
    satisfactionOfVisitor: async (site, visitorKey) =>
      shown(
        rows
          .filter((row) => row.site === site && row.visitorKey === visitorKey && row.survey === SATISFACTION)
          .sort((a, b) => b.askedAt - a.askedAt || b.key - a.key)[0],
      ),
    async saveSurveyAnswer(site, id, before, answered, outbox = []) {
      const at = find(site, id);
      const row = rows[at];
      if (row === undefined || row.answeredAt !== before) return false;
      rows[at] = { ...row, ...answered };
      addToOutbox(site, outbox);
      return true;
    },
    satisfactionToMail: async (moment, limit) =>
      all(rows.filter((row) => row.survey === SATISFACTION && waits(row) && row.askedAt <= moment))
        .sort((a, b) => a.askedAt - b.askedAt || a.key - b.key)
        .slice(0, limit),
    async mailSatisfaction({ site, id }, at, restSince, mail) {
      const place = find(site, id);
      const row = rows[place];
      if (row === undefined || !waits(row)) return false;
      const wasMailed = rows.some(
        (other) =>
          other.site === site &&
          other.survey === SATISFACTION &&
          other.address === mail?.address &&
          (other.mailedAt ?? -1) > restSince,
      );
      const sent = wasMailed || hasLeft(site, row.contactKey, mail?.address) ? null : mail;
      rows[place] = {
        ...{ ...row, mailedAt: at, address: sent?.address ?? null },
        ...{ tokenHash: sent?.tokenHash ?? null, leaveHash: sent?.leaveHash ?? null },
      };
      if (sent === null) return false;
      addToOutbox(site, [sent.entry]);
      return true;
    },
    scores: async (site, from, to) =>
      rows
        .filter((row) => row.site === site)
        .flatMap((row): GivenScore[] => {
          const {
            score,
            word,
            firstAnsweredAt: at,
            survey,
            channel,
            locale,
            contactKey,
            conversationKey,
            ticket,
          } = row;
          if (score === null || at === null || channel === null || at < from || at >= to) return [];
          return [{ score, word, at, survey, channel, locale, contactKey, conversationKey, ticket }];
        })
        .sort((a, b) => a.at - b.at),
    surveyAnswers: async (site, of, limit) =>
      all(
        rows.filter(
          (row) =>
            row.site === site &&
            row.answeredAt !== null &&
            ('survey' in of ? row.survey === of.survey : row.conversationKey === of.conversationKey),
        ),
      )
        .sort((a, b) => (b.answeredAt ?? 0) - (a.answeredAt ?? 0) || b.key - a.key)
        .slice(0, limit),
    async countSurvey(site, survey) {
      const asked = rows.filter((row) => row.site === site && row.survey === survey);
      const count = (moment: 'answeredAt' | 'skippedAt') => asked.filter((row) => row[moment] !== null).length;
      return { asked: asked.length, answered: count('answeredAt'), skipped: count('skippedAt') };
    },
  };
}

function waits({ mailedAt, answeredAt, skippedAt }: Row): boolean {
  return mailedAt === null && answeredAt === null && skippedAt === null;
}
