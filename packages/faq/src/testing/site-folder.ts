import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** One FAQ in English and Chinese, as it stands in a file. */
export function faqEntry(intent: string, more: object = {}) {
  return {
    intent,
    question: { en: `What about ${intent}?`, zh: `${intent} 怎么样？` },
    phrasings: { en: [`tell me ${intent}`], zh: [`说说 ${intent}`] },
    answer: { en: `All about ${intent}.`, zh: `关于 ${intent}。` },
    ...more,
  };
}

/** The text of a FAQ file. */
export function faqText(category: string, ...faqs: object[]): string {
  return JSON.stringify({ category, faqs }, null, 2);
}

/** A new SITES_DIR with these files (`shop/site.json`: text or bytes). */
export async function makeSitesDir(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'solodesk-sites-'));
  for (const [file, content] of Object.entries(files)) {
    await mkdir(dirname(join(dir, file)), { recursive: true });
    await writeFile(join(dir, file), content);
  }
  return dir;
}

/** A site that is good, with `files` over it. */
export function goodSite(files: Readonly<Record<string, string | Uint8Array>> = {}): Promise<string> {
  return makeSitesDir({
    'shop/site.json': '{ "name": "Teal & Linen" }',
    'shop/faq/delivery.json': faqText('delivery', faqEntry('delivery.time'), faqEntry('delivery.cost')),
    ...files,
  });
}

export async function removeSitesDir(dir: string): Promise<void> {
  await rm(dir, { recursive: true, force: true });
}
