/** One entry of a list of the file, with whatever its author wrote into it. */
export type Entry = Readonly<Record<string, unknown>>;

export function isEntry(value: unknown): value is Entry {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

/** Whether a list can be shown entry by entry. Nothing is an empty list. */
export function isEntryList(value: unknown): value is readonly Entry[] | undefined {
  return value === undefined || (Array.isArray(value) && value.every(isEntry));
}

export function textOf(entry: Entry, key: string): string {
  const value = entry[key];
  return typeof value === 'string' ? value : '';
}

export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const rest = list.filter((_each, at) => at !== from);
  return [...rest.slice(0, to), ...list.slice(from, from + 1), ...rest.slice(to)];
}

export function inserted<T>(list: readonly T[], at: number, entry: T): T[] {
  return [...list.slice(0, at), entry, ...list.slice(at)];
}

/** A name that is not taken yet: `welcome`, `welcome-2`. @param between the name and its number */
export function freeName(base: string, list: readonly Entry[], between = '-'): string {
  const taken = list.map(({ name }) => name);
  for (let n = 1; ; n++) {
    const name = n === 1 ? base : `${base}${between}${n}`;
    if (!taken.includes(name)) return name;
  }
}

/** Keys of an entry that its form does not show, remarks apart: they are kept, and can be edited as JSON. */
export function keptKeys(entry: Entry, shown: readonly string[]): string[] {
  return Object.keys(entry).filter((key) => !key.startsWith('_') && !shown.includes(key));
}

/** What a text that stands in several languages says in one of them, else in any. */
export function saidIn(texts: unknown, locale: string): string {
  if (!isEntry(texts)) return typeof texts === 'string' ? texts : '';
  return (
    textOf(texts, locale) ||
    Object.keys(texts)
      .map((each) => textOf(texts, each))
      .find(Boolean) ||
    ''
  );
}
