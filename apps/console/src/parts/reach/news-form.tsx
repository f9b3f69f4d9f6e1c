import { useState } from 'preact/hooks';
import { noticesApi } from '../../state/api/notices-api.ts';
import type { NewsSettings } from '../../state/api/notices-api.ts';
import { asApiError } from '../../state/session.ts';
import { useEdited } from '../../state/hooks/use-edited.ts';
import { errorText, useTexts } from '../../texts/index.ts';
import { newsTexts } from '../../texts/news-texts.ts';
import { Field } from '../controls/field.tsx';

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);
const ALERTS = ['score', 'feedback', 'promise'] as const;

/** Which alerts are wanted, and when the morning's digest comes. */
export function NewsForm({ news: saved, onSaved }: { news: NewsSettings; onSaved(): void }) {
  const { t: common, locale } = useTexts();
  const t = newsTexts[locale];
  const { alerts: savedAlerts, ...others } = saved;
  const { value: news, change: changeNews } = useEdited(others);
  const { value: alerts, change: changeAlerts } = useEdited(savedAlerts);
  const [said, setSaid] = useState<{ text: string; bad: boolean } | null>(null);
  const change = (part: Partial<typeof others>) => {
    changeNews(part);
    setSaid(null);
  };
  const save = () =>
    noticesApi.saveNews({ ...news, alerts }).then(
      () => {
        setSaid({ text: common.reach.saved, bad: false });
        onSaved();
      },
      (cause: unknown) => setSaid({ text: errorText(common, asApiError(cause)), bad: true }),
    );
  return (
    <>
      <h3>{t.title}</h3>
      <form
        class="reach-form"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <p class="muted">{t.text}</p>
        {ALERTS.map((kind) => (
          <Check
            key={kind}
            label={t.alerts[kind]}
            on={alerts[kind]}
            onChange={(on) => {
              changeAlerts({ [kind]: on });
              setSaid(null);
            }}
          />
        ))}
        <Field label={t.digest} hint={t.digestText}>
          <select
            value={news.digestHour === null ? '' : String(news.digestHour)}
            onChange={({ currentTarget: { value } }) => change({ digestHour: value === '' ? null : Number(value) })}
          >
            <option value="">{t.none}</option>
            {HOURS.map((hour) => (
              <option key={hour} value={String(hour)}>
                {t.from(hour)}
              </option>
            ))}
          </select>
        </Field>
        {news.digestHour !== null && (
          <Check label={t.empty} on={news.digestEmpty} onChange={(digestEmpty) => change({ digestEmpty })} />
        )}
        <Check label={t.report} on={news.report} onChange={(report) => change({ report })} />
        <div class="row-buttons">
          <button type="submit" class="button button-primary">
            {common.common.save}
          </button>
        </div>
        <p class={said?.bad ? 'told told-bad' : 'told'} role="status">
          {said?.text}
        </p>
      </form>
    </>
  );
}

function Check({ label, on, onChange }: { label: string; on: boolean; onChange(on: boolean): void }) {
  return (
    <label class="check">
      <input type="checkbox" checked={on} onChange={(event) => onChange(event.currentTarget.checked)} />
      <span>{label}</span>
    </label>
  );
}
