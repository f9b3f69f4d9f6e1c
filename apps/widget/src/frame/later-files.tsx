import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
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

export function FileTray(props: {
  picked: readonly File[];
  ready: (files: readonly Attachment[] | null | undefined) => void;
}): JSX.Element {
  const frame = useFrame();
  const onEmpty = () => document.querySelector('textarea')?.focus();
  return <AnyTray line={lineOf(frame)} locale={frame.locale} limits={LIMITS} onEmpty={onEmpty} {...props} />;
}
