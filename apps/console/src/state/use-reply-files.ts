import { useState } from 'preact/hooks';
import { filesMeant } from '@solodesk/ui';
import type { Attachment } from '@solodesk/protocol/visitor';

export interface ReplyFiles {
  /** What was chosen last, each time another array, empty after a reply has gone; null while there was nothing. */
  readonly picked: readonly File[] | null;
  /** What goes with the reply: null while some of it is on its way, undefined where there is nothing. */
  readonly files: readonly Attachment[] | null | undefined;
  setFiles(files: readonly Attachment[] | null | undefined): void;
  /** Takes the files that were chosen, pasted or dropped; whatever else comes is the field's own. */
  take(event: Event, from: Parameters<typeof filesMeant>[0]): void;
  /** They are on their way with a reply; what may be tried again stays. */
  clear(): void;
  /** What a form does with files that are pasted or dropped on it. */
  readonly ofForm: {
    onPaste(event: ClipboardEvent): void;
    onDragOver(event: DragEvent): void;
    onDrop(event: DragEvent): void;
  };
}

/** The files of a reply that is being written. */
export function useReplyFiles(): ReplyFiles {
  const [picked, setPicked] = useState<readonly File[] | null>(null);
  const [files, setFiles] = useState<readonly Attachment[] | null | undefined>(undefined);
  const take: ReplyFiles['take'] = (event, from) => {
    const meant = filesMeant(from);
    if (meant.length === 0) return;
    event.preventDefault();
    setPicked(meant);
    // What brings them to the server may still have to be fetched: until it tells more, they are on their way.
    setFiles(null);
  };
  return {
    picked,
    files,
    setFiles,
    take,
    clear() {
      setPicked(picked && []);
      setFiles(undefined);
    },
    ofForm: {
      onPaste: (event) => take(event, event.clipboardData),
      onDragOver: (event) => {
        if (event.dataTransfer?.types.includes('Files') === true) event.preventDefault();
      },
      onDrop: (event) => take(event, event.dataTransfer),
    },
  };
}
