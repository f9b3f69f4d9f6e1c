import type { Localized } from '../locale.ts';
import type { Remark } from './remark.ts';

/** What the owner said of a theme that the batch found. */
export interface ThemeMark {
  /** As the batch names it. */
  readonly theme: string;
  /** The day in the site's zone on which it was marked first: from there on the batch holds on to it. */
  readonly since: string;
  /** Some of its messages at that time: by them it is known again, also by another version of the batch. */
  readonly anchor: readonly Remark[];
  /** What the batch called it then. */
  readonly label: string;
  /** The owner's own name; null: the batch's. */
  readonly name: string | null;
  readonly pinned: boolean;
  /** The theme that it is shown as; null: itself. */
  readonly mergedInto: string | null;
  /** Null while it lasts; `event` is the last one that was stored until then: later ones are about it coming back. */
  readonly fixed: { readonly at: number; readonly event: number } | null;
}

export type ThemeChange = Partial<Pick<ThemeMark, 'name' | 'pinned' | 'mergedInto' | 'fixed'>>;

/** What everyone who raised a theme is told when it is fixed. */
export interface ThemeNews {
  /** A UUID; the same for the known problem by which it is told. */
  readonly id: string;
  readonly site: string;
  readonly theme: string;
  /** What the theme is called in it. */
  readonly label: string;
  /** What is told; a language may be missing. */
  readonly text: Localized<string>;
  /** What raised it. */
  readonly events: readonly Remark[];
  readonly plannedAt: number;
  /** Until then it can be taken back. */
  readonly dueAt: number;
  readonly state: 'planned' | 'taken_back' | 'told';
  /** How many were told; 0 until then. */
  readonly people: number;
}

/** Somebody who raised a theme, once also if they wrote from several browsers. */
export interface Raiser {
  /** The browser from which they wrote last. */
  readonly visitorKey: number;
  /** Public id of the conversation. */
  readonly conversation: string;
  readonly contact: number | null;
  readonly name: string | null;
  /** Null where no address is known: they hear it in their chat. */
  readonly email: string | null;
  readonly locale: 'en' | 'zh';
  /** The last that they said about it. */
  readonly event: Remark;
  readonly at: number;
}

/** The theme as which one is shown: the last of those that it was merged into. */
export function shownAs(theme: string, marks: readonly Pick<ThemeMark, 'theme' | 'mergedInto'>[]): string {
  const seen = new Set<string>();
  for (let at = theme; ;) {
    const into = marks.find((mark) => mark.theme === at)?.mergedInto ?? null;
    if (into === null || seen.has(into)) return at;
    seen.add(at);
    at = into;
  }
}

/** Of everything that was written, the first row of each person: of a contact, of a browser that is none's, and of an address. */
export function eachPersonOnce(rows: readonly Raiser[]): Raiser[] {
  const seen = new Set<string>();
  return rows.filter(({ visitorKey, contact, email }) => {
    const names = [contact === null ? `v${visitorKey}` : `c${contact}`, ...(email === null ? [] : [email])];
    const isNew = names.every((name) => !seen.has(name));
    for (const name of names) seen.add(name);
    return isNew;
  });
}
