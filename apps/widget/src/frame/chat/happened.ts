import type { Row } from './rows.ts';
import type { Texts } from '../texts/en.ts';

/** An event of the log, in words. */
export function happened(event: Extract<Row, { kind: 'event' }>['event'], texts: Texts): string {
  switch (event.type) {
    case 'handoff':
      return event.reason === 'asked' ? texts.askedPerson : texts.calledPerson;
    case 'takeover':
      return texts.joined(event.name);
    case 'hand_back':
      return texts.handedBack;
    case 'closed':
      return { visitor: texts.closedByYou, owner: texts.closedByOwner, idle: texts.closedIdle }[event.by];
    case 'reopened':
      return texts.reopened;
  }
}
