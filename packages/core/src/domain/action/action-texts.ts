import type { OrderStatus } from '../records/order.ts';

/** What the bot says of actions. */
export interface ActionTexts {
  moment: string;
  /** A result is awaited still. */
  stillAtIt: string;
  /** Before the result of a call that had failed and was made once more. */
  later(title: string): string;
  stopped: string;
  stop: string;
  talkToPerson: string;
  pleaseChoose: string;
  chooseExplained: string;
  /** To a question that has no answer; what may be chosen is said again after it. */
  notKnown: string;
  nothingToChoose: string;
  /** Said of no such order and of another's order alike. */
  noSuchOrder: string;
  tooManyGuesses: string;
  order: (number: string, status: string) => string;
  orderStatus: Record<OrderStatus, string>;
  placed: (day: string) => string;
  total: (sum: string) => string;
  item: (name: string, quantity: number) => string;
  track: string;
  /** Labels of a ticket's details. */
  details: { status: string; placed: string; lines: string; total: string };
  label: string;
  askFree: (zone: string) => string;
  askFreeOn: (day: string, zone: string) => string;
  noneOn: (day: string) => string;
  askDay: string;
  noneAtAll: string;
  notFree: string;
  taken: string;
  otherDay: string;
  laterDays: string;
  booked: (what: string, when: string) => string;
  moved: (what: string, when: string) => string;
  cancelled: (what: string, when: string) => string;
  mailed: (address: string) => string;
  mailedCancel: (address: string) => string;
  whereItIs: (place: string) => string;
  changeBooking: string;
  tooManyBooked: (count: number) => string;
  noBooking: string;
  /** Said to who was told so before. */
  stillNoBooking: string;
  whichBooking: string;
  yourBooking: (what: string, when: string) => string;
  /** What is booked, before other times of it. */
  bookingIs: (what: string, when: string) => string;
  /** The same, and whether it shall be cancelled. */
  cancelBooking: (what: string, when: string) => string;
  move: string;
  cancelIt: string;
  leaveIt: string;
  gone: string;
  failed: (owner: string) => string;
}
