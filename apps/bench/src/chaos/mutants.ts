import type { MutantName } from '../command/parse-command.ts';
import type { ViolationKind } from './history.ts';

/** A place in the sources that a mutant changes. `find` stands in `file` exactly once. */
export interface Replacement {
  /** Relative to the root of the repository. */
  file: string;
  find: string;
  put: string;
}

/** A server with one fault, on which the checker has to fail. */
export interface Mutant {
  /** What is wrong with it. */
  fault: string;
  replacements: readonly Replacement[];
  /** The violations that show that this fault was seen, and not another one. */
  caughtBy: readonly ViolationKind[];
}

/** How long a mutant's commit comes after its acks. Milliseconds. */
const COMMIT_LATE_MS = 100;
/** How long a mutant's bot thinks between looking and speaking. Milliseconds. */
const THINK_MS = 40;
/** What a client gets that resyncs: only what is younger. Real ones took 26 s; this is to fit a restart. Milliseconds. */
const WINDOW_MS = 1000;

export const MUTANT_FAULTS: Record<MutantName, Mutant> = {
  'ack-before-commit': {
    fault: 'a message is acknowledged when it is written, and committed a moment later',
    caughtBy: ['acked_not_stored'],
    replacements: [
      {
        file: 'packages/store-sqlite/src/group-commit.ts',
        find: 'this.#begin.run();',
        put: 'if (!this.#db.inTransaction) this.#begin.run();',
      },
      {
        file: 'packages/store-sqlite/src/group-commit.ts',
        find: 'this.#commit.run();',
        put: `globalThis.lateCommit ??= setTimeout(() => {
          globalThis.lateCommit = undefined;
          if (this.#db.inTransaction) this.#commit.run();
        }, ${COMMIT_LATE_MS});`,
      },
    ],
  },
  'no-dedup': {
    fault: 'a repeated client id is stored again',
    caughtBy: ['duplicate'],
    replacements: [
      {
        file: 'packages/store-sqlite/src/conversations/client-ids.ts',
        find: 'if (!this.#of(conversation).has(hashOf(clientId))) return undefined;',
        put: 'return undefined;',
      },
    ],
  },
  'time-window-resync': {
    fault: 'a client that comes back gets the last moments instead of what it missed',
    caughtBy: ['not_converged'],
    replacements: [
      {
        file: 'apps/server/src/realtime/visitor-handlers.ts',
        find: 'events: events.map(toWireEvent),',
        put: `events: events.filter((event) => event.at > desk.clock.now() - ${WINDOW_MS}).map(toWireEvent),`,
      },
    ],
  },
  'takeover-without-cas': {
    fault: 'the bot looks whether it is still in charge, thinks, and speaks without looking again',
    caughtBy: ['bot_after_takeover'],
    replacements: [
      {
        file: 'packages/core/src/use-cases/conversation/receive-visitor-message.ts',
        find: "import { answer } from './answer-owed.ts';",
        put: "import { answerOwed } from './answer-owed.ts';",
      },
      {
        file: 'packages/core/src/use-cases/conversation/receive-visitor-message.ts',
        find: 'return withAnswer(desk, said, visitor, words, hand);',
        put: 'return said;',
      },
      {
        file: 'packages/core/src/use-cases/conversation/receive-visitor-message.ts',
        find: 'return { conversation: committed.conversation, seq: message.seq };',
        put: `if (!committed.duplicate) void answerOwed(desk, committed.conversation, visitor, { seq: message.seq, ...words });
  return { conversation: committed.conversation, seq: message.seq };`,
      },
      {
        file: 'packages/core/src/use-cases/conversation/answer-owed.ts',
        find: '  try {\n    await desk.lanes.run(',
        put: `  try {
    const before = await reload(desk, conversation);
    if (before.state !== 'bot' || !before.botDue.includes(message.seq)) return;
    await new Promise((resolve) => setTimeout(resolve, ${THINK_MS}));
    await desk.lanes.run(`,
      },
      {
        file: 'packages/core/src/use-cases/conversation/answer-owed.ts',
        find: 'if (site === null || !conversation.botDue.includes(message.seq)) return null;',
        put: '',
      },
      {
        file: 'packages/core/src/domain/conversation/bot-commands.ts',
        find: "if (conversation.state !== 'bot' || !conversation.botDue.includes(replyTo)) return null;",
        put: '',
      },
    ],
  },
  'ticket-not-saved': {
    fault: 'the bot names a ticket that is not saved with the message that promises it',
    caughtBy: ['ticket_not_once'],
    replacements: [
      {
        file: 'packages/core/src/use-cases/commit-decision.ts',
        find: 'if (decision.tickets !== undefined) commit.tickets = decision.tickets;',
        put: '',
      },
    ],
  },
  'mail-only-marked': {
    fault: 'a mail is marked as sent, and given to nobody',
    caughtBy: ['mail_not_sent'],
    replacements: [
      {
        file: 'packages/core/src/use-cases/notices/deliver-entry.ts',
        find: 'const delivery = await carrier.send(job, begin);',
        put: "const delivery: Delivery = job.kind === 'mail' ? { kind: 'delivered' } : await carrier.send(job, begin);",
      },
    ],
  },
  'mail-again': {
    fault: 'a mail that was sent is sent twice more',
    caughtBy: ['mail_too_often'],
    replacements: [
      {
        file: 'packages/core/src/use-cases/notices/deliver-entry.ts',
        find: 'const delivery = await carrier.send(job, begin);',
        put: 'await carrier.send(job, begin); await carrier.send(job, begin); const delivery = await carrier.send(job, begin);',
      },
    ],
  },
  'slot-without-look': {
    fault: 'a time is booked without a look whether it is free',
    caughtBy: ['slot_sold_twice'],
    replacements: [
      {
        file: 'packages/store-sqlite/src/records/appointments.ts',
        find: "if (!isFree({ ...appointment, key: 0 })) return { kind: 'taken' };",
        put: '',
      },
      {
        file: 'packages/store-sqlite/src/migrations/010-records.ts',
        find: 'CREATE UNIQUE INDEX appointment_slot ON',
        put: 'CREATE INDEX appointment_slot ON',
      },
    ],
  },
};

/** Puts a replacement into a source. @throws when it does not fit exactly once: the source has changed. */
export function applyReplacement(source: string, { file, find, put }: Replacement): string {
  const parts = source.split(find);
  if (parts.length !== 2) {
    throw new Error(`a mutant does not fit ${file} any more: "${find}" is there ${parts.length - 1} times`);
  }
  return parts.join(put);
}
