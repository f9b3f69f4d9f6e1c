import type { Attachment } from '@solodesk/protocol/visitor';
import { useLaterFiles } from '../../state/conversation/use-later-files.ts';

/** The files of a message; by name alone where their part of the console cannot be fetched. */
export function MessageFiles({ site, files }: { site: string; files: readonly Attachment[] | undefined }) {
  const later = useLaterFiles(files !== undefined);
  if (files === undefined || later === null) return null;
  if (later !== 'missing') return <later.SentFiles site={site} files={files} />;
  return (
    <ul class="links">
      {files.map(({ id, name }) => (
        <li key={id}>
          <bdi>{name}</bdi>
        </li>
      ))}
    </ul>
  );
}
