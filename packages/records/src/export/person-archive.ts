import type { FileStore } from '@solodesk/core';
import type { PersonRecord } from '@solodesk/core/use-cases';
import { strToU8, zipSync } from 'fflate';
import type { Zippable } from 'fflate';
import { personPage } from './person-page.ts';
import type { PageFacts } from './person-page.ts';
import { safeName } from './safe-name.ts';

/**
 * What a person is given to take along: a zip with a page to read, everything as JSON, and their files.
 * @param files where the files' bytes are; one that has gone meanwhile is left out
 */
export async function personArchive(
  record: PersonRecord,
  files: Pick<FileStore, 'readFile'>,
  facts: Omit<PageFacts, 'pathOf'>,
): Promise<Uint8Array> {
  const paths = new Map(record.files.map(({ id, name }) => [id, `files/${id}-${safeName(name)}`]));
  const { person, ...rest } = record;
  const entries: Zippable = {
    'index.html': strToU8(personPage(record, { ...facts, pathOf: (id) => paths.get(id) ?? '' })),
    'data.json': strToU8(
      JSON.stringify({ site: person.site, made: new Date(facts.at).toISOString(), ...rest }, null, 2),
    ),
  };
  for (const [id, path] of paths) {
    const bytes = await files.readFile(person.site, id);
    // Pictures and the like do not get smaller.
    if (bytes !== null) entries[path] = [bytes, { level: 0 }];
  }
  return zipSync(entries, { mtime: new Date(facts.at) });
}
