import type { SlotType } from './form.ts';
import type { SlotTrouble } from './slot-reading.ts';

/** What the bot says about forms by itself. `title` is the form's, `label` a slot's. */
export interface FormTexts {
  send: string;
  change: string;
  cancel: string;
  skip: string;
  leaveOut: string;
  goOn: string;
  restart: string;
  talkToPerson: string;
  /** What was taken from the first sentence; `details` are whole lines. */
  noted(details: string): string;
  /** To more about what was told before, in the place of an answer. */
  added: string;
  /** Files came alone, and the form asks for none: they stand in the talk all the same. */
  fileCame: string;
  /** Before the summary's lines. */
  summary(title: string): string;
  shallISend: string;
  /** Where there is nothing to show before it is done. */
  shallIDo(title: string): string;
  doIt: string;
  nothingKnown: string;
  leftOut(labels: string): string;
  /** After words at the summary that were no answer to it. */
  sendOrChange: string;
  confirmExplained: string;
  whatToChange: string;
  changeUnknown: string;
  changed(label: string, value: string): string;
  invalid(
    type: SlotType,
    trouble: SlotTrouble,
    about: { label: string; from: string; to: string; limit: number },
  ): string;
  invalidAgain(label: string): string;
  /** To a question that the bot cannot answer. @param label what is asked for all the same */
  unknown(label: string): string;
  /** To angry words in the place of an answer. @param label what is asked for all the same */
  angered(label: string | null): string;
  /** The third answer that was none. */
  explained(label: string, purpose: string): string;
  /** To who tells something else than what is asked for. */
  heard(label: string, purpose: string): string;
  /** Whoever would rather not say is told why it is wanted. */
  wanted(label: string, purpose: string): string;
  /** To who has nothing more to say while something has to be told. */
  stillWanted(label: string, purpose: string): string;
  because(label: string, purpose: string): string;
  goesWithout(label: string): string;
  firstQuestion: string;
  fromTheStart: string;
  cancelled(title: string): string;
  /** The questions are cancelled, not the ticket that was made before them. */
  cancelledButKept(title: string): string;
  putAside(title: string): string;
  resume(title: string, details: string): string;
  resumeAgain(title: string): string;
  next(title: string): string;
  nothingOpen: string;
  leaveMessage: string;
  /** After a request was sent. */
  sent: string;
  /** The question for a slot, said the fourth time or later. */
  shortly(label: string): string;
  bullet(label: string, value: string): string;
}
