import type { Locale, SurveyChannel, SurveyRequest, SurveyValue } from '@solodesk/core';

export interface SurveyRow {
  key: number;
  site: number;
  id: string;
  survey: string;
  visitorKey: number | null;
  contactKey: number | null;
  conversationKey: number | null;
  ticket: number | null;
  locale: Locale;
  askedAt: number;
  mailedAt: number | null;
  address: string | null;
  leftAt: number | null;
  firstAnsweredAt: number | null;
  answeredAt: number | null;
  skippedAt: number | null;
  channel: SurveyChannel | null;
  score: number | null;
  word: string;
  answers: string;
}

export const SURVEY_COLUMNS = `key, site, id, survey, visitor AS visitorKey, contact AS contactKey, conversation AS conversationKey, ticket,
  locale, asked_at AS askedAt, mailed_at AS mailedAt, address, left_at AS leftAt, first_answered_at AS firstAnsweredAt, answered_at AS answeredAt,
  skipped_at AS skippedAt, channel, score, word, answers`;

export function toSurveyRequest(row: SurveyRow, site: string): SurveyRequest {
  return { ...row, site, answers: JSON.parse(row.answers) as Record<string, SurveyValue> };
}
