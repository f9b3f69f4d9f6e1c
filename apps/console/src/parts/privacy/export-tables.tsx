import { useState } from 'preact/hooks';
import { downloads } from '../../state/api/privacy-api.ts';
import { useTexts } from '../../texts/index.ts';
import { privacyTexts } from '../../texts/privacy-texts.ts';
import { Field } from '../controls/field.tsx';

const FORMATS = ['excel', 'csv', 'jsonl'] as const;
/** In place of a kind. */
const EVERYTHING = 'everything';
type Format = (typeof FORMATS)[number];

/** Everything of a site as a zip, or one kind of rows as a file; the server streams it, so that it may be as large as it is. */
export function ExportTables({ site }: { site: string }) {
  const { locale } = useTexts();
  const words = privacyTexts[locale];
  const [kind, setKind] = useState(EVERYTHING);
  const [format, setFormat] = useState<Format>('excel');
  const file = format === 'jsonl' ? 'jsonl' : 'csv';
  const bom = format === 'excel';
  const href = kind === EVERYTHING ? downloads.everything(site, file, bom) : downloads.table(site, kind, file, bom);
  return (
    <>
      <p class="muted">{words.everythingText}</p>
      <div class="privacy-export">
        <Field label={words.kind}>
          <select value={kind} onChange={(event) => setKind(event.currentTarget.value)}>
            <option value={EVERYTHING}>{words.allKinds}</option>
            {Object.entries(words.kinds).map(([each, name]) => (
              <option key={each} value={each}>
                {name}
              </option>
            ))}
          </select>
        </Field>
        <Field label={words.format}>
          <select value={format} onChange={(event) => setFormat(event.currentTarget.value as Format)}>
            {FORMATS.map((each) => (
              <option key={each} value={each}>
                {words.formats[each]}
              </option>
            ))}
          </select>
        </Field>
        <a class="button button-primary" href={href} download>
          {words.download}
        </a>
      </div>
    </>
  );
}
