import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { LineIcon } from '../line-icon.tsx';
import type { UiLocale } from '../time-format.ts';
import { takeBack, upload } from './file-line.ts';
import type { FileFault, FileLine, SentFile } from './file-line.ts';
import { putFileStyles } from './file-styles.ts';
import { FILE_TEXTS, sizeText } from './file-texts.ts';
import { fitPicture } from './fit-picture.ts';

const CLOSE = 'M6 6l12 12M18 6L6 18';
export const PAPER = 'M6 3h8l4 4v14H6zM14 3v4h4';

interface Chosen {
  readonly key: number;
  readonly file: File;
  /** Address of what is shown of it; null for what is no picture. */
  readonly shot: string | null;
  readonly share: number;
  readonly sent?: SentFile;
  readonly fault?: FileFault | undefined;
  readonly again?: boolean | undefined;
}

let keys = 0;

export interface FileTrayProps {
  line: FileLine;
  locale: UiLocale;
  /** All that was chosen since the last message, each time another array; an empty one when a message has gone with what was ready. */
  picked: readonly File[];
  /** Told what may go with a message: null while some of it is on its way, undefined when there is nothing. */
  ready(files: readonly SentFile[] | null | undefined): void;
  /** What the server takes. */
  limits: { readonly bytes: number; readonly count: number };
  /** What is written goes out by itself once everything is there. */
  willSend: boolean;
  /** Some of it will not be there: it was refused, cut off or taken back. */
  onLess(): void;
  /** The last is gone: back to where one writes. */
  onEmpty(): void;
}

/** What was chosen, on its way to the server while its sender may still be writing. */
export function FileTray({
  line,
  locale,
  picked,
  ready,
  limits,
  willSend,
  onLess,
  onEmpty,
}: FileTrayProps): JSX.Element {
  const texts = FILE_TEXTS[locale];
  const [chosen, setChosen] = useState<readonly Chosen[]>([]);
  const [left, setLeft] = useState(false);
  const stops = useRef(new Map<number, () => void>());
  const list = useRef(chosen);
  const taken = useRef(new WeakSet<File>());

  const become = (next: readonly Chosen[]) => {
    list.current = next;
    setChosen(next);
    const onTheirWay = next.some(({ sent, fault }) => !sent && !fault);
    const there = next.flatMap(({ sent }) => sent ?? []);
    ready(onTheirWay ? null : there.length > 0 ? there : undefined);
  };
  const change = (key: number, part: Partial<Chosen>) => {
    if (part.fault) onLess();
    become(list.current.map((one) => (one.key === key ? { ...one, ...part } : one)));
  };

  const send = async ({ key, file }: Chosen) => {
    change(key, { share: 0, fault: undefined, again: undefined });
    const { content, name } = await fitPicture(file, limits.bytes);
    await line.ready?.();
    if (!list.current.some((one) => one.key === key)) return;
    if (content.size === 0) return change(key, { fault: 'empty' });
    if (content.size > limits.bytes) return change(key, { fault: 'too_large' });
    const { done, stop } = upload(line, content, name, (share) => change(key, { share }));
    stops.current.set(key, stop);
    const answer = await done;
    stops.current.delete(key);
    if (!list.current.some((one) => one.key === key)) {
      if (answer.ok) void takeBack(line, answer.file.id);
    } else if (answer.ok) change(key, { sent: answer.file, share: 1 });
    else change(key, { fault: answer.fault, again: answer.again });
  };
  const remove = ({ key, sent, shot }: Chosen) => {
    stops.current.get(key)?.();
    if (sent) void takeBack(line, sent.id);
    if (shot) URL.revokeObjectURL(shot);
    onLess();
    become(list.current.filter((one) => one.key !== key));
    if (list.current.length === 0) onEmpty();
  };

  /** What may work when it is tried again waits for that; the rest has gone, or never will. */
  const afterSending = () => {
    for (const { again, shot } of list.current) if (!again && shot) URL.revokeObjectURL(shot);
    setLeft(false);
    become(list.current.filter(({ again }) => again));
  };
  useEffect(() => {
    putFileStyles();
    if (picked.length === 0) return afterSending();
    const fresh = picked.filter((file) => !taken.current.has(file));
    for (const file of fresh) taken.current.add(file);
    const room = limits.count - list.current.length;
    setLeft(fresh.length > room);
    const added = fresh.slice(0, Math.max(0, room)).map((file): Chosen => {
      const shot = /^image\/(?!svg)/.test(file.type) ? URL.createObjectURL(file) : null;
      return { key: ++keys, file, shot, share: 0 };
    });
    // Also where none finds room: whoever brought them waits to hear what may go now.
    become([...list.current, ...added]);
    for (const one of added) void send(one);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- each choice is added once; what else is read here is the newest at that time
  }, [picked]);
  useEffect(
    () => () => {
      for (const stop of stops.current.values()) stop();
      for (const { shot } of list.current) if (shot) URL.revokeObjectURL(shot);
    },
    [],
  );

  if (chosen.length === 0) return <></>;
  return (
    <div class="tray" role="group" aria-label={texts.chosen}>
      <ul>
        {chosen.map((one) => (
          <li key={one.key}>
            {one.shot ? (
              <img class="shot" src={one.shot} alt="" onError={() => change(one.key, { shot: null })} />
            ) : (
              <div class="shot" style="flex:none">
                <LineIcon d={PAPER} />
              </div>
            )}
            <div>
              <b dir="auto">{one.sent?.name ?? one.file.name}</b>
              <span role="status" class={one.fault ? 'bad' : ''}>
                {one.fault
                  ? texts.fault[one.fault]
                  : one.sent
                    ? `${texts.ready} · ${sizeText(one.sent.bytes, locale)}`
                    : texts.sending(Math.round(one.share * 100))}
              </span>
              {!one.sent && !one.fault && <progress value={one.share} aria-label={one.file.name} />}
            </div>
            {one.again && (
              <button type="button" class="again" onClick={() => void send(one)}>
                {texts.retry}
              </button>
            )}
            <button type="button" aria-label={texts.remove(one.file.name)} onClick={() => remove(one)}>
              <LineIcon d={CLOSE} size={16} />
            </button>
          </li>
        ))}
      </ul>
      {willSend && <p role="status">{texts.willSend}</p>}
      {(left || chosen.some(({ fault }) => fault)) && (
        <p>{left ? texts.tooMany(limits.count) : texts.takes(limits.bytes / 1024 / 1024, limits.count)}</p>
      )}
    </div>
  );
}
