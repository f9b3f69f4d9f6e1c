import { localize, queueId, ticketName } from '@solodesk/core';
import type { DigestLine, DigestSection, GivenScore, Locale, QueueItem, Site } from '@solodesk/core';
import { ChatWeights, readQueue } from '@solodesk/core/use-cases';
import type { Desk } from '@solodesk/core/use-cases';
import { LINK_LASTS_MS } from './action-links.ts';
import type { ActionLinks } from './action-links.ts';
import { movedNumber } from './moved-number.ts';

const DAY_MS = 86_400_000;
/** Lines of a section: what is beyond stands in the console. */
const MOST = 5;
const FIRST = 3;
/** Characters of what somebody wrote. */
const LONGEST = 140;
/** A score up to this one is somebody who is unhappy. */
const UNHAPPY = 4;

const WORDS = {
  en: {
    due: (by: string) => `promised by ${by}`,
    chat: 'A visitor is waiting',
    chatOf: (ticket: string) => `A visitor is waiting: ${ticket}`,
    appointment: 'Appointment',
    questions: (n: number) => `${n} questions without an answer`,
    searched: 'searched in the help centre',
    score: (score: number) => `${score} of 10`,
  },
  zh: {
    due: (by: string) => `承诺 ${by} 前回复`,
    chat: '有访客在等',
    chatOf: (ticket: string) => `有访客在等：${ticket}`,
    appointment: '预约',
    questions: (n: number) => `${n} 个问题没有答案`,
    searched: '在帮助中心搜索过',
    score: (score: number) => `${score} 分（满分 10）`,
  },
} as const;

export interface DigestReader {
  readonly account: number;
  readonly locale: Locale;
}

/** What the owner of a site should know this morning; sections with nothing to say are left out. */
export async function gatherDigest(
  desk: Desk,
  links: ActionLinks,
  site: Site,
  reader: DigestReader,
): Promise<DigestSection[]> {
  const { store, clock, calendar } = desk;
  const now = clock.now();
  const { locale, account } = reader;
  const t = WORDS[locale];
  const until = now + LINK_LASTS_MS;
  const at = { site: site.id, account, until };
  const to = (place: string) => ({ act: 'open' as const, link: `${desk.consoleUrl()}${place}` });
  const by = (moment: number) => calendar.describe(moment, { now, timeZone: site.timeZone, locale });

  const queue = (await readQueue(desk, site, new ChatWeights())).filter(({ away }) => away === null);
  const items = queue.map(({ item }) => item);
  const line = (item: QueueItem, why: string | null): DigestLine => {
    const act = { ...at, item: queueId(item.place), seen: item.stamp };
    return {
      ...{ text: short(titleOf(item, site, locale)), why, of: namesOf(item, site) },
      links: [
        to(placeOf(item, site)),
        { act: 'snooze', link: links.link({ act: 'snooze', ...act }) },
        { act: 'done', link: links.link({ act: 'done', ...act }) },
      ],
    };
  };
  const overdue = items.filter(({ dueAt, subject }) => dueAt !== null && dueAt < now && subject.kind !== 'appointment');
  const first = items.filter((item) => !overdue.includes(item) && item.place.kind !== 'questions').slice(0, FIRST);
  const questions = (await store.unanswered(site.id, { status: 'open', limit: 50 })).filter(
    ({ at: asked }) => asked >= now - DAY_MS,
  );
  const scores = (await store.scores(site.id, now - DAY_MS, now)).filter(({ score }) => score <= UNHAPPY);
  const feedback = (await store.feedback(site.id, { mood: 'negative', limit: MOST })).filter(
    ({ at: said, text }) => said >= now - DAY_MS && text !== '',
  );
  const moved = await movedNumber(store, site, now, locale);

  const sections: DigestSection[] = [
    {
      what: 'promises',
      lines: overdue.slice(0, MOST).map((item) => line(item, t.due(by(item.dueAt ?? now)))),
    },
    { what: 'first', lines: first.map((item) => line(item, reasonsOf(item, locale))) },
    {
      what: 'questions',
      lines: questions.slice(0, MOST).map(({ key, text, conversation }) => ({
        ...{ text: short(text), why: conversation === null ? t.searched : null },
        of: conversation === null ? [] : [conversation],
        links: [to('#/unanswered'), { act: 'ignore', link: links.link({ act: 'ignore', ...at, question: key }) }],
      })),
    },
    {
      what: 'unhappy',
      lines: [
        ...(await Promise.all(
          scores.slice(0, MOST).map(async (given): Promise<DigestLine> => {
            const { score, word, ticket } = given;
            const { chat, of } = await whoGave(store, site, given);
            const talk = chat === null ? '#/feedback' : chatPlace(site.id, chat);
            const place = ticket === null ? talk : ticketPlace(site.id, ticket);
            const [text, why] = word === '' ? [t.score(score), null] : [short(word), t.score(score)];
            return { text, why, links: [to(place)], of };
          }),
        )),
        ...feedback.map(({ text, source, email }): DigestLine => ({
          ...{ text: short(text), why: source, links: [to('#/feedback')], of: email === null ? [] : [email] },
        })),
      ].slice(0, MOST),
    },
    { what: 'moved', lines: moved === null ? [] : [{ text: moved, why: null, of: [], links: [to('#/insights')] }] },
  ];
  return sections.filter(({ lines }) => lines.length > 0);
}

