import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Locale } from '../../state/wire-types.ts';
import { settingTexts } from '../../texts/setting-texts.ts';
import { useTexts } from '../../texts/index.ts';

interface WidgetPreviewProps {
  /** Under which name the server shows the drafted widget; null: there is none to show. */
  name: string | null;
  languages: readonly Locale[];
  /** Whether it is what the forms say. */
  isCurrent: boolean;
  title: string;
  onBack(): void;
}

/** As large as a page is drawn in it, px. */
const SIZES = { desktop: { width: 600, height: 740 }, phone: { width: 375, height: 667 } } as const;
/** A frame that says nothing (its scripts are blocked) is shown all the same. */
const PATIENCE_MS = 4000;

/** The widget's own code in a page of its own, drawn from what is being edited. The last one stays until the next is there. */
export function WidgetPreview({ name, languages, isCurrent, title, onBack }: WidgetPreviewProps) {
  const { t: common, locale: own } = useTexts();
  const t = settingTexts[own].preview;
  const [wanted, setLanguage] = useState<Locale>(own);
  const [closed, setClosed] = useState(false);
  const [size, setSize] = useState<keyof typeof SIZES>('desktop');
  const language = languages.includes(wanted) ? wanted : (languages[0] ?? 'en');
  const address = name && `/preview/${name}?lang=${language}${closed ? '&closed' : ''}`;
  const [shown, setShown] = useState<string | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const { width, height } = SIZES[size];

  useEffect(() => {
    if (address === null || address === shown) return undefined;
    const show = () => setShown(address);
    const hear = ({ data, origin, source }: MessageEvent<unknown>) => {
      const frame = box.current?.querySelector<HTMLIFrameElement>(`iframe[data-address="${CSS.escape(address)}"]`);
      if (data === 'solodesk-preview' && origin === location.origin && source === frame?.contentWindow) show();
    };
    addEventListener('message', hear);
    const timer = setTimeout(show, PATIENCE_MS);
    return () => {
      removeEventListener('message', hear);
      clearTimeout(timer);
    };
  }, [address, shown]);

  useLayoutEffect(() => {
    const place = box.current;
    if (!place) return undefined;
    const fit = () => place.style.setProperty('--scale', String(Math.min(1, place.clientWidth / width)));
    const watch = new ResizeObserver(fit);
    watch.observe(place);
    fit();
    return () => watch.disconnect();
  }, [width]);

  const frames = [...new Set([shown, address])].filter((each) => each !== null);
  return (
    <aside class="setting-preview" aria-label={t.title}>
      <div class="setting-preview-tools">
        <label>
          <span class="visually-hidden">{t.language}</span>
          <select value={language} onChange={({ currentTarget }) => setLanguage(currentTarget.value as Locale)}>
            {languages.map((each) => (
              <option key={each} value={each}>
                {common.common.languages[each]}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span class="visually-hidden">{t.when}</span>
          <select
            value={closed ? 'closed' : 'now'}
            onChange={({ currentTarget }) => setClosed(currentTarget.value === 'closed')}
          >
            <option value="now">{t.asNow}</option>
            <option value="closed">{t.closed}</option>
          </select>
        </label>
        <label>
          <span class="visually-hidden">{t.size}</span>
          <select value={size} onChange={({ currentTarget }) => setSize(currentTarget.value as keyof typeof SIZES)}>
            <option value="desktop">{t.desktop}</option>
            <option value="phone">{t.phone}</option>
          </select>
        </label>
        <button type="button" class="button setting-preview-back" onClick={onBack}>
          {t.hide}
        </button>
      </div>
      <div
        class="setting-preview-box"
        ref={box}
        style={{ '--width': `${width}px`, '--height': `${height}px`, '--tall': height }}
      >
        {frames.map((each) => (
          <iframe
            key={each}
            data-address={each}
            src={each}
            title={`${t.title}: ${title}`}
            class={each === shown || shown === null ? undefined : 'setting-preview-next'}
          />
        ))}
      </div>
      <p class="muted" role="status">
        {frames.length === 0 ? t.none : isCurrent ? '' : t.old}
      </p>
    </aside>
  );
}
