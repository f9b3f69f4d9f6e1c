import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A picture of one transparent pixel. */
export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

/** The text of an article. */
export function article(title: string, body: string, head: Record<string, string> = {}): string {
  const lines = { title: JSON.stringify(title), category: 'shop', summary: JSON.stringify(`About ${title}.`), ...head };
  return ['---', ...Object.entries(lines).map(([key, value]) => `${key}: ${value}`), '---', body].join('\n');
}

/** Writes files into `articles/` of a site: by name, `images/x.png` included. */
export async function writeArticles(
  sitesDir: string,
  site: string,
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<void> {
  await mkdir(join(sitesDir, site, 'articles/images'), { recursive: true });
  for (const [name, content] of Object.entries(files)) await writeFile(join(sitesDir, site, 'articles', name), content);
}
