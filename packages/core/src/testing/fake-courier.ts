import type { ActionCall, ActionCaller, CallOutcome } from '../ports/action-caller.ts';
import type { CarriedJob } from '../domain/notice/job.ts';
import type { PushPayload } from '../domain/notice/alert.ts';
import type { PushDevice } from '../domain/notice/notice-settings.ts';
import type { Courier, Delivery, OwnerCall, Recipient } from '../ports/courier.ts';
import type { Carrier } from '../ports/mailer.ts';

export interface FakeCourier extends Courier {
  mails: boolean;
  /** What comes of the next mails; delivered when it runs out. */
  readonly mailOutcomes: Delivery[];
  /** What comes of each push to an endpoint; delivered unless set. */
  readonly pushOutcomes: Map<string, Delivery>;
  readonly mailed: { call: OwnerCall; to: readonly Recipient[] }[];
  readonly alerted: { payload: PushPayload; to: PushDevice }[];
  readonly pushed: { call: OwnerCall; to: PushDevice; locale: string }[];
}

/** Keeps what it is given. */
export function createFakeCourier(): FakeCourier {
  const courier: FakeCourier = {
    mails: true,
    mailOutcomes: [],
    pushOutcomes: new Map(),
    mailed: [],
    alerted: [],
    pushed: [],
    async mailCall(call, to) {
      courier.mailed.push({ call, to });
      return courier.mailOutcomes.shift() ?? { kind: 'delivered' };
    },
    async pushAlert(payload, _siteName, to) {
      courier.alerted.push({ payload, to });
      return courier.pushOutcomes.get(to.endpoint) ?? { kind: 'delivered' };
    },
    async pushCall(call, to, locale) {
      courier.pushed.push({ call, to, locale });
      return courier.pushOutcomes.get(to.endpoint) ?? { kind: 'delivered' };
    },
  };
  return courier;
}

export interface FakeCarrier extends Carrier {
  readonly sent: CarriedJob[];
  /** What comes of the next entries; delivered when it runs out. */
  readonly outcomes: Delivery[];
}

/** Keeps what it is given. */
export function createFakeCarrier(): FakeCarrier {
  const carrier: FakeCarrier = {
    sent: [],
    outcomes: [],
    async send(job, begin) {
      if (!(await begin())) return { kind: 'failed', reason: 'somebody else has it', permanent: false };
      carrier.sent.push(job);
      return carrier.outcomes.shift() ?? { kind: 'delivered' };
    },
  };
  return carrier;
}

export interface FakeCaller extends ActionCaller {
  readonly calls: ActionCall[];
  /** What comes of the next calls; none works when it runs out. */
  readonly outcomes: CallOutcome[];
}

/** Keeps what it is asked. */
export function createFakeCaller(): FakeCaller {
  const caller: FakeCaller = {
    calls: [],
    outcomes: [],
    async call(call) {
      caller.calls.push(call);
      return caller.outcomes.shift() ?? { kind: 'failed', reason: 'nobody is there', again: true };
    },
  };
  return caller;
}

/** The words of the visitor and the bot that a call tells. */
export function wordsOf(call: OwnerCall | undefined): string[] {
  return (call?.events ?? []).flatMap(({ entry }) => ('text' in entry ? [entry.text] : []));
}
