import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { LineIcon } from '../line-icon.tsx';
import type { UiLocale } from '../time-format.ts';
import { contentOf } from './file-line.ts';
import type { FileLine, SentFile } from './file-line.ts';
import { putFileStyles } from './file-styles.ts';
import { FILE_TEXTS, sizeText } from './file-texts.ts';
import { PAPER } from './file-tray.tsx';

const SAVE = 'M12 4v11M7 11l5 5 5-5M5 20h14';
const CLOSE = 'M6 6l12 12M18 6L6 18';
/** What a browser draws and does not run; everything else is only ever saved. */
const SHOWN = ['image/jpeg', 'image/png', 'image/gif', 'image/webp'];
/** Longest side of a small picture, in CSS pixels; and of each of several. */
const SIDE = 200;
const OF_SEVERAL = 96;

interface Reading {
  line: FileLine;
  locale: UiLocale;
  /** Read when there is a network again. */
  offline: boolean;
}

/** The files of a message: pictures small, and each of them whole when it is pressed; others to save. */
export function Files({ files, ...reading }: { files: readonly SentFile[] } & Reading): JSX.Element {
  const { locale } = reading;
  const [open, setOpen] = useState<SentFile>();
  useEffect(putFileStyles, []);
  return (
    <div class="files">
      {files.map((file) =>
        SHOWN.includes(file.type) ? (
          <Small
            key={file.id}
            file={file}
            side={files.length > 1 ? OF_SEVERAL : SIDE}
            open={() => setOpen(file)}
            {...reading}
          />
        ) : (
          <Row key={file.id} file={file} {...reading} />
        ),
      )}
      {open && (
        <Whole file={open} label={FILE_TEXTS[locale].open(open.name)} close={() => setOpen(undefined)} {...reading} />
      )}
    </div>
  );
}

/** An address of what is in a file, for as long as it is shown; null where it is gone. */
function useContent({ id, type }: SentFile, preview: boolean, { line, offline }: Reading): string | null | undefined {
  const [address, setAddress] = useState<string | null>();
  const isMissing = address === undefined || address === null;
  // Whoever shows it need not keep one and the same way to it.
  const way = useRef(line);
  useEffect(() => {
    if (offline || !isMissing) return;
    let over = false;
    contentOf(way.current, id, preview).then(
      (content) => {
        // With the type that we know, whatever was answered: it can be nothing but a picture.
        const known = { type: preview ? 'image/webp' : type };
        if (!over) setAddress(content && URL.createObjectURL(new Blob([content], known)));
      },
      () => {
        if (!over) setAddress(null);
      },
    );
    return () => {
      over = true;
    };
  }, [id, type, preview, offline, isMissing]);
  useEffect(() => () => void (address && URL.revokeObjectURL(address)), [address]);
  return address;
}

function Small(props: { file: SentFile; side: number; open(): void } & Reading): JSX.Element {
  const { file, side, open, ...reading } = props;
  const texts = FILE_TEXTS[reading.locale];
  const address = useContent(file, true, reading);
  const { width = side, height = side } = file;
  const scale = Math.min(1, side / Math.max(width, height));
  // Its place is there before it is, so that nothing moves when it comes; a strip keeps a height that can be pressed.
  const size = `width:${Math.max(44, Math.round(width * scale))}px;height:${Math.max(44, Math.round(height * scale))}px`;
  if (address === null) return <Row file={file} gone {...reading} />;
  return (
    <button type="button" class="picture" style={size} aria-label={texts.open(file.name)} onClick={open}>
      {address && <img src={address} alt={file.name} />}
    </button>
  );
}

function Row({ file, gone, line, locale }: { file: SentFile; gone?: boolean } & Reading): JSX.Element {
  const texts = FILE_TEXTS[locale];
  const [missing, setMissing] = useState(gone);
  const save = saving(line, () => setMissing(true));
  return (
    <button type="button" class="row-file" onClick={() => void save(file)}>
      <LineIcon d={PAPER} />
      <span>
        <span class="visually-hidden">{texts.save('')}</span>
        <bdi>{file.name}</bdi>
        <small>{missing ? texts.gone : sizeText(file.bytes, locale)}</small>
      </span>
    </button>
  );
}

/** Hands a file to the visitor, as bytes without a meaning: whatever is in it, the browser shows none of it. */
function saving(line: FileLine, onMissing: () => void): (file: SentFile) => Promise<void> {
  return async (file) => {
    const content = await contentOf(line, file.id).catch(() => null);
    if (content === null) return onMissing();
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([content], { type: 'application/octet-stream' }));
    link.download = file.name;
    link.click();
    URL.revokeObjectURL(link.href);
  };
}

function Whole(props: { file: SentFile; label: string; close(): void } & Reading): JSX.Element {
  const { file, label, close, line, locale } = props;
  const texts = FILE_TEXTS[locale];
  const address = useContent(file, false, props);
  const box = useRef<HTMLDivElement>(null);
  const save = saving(line, close);
  useEffect(() => {
    const before = document.activeElement as HTMLElement | null;
    box.current?.querySelector<HTMLElement>('.close')?.focus();
    return () => before?.focus();
  }, []);
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'Escape') close();
    else if (event.key !== 'Tab') return;
    else {
      const all = [...box.current!.querySelectorAll('button')];
      all[(all.indexOf(document.activeElement as HTMLButtonElement) + 1) % all.length]?.focus();
    }
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div class="shown" role="dialog" aria-modal="true" aria-label={label} ref={box} onKeyDown={keys}>
      <header>
        <h2 dir="auto">{file.name}</h2>
        <button type="button" aria-label={texts.save(file.name)} onClick={() => void save(file)}>
          <LineIcon d={SAVE} />
        </button>
        <button type="button" class="close" aria-label={texts.close} onClick={close}>
          <LineIcon d={CLOSE} />
        </button>
      </header>
      <div>{address ? <img src={address} alt={file.name} /> : address === null ? <p>{texts.gone}</p> : null}</div>
    </div>
  );
}
