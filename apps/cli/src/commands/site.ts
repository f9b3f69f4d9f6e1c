import { addSite as writeSite, listSiteIds, loadSite } from '@solodesk/faq';
import { CommandError } from '../command-error.ts';
import type { Places } from '../places.ts';

export interface NewSite {
  name: string;
  languages: ('en' | 'zh')[];
  timeZone: string | undefined;
  origins: string[];
}

/** Makes a site folder; a running server notices it by itself. */
export async function addSite(places: Places, id: string, site: NewSite): Promise<string> {
  const { timeZone, ...rest } = site;
  const result = await writeSite(places.sitesDir, id, { ...rest, ...(timeZone !== undefined && { timeZone }) });
  if (!result.ok) throw new CommandError(result.problems.map(({ file, message }) => `${file}: ${message}`).join('\n'));
  return [
    `Made ${places.sitesDir}/${id}. Write its FAQs into faq/general.json, and paste this into its pages:`,
    '',
    `  <script async src="${places.publicUrl}/widget/${id}.js"></script>`,
  ].join('\n');
}

export interface SiteRow {
  id: string;
  name: string;
  faqs: number;
  problems: string[];
}

export async function listSites(places: Places): Promise<SiteRow[]> {
  const ids = await listSiteIds(places.sitesDir);
  return Promise.all(
    ids.map(async (id) => {
      const reading = await loadSite(places.sitesDir, id);
      if (reading.ok) return { id, name: reading.site.name, faqs: reading.book.faqs.size, problems: [] };
      const problems = reading.problems.map(
        ({ file, line, column, message }) => `${file}:${line}:${column} ${message}`,
      );
      return { id, name: '', faqs: 0, problems };
    }),
  );
}

export function siteTable(rows: readonly SiteRow[], sitesDir: string): string {
  if (rows.length === 0)
    return `There are no sites in ${sitesDir} yet. Make one: solodesk site add ID --name "My shop"`;
  return rows
    .map(({ id, name, faqs, problems }) =>
      problems.length === 0 ? `${id}  ${name}  ${faqs} FAQs` : `${id}  refused:\n    ${problems.join('\n    ')}`,
    )
    .join('\n');
}
