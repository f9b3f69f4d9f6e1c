import type { LogEntry } from '@solodesk/core';

/** An entry of a conversation's log without its words. */
export interface LogStep {
  readonly id: number;
  /** The conversation's number in the store. */
  readonly conversation: number;
  readonly seq: number;
  /** UTC milliseconds. */
  readonly at: number;
  readonly type: LogEntry['type'];
  /** Of a `ticket`: the state that it is in; `withdrawn` where the visitor took it back. */
  readonly ticket: string | null;
}

/** What a visitor wrote. */
export interface MessageRow {
  /** Of the event. */
  readonly id: number;
  readonly at: number;
  readonly text: string;
  /** The conversation's number, and the message's in it. */
  readonly conversation: number;
  readonly seq: number;
}

export interface ScoreRow {
  readonly key: number;
  readonly score: number;
  readonly at: number;
  readonly channel: string | null;
  readonly conversation: number | null;
}

export interface PromiseRow {
  readonly key: number;
  readonly conversation: number;
  readonly kept: 0 | 1;
}

export interface ContactRow {
  readonly key: number;
  readonly createdAt: number;
  readonly customerSince: number | null;
  /** JSON. */
  readonly source: string;
}

export interface OrderRow {
  readonly key: number;
  readonly contact: number | null;
  readonly placedAt: number;
  readonly status: string;
  readonly total: number | null;
  readonly currency: string | null;
}

export interface SpendRow {
  readonly channel: string;
  readonly month: string;
  readonly currency: string;
  readonly amount: number;
}
