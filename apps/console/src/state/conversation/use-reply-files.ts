import { useEffect, useRef, useState } from 'preact/hooks';
import { filesMeant } from '@solodesk/ui';
import type { Attachment } from '@solodesk/protocol/visitor';

export interface ReplyFiles {
  /** What was chosen since the last reply, also before the part that takes it has come; empty after one has gone, null before the first. */
  readonly picked: readonly File[] | null;
  /** What goes with the reply: null while some of it is on its way, undefined where there is nothing. */
  readonly files: readonly Attachment[] | null | undefined;
  setFiles(files: readonly Attachment[] | null | undefined): void;
  /** What is written goes out by itself once all of it is there. */
  readonly willSend: boolean;
  setWillSend(will: boolean): void;
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

/** The files of a reply that is being written. @param send what is done once they are there, where that was asked for before */
export function useReplyFiles(send: () => void): ReplyFiles {
  const [picked, setPicked] = useState<readonly File[] | null>(null);
  const [files, setFiles] = useState<readonly Attachment[] | null | undefined>(undefined);
  const [willSend, setWillSend] = useState(false);
  const sender = useRef(send);
  sender.current = send;
  useEffect(() => {
    if (!willSend || files === null) return;
    setWillSend(false);
    if (files !== undefined) sender.current();
  }, [willSend, files]);
  const take: ReplyFiles['take'] = (event, from) => {
    const meant = filesMeant(from);
    if (meant.length === 0) return;
    event.preventDefault();
    setPicked((before) => [...(before ?? []), ...meant]);
    // What brings them to the server may still have to be fetched: until it tells more, they are on their way.
    setFiles(null);
  };
  return {
    picked,
    files,
    setFiles,
    willSend,
    setWillSend,
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