/** Code points, so that no character is cut in two. */
function short(text: string): string {
  const characters = [...text.replace(/\s+/gu, ' ').trim()];
  return characters.length <= LONGEST ? characters.join('') : `${characters.slice(0, LONGEST).join('')}…`;
}

function titleOf({ subject }: QueueItem, { ticketPrefix }: Site, locale: Locale): string {
  const t = WORDS[locale];
  switch (subject.kind) {
    case 'ticket':
      return `${ticketName(ticketPrefix, subject.ticket.number)} ${subject.ticket.subject}`;
    case 'chat':
      return subject.ticket === null
        ? t.chat
        : t.chatOf(`${ticketName(ticketPrefix, subject.ticket.number)} ${subject.ticket.subject}`);
    case 'appointment':
      return `${t.appointment}: ${subject.contact?.name ?? subject.appointment.id}`;
    case 'questions':
      return t.questions(subject.count);
  }
}

function namesOf({ subject }: QueueItem, { ticketPrefix }: Site): string[] {
  switch (subject.kind) {
    case 'ticket':
      return [ticketName(ticketPrefix, subject.ticket.number)];
    case 'chat':
      return [subject.conversation.id];
    case 'appointment':
      return [subject.appointment.id];
    case 'questions':
      return [];
  }
}

/** Whom an erasure knows the one by who gave a score, and the conversation that it is about. */
async function whoGave(
  store: Desk['store'],
  { id, ticketPrefix }: Site,
  { ticket, conversationKey, contactKey }: GivenScore,
): Promise<{ chat: string | null; of: string[] }> {
  const rows = conversationKey === null ? [] : await store.rows(id, [conversationKey]);
  const contact = contactKey === null ? null : await store.findContact(id, { key: contactKey });
  const of = [
    ...(ticket === null ? [] : [ticketName(ticketPrefix, ticket)]),
    ...rows.map(({ conversation }) => conversation.id),
    ...(contact === null ? [] : [contact.id, ...(contact.email === null ? [] : [contact.email])]),
  ];
  return { chat: rows[0]?.conversation.id ?? null, of };
}

/** The three that weigh most. */
function reasonsOf({ reasons, score }: QueueItem, locale: Locale): string {
  const words = [...reasons]
    .sort((one, other) => other.points - one.points)
    .slice(0, 3)
    .map(({ text, name }) => localize(text, locale) || name);
  return `${score} · ${words.join(', ')}`;
}

function placeOf({ subject }: QueueItem, { id }: Site): string {
  if (subject.kind === 'ticket') return ticketPlace(id, subject.ticket.number);
  if (subject.kind === 'chat') return chatPlace(id, subject.conversation.id);
  return `#/desk/${encodeURIComponent(id)}`;
}

const ticketPlace = (site: string, ticket: number) => `#/tickets/${ticket}/${encodeURIComponent(site)}`;
const chatPlace = (site: string, chat: string) => `#/desk/${encodeURIComponent(site)}/open/${encodeURIComponent(chat)}`;
