import { createSiteFolder } from './create-site-folder.ts';
import { renderJson } from './edit-json-text.ts';
import type { EditResult } from './edit-result.ts';
import type { SiteJson } from '../schemas/site-schema.ts';

/**
 * Creates `<sitesDir>/<id>` with a `site.json` that holds `site`, and a first FAQ file without FAQs. The folder appears
 * whole or not at all; an existing one is left alone (`exists`).
 */
export async function addSite(sitesDir: string, id: string, site: SiteJson): Promise<EditResult> {
  return createSiteFolder(sitesDir, id, [
    { path: 'site.json', content: `${renderJson(site)}\n` },
    { path: 'faq/general.json', content: `${renderJson({ category: 'general', faqs: [] })}\n` },
  ]);
}
