import type { Ids } from '@solodesk/core';
import type { SurveyLinks } from '@solodesk/core/use-cases';
import type { OnlineVisitors } from '../realtime/online-visitors.ts';
import { hashToken } from '../system.ts';

/** Where a mail's link leads. */
export const SURVEY_PATH = '/rate';

/** Links of mails that ask. The token is random, stored hashed, and stands in the fragment: no server's log ever sees it. */
export function surveyLinksOf(ids: Ids, publicUrl: () => string, online: OnlineVisitors): SurveyLinks {
  return {
    isOnline: (visitorKey) => online.isOnline(visitorKey),
    token() {
      const token = ids.token();
      return { token, hash: hashToken(token) };
    },
    link: (token, score) => surveyLink(publicUrl(), token, score),
  };
}

/** @param score is preselected on the page; null: none. */
export function surveyLink(publicUrl: string, token: string, score: number | null): string {
  return `${publicUrl}${SURVEY_PATH}#${token}${score === null ? '' : `.${score}`}`;
}
