/** The text of an article, with a head that is good unless `head` says otherwise (null takes a line out). */
export function articleFile(body: string, head: Readonly<Record<string, string | null>> = {}): string {
  const lines = { title: 'Washing linen', category: 'care', summary: 'How linen lasts.', ...head };
  const yaml = Object.entries(lines).flatMap(([key, value]) => (value === null ? [] : [`${key}: ${value}`]));
  return ['---', ...yaml, '---', body].join('\n');
}

/** A picture of one transparent pixel. */
export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);
