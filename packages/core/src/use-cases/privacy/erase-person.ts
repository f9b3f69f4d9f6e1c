import { DeskError } from '../../domain/desk-error.ts';
import type { Erasure } from '../../domain/privacy/erasure.ts';
import type { PersonQuestion } from '../../domain/privacy/person.ts';
import type { FileStore } from '../../ports/file-store.ts';
import type { Desk } from '../desk.ts';

/**
 * Erases a person for good: their files first, as without the rows nobody would know whose those were. Whoever is stopped in
 * between does it again.
 * @param by who does it, as the receipt says it
 * @throws DeskError `not_found` when there is no such person (any more).
 */
export async function erasePerson(
  { store, clock, ids, files }: Pick<Desk, 'clock' | 'ids'> & { store: Desk['store']; files: FileStore },
  site: string,
  question: PersonQuestion,
  by: string,
): Promise<Erasure> {
  const person = await store.findPerson(site, question);
  if (person === null) throw new DeskError('not_found', 'no such person');
  let removed = await files.removeFilesOf(site, person.visitors);
  const erasure = await store.erasePerson(site, question, { id: ids.uuid(), at: clock.now(), by });
  if (erasure === null) throw new DeskError('not_found', 'no such person');
  // What was sent while the first were being removed.
  removed += await files.removeFilesOf(site, erasure.visitors);
  if (removed > 0) await store.noteErasedFiles(site, erasure.id, removed);
  return { ...erasure, files: removed };
}
