import { SATISFACTION } from '@solodesk/core';
import type { SurveyAsk } from '@solodesk/core';
import type { Database } from 'better-sqlite3';

/** What is written besides when a mail asks. */
interface Mailed {
  readonly address: string;
  readonly token: string;
  readonly leaveToken: string;
}

interface MailedPerson {
  readonly contact: number | null;
  readonly address: string;
}

/** Who rests, of @visitor, @contact and @address. */
const RESTING = `
  SELECT 1 FROM survey_request
  WHERE (visitor = @visitor OR contact = @contact OR address = @address)
    AND site = @site AND (survey = '${SATISFACTION}') = @isSatisfaction AND asked_at > @restSince`;

/** Who wants no more mails, of @contact and @address. */
const LEFT = `
  SELECT 1 FROM survey_request
  WHERE (contact = @contact OR address = @address) AND site = @site AND left_at IS NOT NULL`;

/** Asks people inside of whatever transaction causes it, unless they were asked lately. */
export class SurveyWriter {
  readonly #insert;
  readonly #resting;
  readonly #left;

  constructor(db: Database) {
    this.#insert = db.prepare(`
      INSERT INTO survey_request
        (site, id, survey, visitor, contact, conversation, ticket, locale, asked_at, mailed_at, address, token, leave_token)
      SELECT @site, @id, @survey, @visitor, @contact, @conversation, @ticket, @locale, @at, @mailedAt, @address, @token, @leaveToken
      WHERE NOT EXISTS (${RESTING}) AND NOT (@token IS NOT NULL AND EXISTS (${LEFT}))`);
    this.#resting = db.prepare(RESTING);
    this.#left = db.prepare(LEFT);
  }

  /** @returns whether the person is asked. */
  ask(site: number, ask: SurveyAsk, mailed?: Mailed): boolean {
    const { id, survey, visitorKey, contactKey, conversationKey, ticket, locale, askedAt, restMs } = ask;
    const { changes } = this.#insert.run({
      ...{ site, id, survey, ticket, locale },
      ...{ visitor: visitorKey, contact: contactKey, conversation: conversationKey },
      ...{ at: askedAt, restSince: askedAt - restMs, isSatisfaction: survey === SATISFACTION ? 1 : 0 },
      ...{ mailedAt: mailed ? askedAt : null, address: mailed?.address ?? null, token: mailed?.token ?? null },
      leaveToken: mailed?.leaveToken ?? null,
    });
    return changes === 1;
  }

  /** Whether a survey that is not about a resolution would find them resting. */
  rests(site: number, { contact, address }: MailedPerson, since: number): boolean {
    const values = { visitor: null, contact, address, site, isSatisfaction: 0, restSince: since };
    return this.#resting.get(values) !== undefined;
  }

  hasLeft(site: number, { contact, address }: MailedPerson): boolean {
    return this.#left.get({ contact, address, site }) !== undefined;
  }
}
