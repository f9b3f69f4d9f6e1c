import { DeskError } from '../../domain/desk-error.ts';
import { answerSurvey } from '../../domain/survey/answer-survey.ts';
import type { SatisfactionAnswer } from '../../domain/survey/answer-survey.ts';
import type { SurveyChannel, SurveyRequest } from '../../domain/survey/survey-request.ts';
import type { Visitor } from '../../domain/visitor.ts';
import { satisfactionGiven } from '../../domain/survey/satisfaction-given.ts';
import type { Desk } from '../desk.ts';
import { unhappyAlerts } from './unhappy-alerts.ts';
import { webhookEntries } from '../notices/webhook-entries.ts';

const ATTEMPTS = 5;

/**
 * The visitor says how it was, or would rather not (`score` null). A repeat comes to the same.
 * @throws DeskError `not_found` for a question that was never put to them, `refused` when it is too late
 */
export async function answerAsVisitor(
  desk: Desk,
  visitor: Visitor,
  id: string,
  answer: SatisfactionAnswer,
): Promise<SurveyRequest> {
  const load = async () => {
    const request = await desk.store.findSurveyRequest(visitor.site, id);
    return request?.visitorKey === visitor.key ? request : null;
  };
  return saved(desk, load, answer, 'chat');
}

/** The same by the link of a mail; who holds its token is whom it was sent to. @throws as `answerAsVisitor` */
export async function answerByToken(desk: Desk, tokenHash: string, answer: SatisfactionAnswer): Promise<SurveyRequest> {
  return saved(desk, () => desk.store.findSurveyByToken(tokenHash), answer, 'mail');
}

async function saved(
  desk: Desk,
  load: () => Promise<SurveyRequest | null>,
  answer: SatisfactionAnswer,
  channel: SurveyChannel,
): Promise<SurveyRequest> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const request = await load();
    if (request === null) throw new DeskError('not_found', 'there is no such question');
    const answered = answerSurvey(request, answer, channel, desk.clock.now());
    const next = { ...request, ...answered };
    const told = webhookEntries(desk, next.site, satisfactionGiven(next, prefixOf(desk, next.site)));
    const outbox = [...told, ...(await unhappyAlerts(desk, next))];
    if (await desk.store.saveSurveyAnswer(next.site, next.id, request.answeredAt, answered, outbox)) {
      desk.bus.publish({ kind: 'survey', site: next.site, visitorKey: next.visitorKey, request: next });
      return next;
    }
  }
  throw new DeskError('conflict', 'the answer kept changing');
}

function prefixOf(desk: Desk, site: string): string {
  return desk.sites.get(site)?.ticketPrefix ?? site.toUpperCase();
}
