import type { Happening } from '../outbox/happenings.ts';
import { ticketName } from '../ticket/ticket.ts';
import type { SurveyRequest } from './survey-request.ts';

/** What an answer makes known to the owner's other programs; nothing where no score was given. */
export function satisfactionGiven(request: SurveyRequest, ticketPrefix: string): Happening[] {
  const { id, survey, score, word, channel, locale, ticket, firstAnsweredAt, answeredAt } = request;
  if (score === null || answeredAt === null) return [];
  const data = {
    ...{ request_id: id, survey, score, word, changed: answeredAt !== firstAnsweredAt, channel, locale },
    ticket_number: ticket === null ? null : ticketName(ticketPrefix, ticket),
  };
  return [{ event: 'satisfaction.given', id: `${id}.${answeredAt}`, at: answeredAt, data }];
}
