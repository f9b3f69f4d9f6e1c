import type { CallReply, Localized } from '@solodesk/core';

const LONGEST_TEXT = 4_000;
const MOST_LINKS = 5;
const LONGEST_LABEL = 120;
const LONGEST_URL = 2_000;
const MOST_SLOTS = 20;
const LONGEST_SLOT = 2_000;

/**
 * What an owner's system answers, or what is wrong with it: `{ "text": "…" | { "en": "…", "zh": "…" }, "links"?: [{ "label",
 * "url" }], "slots"?: { name: "…" }, "ask"?: "slot" }`. The words of a complaint quote nothing of it.
 */
export function readCallReply(body: string): CallReply | { fault: string } {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch (error) {
    if (error instanceof SyntaxError) return { fault: 'its answer is no JSON' };
    throw error;
  }
  if (!isRecord(value)) return { fault: 'its answer is no JSON object' };
  const text = textOf(value['text']);
  if (text === null) return { fault: '"text" of its answer is no text of 1 to 4,000 characters, nor one per language' };
  const links = linksOf(value['links']);
  if (links === null) return { fault: '"links" of its answer are no list of at most 5 web addresses with labels' };
  const slots = slotsOf(value['slots']);
  if (slots === null) return { fault: '"slots" of its answer are no object of at most 20 texts' };
  const { ask = null } = value;
  if (ask !== null && typeof ask !== 'string') return { fault: '"ask" of its answer names no slot' };
  return { text, links, slots, ask };
}

function textOf(value: unknown): CallReply['text'] | null {
  if (isText(value, LONGEST_TEXT)) return value;
  if (!isRecord(value)) return null;
  const { en, zh, ...others } = value;
  if (Object.keys(others).length > 0 || (en === undefined && zh === undefined)) return null;
  const texts: Localized<string> = {};
  for (const [locale, said] of [['en', en] as const, ['zh', zh] as const]) {
    if (said === undefined) continue;
    if (!isText(said, LONGEST_TEXT)) return null;
    texts[locale] = said;
  }
  return texts;
}

function linksOf(value: unknown = []): CallReply['links'] | null {
  if (!Array.isArray(value) || value.length > MOST_LINKS) return null;
  const links: { label: string; url: string }[] = [];
  for (const link of value as unknown[]) {
    if (!isRecord(link)) return null;
    const { label, url } = link;
    if (!isText(label, LONGEST_LABEL) || !isText(url, LONGEST_URL)) return null;
    // Text is text: only what a browser may open on a tap.
    if (!/^(?:https?:\/\/|mailto:)[^\s]+$/i.test(url) || !URL.canParse(url)) return null;
    links.push({ label, url });
  }
  return links;
}

function slotsOf(value: unknown = {}): CallReply['slots'] | null {
  if (!isRecord(value)) return null;
  const entries = Object.entries(value);
  if (
    entries.length > MOST_SLOTS ||
    !entries.every((entry): entry is [string, string] => isText(entry[1], LONGEST_SLOT))
  )
    return null;
  return Object.fromEntries(entries);
}

function isText(value: unknown, longest: number): value is string {
  // A lone surrogate or a NUL comes back from a store as something else.
  return (
    typeof value === 'string' && value.trim() !== '' && value.length <= longest && !/[\0\p{Surrogate}]/u.test(value)
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
