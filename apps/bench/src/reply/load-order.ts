import type { Phrasing } from './sentences.ts';

/** What a load process is to connect. */
export interface LoadOrder {
  kind: 'connect';
  url: string;
  site: string;
  connections: number;
  /** A message is done when it is acked and heard; with `bot`, when it is answered too. */
  bot: boolean;
  /** Messages are named as our own clients do, by ids that begin with their moment; otherwise at random, as other programs may. */
  ordered: boolean;
  seed: number;
  phrasings: Phrasing[];
}

/** Keeps every connection busy for a while: each sends its next message when the one before is done. */
export interface RunOrder {
  kind: 'run';
  ms: number;
}

export type LoadAnswer =
  | { kind: 'connected'; conversations: string[] }
  | { kind: 'ran'; counts: LoadCounts }
  | { kind: 'failed'; reason: string };

export interface LoadCounts {
  /** Messages that were done. */
  messages: number;
  ms: number;
  /** Of these: buttons pressed to go back to the bot after it had called a person. */
  resumed: number;
}
