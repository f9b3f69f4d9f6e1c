/** `{{name|there}}`: a field of the customer, and what is said when it is not known. */
const FIELD = /\{\{\s*([A-Za-z][A-Za-z0-9_-]{0,39})\s*(?:\|([^{}]*))?\}\}/g;

/** One field of a text, as it stands there. */
export interface FieldUse {
  name: string;
  /** Undefined when there is no `|`; `{{name|}}` says nothing when the name is unknown. */
  fallback: string | undefined;
  /** UTF-16 offset. */
  at: number;
}

/**
 * Puts the customer's fields into an answer. What a field says is only ever text: braces in it mean nothing.
 * Malformed braces stay as they stand (the loader refuses them).
 * @param valueOf undefined: not known, the fallback is said, or nothing
 */
export function fillFields(text: string, valueOf: (name: string) => string | undefined): string {
  // Most answers have none, and every message passes here.
  if (!text.includes('{{')) return text;
  return text.replace(
    FIELD,
    (_, name: string, fallback: string | undefined) => valueOf(name) ?? fallback?.trim() ?? '',
  );
}

/** Every field that a text uses, and the offset of the first braces that are none (`{{name`, `{{ }}`), or null. */
export function fieldsOf(text: string): { uses: FieldUse[]; malformedAt: number | null } {
  const uses: FieldUse[] = [];
  let rest = '';
  let end = 0;
  for (const match of text.matchAll(FIELD)) {
    const [whole, name = '', fallback] = match;
    uses.push({ name, fallback, at: match.index });
    // Blanks of the same length keep the offsets of what is left.
    rest += text.slice(end, match.index) + ' '.repeat(whole.length);
    end = match.index + whole.length;
  }
  const malformed = /\{\{|\}\}/.exec(rest + text.slice(end));
  return { uses, malformedAt: malformed?.index ?? null };
}
