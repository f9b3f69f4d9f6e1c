import { useState } from 'preact/hooks';
import type { SiteBrief } from '../../state/api/api.ts';
import { money } from '../../state/money.ts';
import { asApiError } from '../../state/session.ts';
import { spendApi } from '../../state/api/spend-api.ts';
import type { NewSpend, SpendLine, SpendList } from '../../state/api/spend-api.ts';
import { COLON, errorText, useTexts } from '../../texts/index.ts';
import { spendTexts } from '../../texts/spend-texts.ts';
import { Fault } from '../controls/fault.tsx';
import { Field } from '../controls/field.tsx';
import { showToast } from '../controls/toasts.tsx';

/** What was spent on marketing, typed in by channel and month; each change can be undone. Read only once it is opened. */
export function Spend({ site }: { site: SiteBrief }) {
  const { t: common, locale } = useTexts();
  const t = spendTexts[locale];
  const [list, setList] = useState<SpendList | null>(null);
  const [error, setError] = useState<string | null>(null);
  const show = (work: Promise<SpendList>) =>
    work.then(
      (next) => {
        setError(null);
        setList(next);
        return true;
      },
      (cause: unknown) => {
        setError(errorText(common, asApiError(cause)));
        return false;
      },
    );
  const nameOf = ({ channel, month, currency, amount }: SpendLine) =>
    `${channel} ${month}${COLON[locale]}${money(amount, currency, locale)}`;
  const undo = (line: SpendLine | undefined, added: SpendLine | undefined) => () => {
    if (line !== undefined) void show(spendApi.save(site.id, whole(line)));
    else if (added !== undefined) void show(spendApi.remove(site.id, added.key));
  };
  const isSame = (one: Pick<SpendLine, 'channel' | 'month' | 'currency'>, other: NewSpend) =>
    one.channel === other.channel.toLowerCase() && one.month === other.month && one.currency === other.currency;

  const save = async (spent: NewSpend) => {
    const before = list?.rows.find((line) => isSame(line, spent));
    const next = spendApi.save(site.id, spent);
    if (!(await show(next))) return false;
    const after = (await next).rows.find((line) => isSame(line, spent));
    if (after !== undefined) {
      showToast(t.saved(nameOf(after)), { action: { label: common.common.undo, run: undo(before, after) } });
    }
    return true;
  };
  const remove = async (line: SpendLine) => {
    if (!(await show(spendApi.remove(site.id, line.key)))) return;
    showToast(t.removed(nameOf(line)), { action: { label: common.common.undo, run: undo(line, undefined) } });
  };
  return (
    <details
      class="spend"
      onToggle={(event) => event.currentTarget.open && list === null && void show(spendApi.list(site.id))}
    >
      <summary>{t.title}</summary>
      <p class="muted">{t.text}</p>
      {error && <Fault text={error} onRetry={() => void show(spendApi.list(site.id))} />}
      {list && (
        <>
          <SpendForm currency={list.currency ?? list.rows[0]?.currency ?? ''} onSave={save} />
          {list.rows.length === 0 && <p class="muted">{t.none}</p>}
          <ul>
            {list.rows.map((line) => (
              <li class="row" key={line.key}>
                <span>{nameOf(line)}</span>
                <button
                  type="button"
                  class="link"
                  aria-label={t.remove(nameOf(line))}
                  onClick={() => void remove(line)}
                >
                  {common.common.remove}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </details>
  );
}

function whole({ key: _key, ...line }: SpendLine): NewSpend {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency: line.currency });
  return { ...line, amount: line.amount / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2) };
}

function SpendForm({ currency: usual, onSave }: { currency: string; onSave(spent: NewSpend): Promise<boolean> }) {
  const { locale } = useTexts();
  const t = spendTexts[locale];
  const [channel, setChannel] = useState('');
  const [month, setMonth] = useState('');
  const [amount, setAmount] = useState('');
  const [currency, setCurrency] = useState(usual);
  const [wrong, setWrong] = useState<string | null>(null);
  const submit = async () => {
    const number = amount.trim() === '' ? NaN : Number(amount);
    const isRight = channel.trim() !== '' && /^\d{4}-\d{2}$/.test(month) && number >= 0;
    setWrong(isRight ? null : t.wrong);
    if (!isRight) return;
    const spent = { channel: channel.trim(), month, amount: number, currency: currency.trim().toUpperCase() };
    if (await onSave(spent)) setAmount('');
  };
  return (
    <form
      class="spend-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Field label={t.channel} error={wrong}>
        <input maxLength={100} value={channel} onInput={(event) => setChannel(event.currentTarget.value)} />
      </Field>
      <Field label={t.month}>
        <input
          type="month"
          placeholder="2026-05"
          value={month}
          onInput={(event) => setMonth(event.currentTarget.value)}
        />
      </Field>
      <Field label={t.amount}>
        <input
          type="number"
          inputMode="decimal"
          min={0}
          step="any"
          value={amount}
          onInput={(event) => setAmount(event.currentTarget.value)}
        />
      </Field>
      <Field label={t.currency}>
        <input
          maxLength={3}
          size={4}
          placeholder="EUR"
          value={currency}
          onInput={(event) => setCurrency(event.currentTarget.value)}
        />
      </Field>
      <button type="submit" class="button">
        {t.save}
      </button>
    </form>
  );
}
