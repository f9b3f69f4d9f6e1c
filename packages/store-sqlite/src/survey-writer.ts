import { SATISFACTION } from '@solodesk/core';
import type { SurveyAsk } from '@solodesk/core';
import type { Database } from 'better-sqlite3';

/** What is written besides when a mail asks. */
interface Mailed {
  readonly address: string;
  readonly token: string;
}

/** Asks people inside of whatever transaction causes it, unless they were asked lately. */
export class SurveyWriter {
  readonly #insert;

  constructor(db: Database) {
    this.#insert = db.prepare(`
      INSERT INTO survey_request
        (site, id, survey, visitor, contact, conversation, ticket, locale, asked_at, mailed_at, address, token)
      SELECT @site, @id, @survey, @visitor, @contact, @conversation, @ticket, @locale, @at, @mailedAt, @address, @token
      WHERE NOT EXISTS (
        SELECT 1 FROM survey_request
        WHERE (visitor = @visitor OR contact = @contact OR address = @address)
          AND site = @site AND (survey = '${SATISFACTION}') = @isSatisfaction AND asked_at > @restSince)`);
  }

  /** @returns whether the person is asked. */
  ask(site: number, ask: SurveyAsk, mailed?: Mailed): boolean {
    const { id, survey, visitorKey, contactKey, conversationKey, ticket, locale, askedAt, restMs } = ask;
    const { changes } = this.#insert.run({
      ...{ site, id, survey, ticket, locale },
      ...{ visitor: visitorKey, contact: contactKey, conversation: conversationKey },
      ...{ at: askedAt, restSince: askedAt - restMs, isSatisfaction: survey === SATISFACTION ? 1 : 0 },
      ...{ mailedAt: mailed ? askedAt : null, address: mailed?.address ?? null, token: mailed?.token ?? null },
    });
    return changes === 1;
  }
}
