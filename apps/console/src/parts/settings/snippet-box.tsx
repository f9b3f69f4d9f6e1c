import { isLocalSnippet } from '../../state/settings/local-snippet.ts';
import { useTexts } from '../../texts/index.ts';
import { CopyBox } from '../controls/copy-box.tsx';

/** The line to paste, with a warning where it leads to this computer only. */
export function SnippetBox({ snippet, label }: { snippet: string; label: string }) {
  const { w } = useTexts();
  return (
    <>
      <CopyBox text={snippet} label={label} />
      {isLocalSnippet(snippet) && <p class="note note-below">{w.snippet.localOnly}</p>}
    </>
  );
}
