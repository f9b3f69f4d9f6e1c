import type { CleanMessage } from './clean-messages.ts';
import { isCourtesy } from './courtesy.ts';

const MOST = 3;

/** Messages that came again and again in the same words, the most frequent first; thanks and greetings are no news. @param least times */
export function mostRepeated(messages: readonly CleanMessage[], least: number): CleanMessage[] {
  return messages
    .filter(({ text, at }) => at.length >= least && !isCourtesy(text))
    .sort((one, other) => other.at.length - one.at.length || one.at[0]! - other.at[0]!)
    .slice(0, MOST);
}
