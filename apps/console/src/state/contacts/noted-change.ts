import type { Noted, NotedChange } from '../api/crm-api.ts';

/** What it will be once the server has said yes. */
export function withChange(before: Noted, change: NotedChange, now: number): Noted {
  const { addTags = [], removeTags = [], attributes = [], marketing } = change;
  const kept = { ...before.attributes };
  for (const { name, value } of attributes) {
    if (value === null) delete kept[name];
    else kept[name] = value;
  }
  return {
    tags: [...new Set([...before.tags.filter((tag) => !removeTags.includes(tag)), ...addTags])].sort(),
    attributes: kept,
    marketing:
      marketing === undefined
        ? before.marketing
        : marketing === true
          ? { at: now, how: 'owner' }
          : marketing === false
            ? null
            : marketing,
  };
}

/** The change that takes another one back. Of tags that were there before it, none is taken away. */
export function inverse(before: Noted, { addTags, removeTags, attributes, marketing }: NotedChange): NotedChange {
  return {
    ...(addTags && { removeTags: addTags.filter((tag) => !before.tags.includes(tag)) }),
    ...(removeTags && { addTags: removeTags.filter((tag) => before.tags.includes(tag)) }),
    ...(attributes && {
      attributes: attributes.map(({ name }) => ({ name, value: before.attributes[name] ?? null })),
    }),
    ...(marketing !== undefined && { marketing: before.marketing ?? false }),
  };
}
