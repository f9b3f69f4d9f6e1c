import type { Ids } from '@solodesk/core';
import type { SurveyLinks } from '@solodesk/core/use-cases';
import type { OnlineVisitors } from '../realtime/online-visitors.ts';
import { hashToken } from '../system.ts';

/** Where a mail's link leads. */
export const SURVEY_PATH = '/rate';
/** Where a reader says that they want to be asked no more, and takes it back. */
export const SURVEY_LEAVE_PATH = '/rate/leave';
/** For mail programs. */
export const SURVEY_ONE_CLICK_PATH = '/rate/leave/one-click';

/** Links of mails that ask. The token is random, stored hashed, and stands in the fragment: no server's log ever sees it. */
export function surveyLinksOf(ids: Ids, publicUrl: () => string, online: OnlineVisitors): SurveyLinks {
  return {
    isOnline: (visitorKey) => online.isOnline(visitorKey),
    token() {
      const token = ids.token();
      return { token, hash: hashToken(token) };
    },
    link: (token, score) => surveyLink(publicUrl(), token, score),
    leave() {
      const token = ids.token();
      const once = leavingOnly(token);
      return {
        unsubscribe: `${publicUrl()}${SURVEY_LEAVE_PATH}#${token}`,
        oneClick: `${publicUrl()}${SURVEY_ONE_CLICK_PATH}/${once}`,
        hash: hashToken(once),
      };
    },
  };
}

/**
 * The token for mail programs, which stands in a path: it leads to no other one, so that who reads it in a log can end somebody's
 * mails, and neither answer for them nor bring the mails back.
 */
export function leavingOnly(token: string): string {
  return hashToken(token);
}

/** @param score is preselected on the page; null: none. */
function surveyLink(publicUrl: string, token: string, score: number | null): string {
  return `${publicUrl}${SURVEY_PATH}#${token}${score === null ? '' : `.${score}`}`;
}
