import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { MAX_FILE_BYTES, MOST_FILES } from '@solodesk/protocol/visitor';
import type { Attachment } from '@solodesk/protocol/visitor';
import { Files as AnyFiles, FileTray as AnyTray } from '@solodesk/ui/files';
import type { FileLine } from '@solodesk/ui/files';
import { useFrame } from './view/frame-context.ts';
import type { Frame } from './view/frame-context.ts';

/** What belongs to files: comes with the first that is chosen, or stands in the log. */

const LIMITS = { bytes: MAX_FILE_BYTES, count: MOST_FILES };

/** A visitor's way to their files. */
function lineOf({ site, chat }: Pick<Frame, 'site' | 'chat'>): FileLine {
  const upload = `/files/${site.id}`;
  return {
    upload,
    file: (id) => `${upload}/${id}`,
    headers: () => ({ Authorization: `Bearer ${chat.token() ?? ''}` }),
    // A new visitor on a slow line may choose a file before the server has said who they are.
    ready: () =>
      new Promise((resolve) => {
        const look = () => {
          if (chat.token() === undefined) return;
          stop();
          resolve();
        };
        const stop = chat.subscribe(look);
        look();
      }),
  };
}

/** Nearer than this to its end (px) before they came, the log is at its end with them too. */
const NEAR = 80;

export function Files({ files }: { files: readonly Attachment[] }): JSX.Element {
  const frame = useFrame();
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const log = box.current?.closest('.log');
    if (!log) return;
    const below = log.scrollHeight - log.scrollTop - log.clientHeight;
    if (below < box.current!.offsetHeight + NEAR) log.scrollTop = log.scrollHeight;
  }, []);
  return (
    <div ref={box}>
      <AnyFiles files={files} line={lineOf(frame)} locale={frame.locale} offline={frame.offline} />
    </div>
  );
}

interface TrayProps {
  picked: readonly File[];
  ready: (files: readonly Attachment[] | null | undefined) => void;
  /** What was told last by `ready`. */
  files: readonly Attachment[] | null | undefined;
  draft: string;
  /** Whether sending was pressed while some of it was on its way. */
  will: readonly [will: boolean | undefined, set: (will: boolean) => void];
  send(text: string): void;
}

/** What is to go with the next message, which it sends by itself where that waited for it. */
export function FileTray({ files, draft, will: [willSend, setWillSend], send, ...tray }: TrayProps): JSX.Element {
  const frame = useFrame();
  const written = useRef(draft);
  useEffect(() => {
    // Whoever writes on is not done yet.
    if (written.current !== draft) setWillSend(false);
    written.current = draft;
    // eslint-disable-next-line react-hooks/exhaustive-deps -- a state's setter is the same at all times
  }, [draft]);
  useEffect(() => {
    if (!willSend || files === null) return;
    setWillSend(false);
    if (files) send(draft);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once for each time that they are there; what else is read is the newest then
  }, [willSend, files]);
  return (
    <AnyTray
      {...{ line: lineOf(frame), locale: frame.locale, limits: LIMITS, willSend: willSend === true, ...tray }}
      onLess={() => setWillSend(false)}
      onEmpty={() => document.querySelector('textarea')?.focus()}
    />
  );
}
