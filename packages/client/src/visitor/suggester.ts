import type { Suggestion } from '@solodesk/protocol/visitor';
import type { Line } from './line.ts';

/** The longest text that the wire takes for this. */
const MAX_TEXT = 400;

/** Asks for FAQ questions that fit; whoever asked before is answered with none, so that the latest wins. */
export function createSuggester(line: Line): (text: string) => Promise<Suggestion[]> {
  let giveUp: (none: Suggestion[]) => void = () => undefined;
  return (text) =>
    new Promise((resolve) => {
      giveUp([]);
      giveUp = resolve;
      if (!line.ready || text.trim() === '') return resolve([]);
      line.ask('suggest', { text: text.slice(0, MAX_TEXT) }, (answer) => resolve(answer.ok ? answer.suggestions : []));
    });
}
