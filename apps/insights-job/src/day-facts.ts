import type { LogStep } from '@solodesk/store-sqlite';
import type { FeedbackFact } from './feedback-figures.ts';

/** A time that was measured, in milliseconds, and the number of the conversation that it is of. */
export type Timed = readonly [ms: number, conversation: number];
/** The same with what of it was in business hours. */
export type TimedOpen = readonly [ms: number, openMs: number, conversation: number];

/** A talk that ended. */
export interface EndedTalk {
  readonly conversation: number;
  readonly ms: number;
  readonly openMs: number;
  readonly solved: boolean;
  readonly handedOff: boolean;
  readonly ownerSpoke: boolean;
}

/**
 * What a day brought, each measure on the day on which it was complete: so that nothing that happens later changes it. Rows are named by the
 * store's numbers, and nothing that anybody said is in it.
 */
export interface DayFacts {
  readonly date: string;
  /** Browsers that came for the first time. */
  readonly visitors: number;
  /** Messages of visitors by the hour on the site's wall, 24 of them. */
  readonly hours: readonly number[];
  /** Conversations in which a visitor said something. */
  readonly active: readonly number[];
  /** Talks that began, and those that got a first answer. */
  readonly started: readonly number[];
  readonly answered: readonly number[];
  readonly botFirst: readonly Timed[];
  readonly ownerFirst: readonly TimedOpen[];
  readonly ended: readonly EndedTalk[];
  readonly promises: readonly (readonly [kept: boolean, conversation: number])[];
  readonly scores: readonly (readonly [score: number, channel: string, conversation: number])[];
  /** What was said elsewhere. */
  readonly feedback: readonly FeedbackFact[];
}

/** A talk as far as it has gone: from a visitor's first word to the end of the conversation. */
interface Talk {
  /** The visitor's first word. */
  began: number | null;
  botFirst: boolean;
  /** Since when the owner is awaited: the handoff, or the first word to an owner who is in the talk. */
  awaited: number | null;
  ownerInTalk: boolean;
  ownerSpoke: boolean;
  handedOff: boolean;
  answered: boolean;
  /** Its last request is open, or was taken back: nobody solved it. */
  unsettled: boolean;
}

const newTalk = (): Talk => ({
  ...{ began: null, botFirst: false, awaited: null, ownerInTalk: false, ownerSpoke: false },
  ...{ handedOff: false, answered: false, unsettled: false },
});

export interface DayRows {
  readonly date: string;
  readonly visitors: number;
  /** Steps of the day, in the order in which they were stored. */
  readonly steps: Iterable<LogStep>;
  /** What was said in a talk before its first step of the day. */
  readonly talkBefore: (conversation: number, seq: number) => readonly LogStep[];
  readonly promises: DayFacts['promises'];
  readonly scores: DayFacts['scores'];
  readonly feedback: DayFacts['feedback'];
  readonly hourOf: (at: number) => number;
  /** Milliseconds in business hours. */
  readonly openTime: (from: number, to: number) => number;
}

/** Makes the facts of a day: a pure function of its rows. */
export function dayFacts(rows: DayRows): DayFacts {
  const hours = new Array<number>(24).fill(0);
  const active = new Set<number>();
  const started = new Set<number>();
  const answered = new Set<number>();
  const botFirst: Timed[] = [];
  const ownerFirst: TimedOpen[] = [];
  const ended: EndedTalk[] = [];
  const talks = new Map<number, Talk>();

  const talkOf = (step: LogStep): Talk => {
    const known = talks.get(step.conversation);
    if (known !== undefined) return known;
    const talk = newTalk();
    for (const before of rows.talkBefore(step.conversation, step.seq)) follow(talk, before);
    talks.set(step.conversation, talk);
    return talk;
  };

  for (const step of rows.steps) {
    const talk = talkOf(step);
    const { conversation, at, type } = step;
    if (type === 'visitor_message') {
      const hour = rows.hourOf(at);
      hours[hour] = (hours[hour] ?? 0) + 1;
      active.add(conversation);
      if (talk.began === null) started.add(conversation);
    }
    if (talk.began !== null && !talk.answered && (type === 'bot_message' || type === 'owner_message')) {
      answered.add(conversation);
    }
    if (type === 'bot_message' && talk.began !== null && !talk.botFirst && !talk.ownerSpoke) {
      botFirst.push([at - talk.began, conversation]);
    }
    if (type === 'owner_message' && talk.awaited !== null && !talk.ownerSpoke) {
      ownerFirst.push([at - talk.awaited, rows.openTime(talk.awaited, at), conversation]);
    }
    if (type === 'closed' && talk.began !== null) {
      ended.push({
        ...{ conversation, ms: at - talk.began, openMs: rows.openTime(talk.began, at) },
        solved: talk.answered && !talk.unsettled,
        ...{ handedOff: talk.handedOff, ownerSpoke: talk.ownerSpoke },
      });
    }
    follow(talk, step);
  }
  return {
    ...{ date: rows.date, visitors: rows.visitors, hours, active: [...active], started: [...started] },
    ...{ answered: [...answered], botFirst, ownerFirst, ended, promises: rows.promises, scores: rows.scores },
    feedback: rows.feedback,
  };
}

/** Goes one step further in a talk. */
function follow(talk: Talk, { type, at, ticket }: LogStep): void {
  switch (type) {
    case 'visitor_message':
      talk.began ??= at;
      if (talk.ownerInTalk) talk.awaited ??= at;
      break;
    case 'bot_message':
      if (talk.began !== null) talk.botFirst = talk.answered = true;
      break;
    case 'owner_message':
      // An owner who steps in uncalled answers the visitor's first word.
      talk.ownerInTalk = talk.ownerSpoke = true;
      if (talk.began !== null) talk.answered = true;
      break;
    case 'handoff':
      talk.handedOff = true;
      talk.awaited ??= at;
      break;
    case 'takeover':
      talk.ownerInTalk = true;
      talk.awaited ??= talk.began;
      break;
    case 'hand_back':
      talk.ownerInTalk = false;
      break;
    case 'ticket':
      talk.unsettled = ticket !== 'solved' && ticket !== 'closed';
      break;
    case 'closed':
      Object.assign(talk, newTalk());
      break;
    case 'reopened':
    case 'erased':
      break;
  }
}
