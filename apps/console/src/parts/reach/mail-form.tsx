import { useState } from 'preact/hooks';
import { noticesApi } from '../../state/api/notices-api.ts';
import type { MailTestOutcome, Notices } from '../../state/api/notices-api.ts';
import { asApiError } from '../../state/session.ts';
import { useEdited } from '../../state/hooks/use-edited.ts';
import type { Locale } from '../../state/wire-types.ts';
import { errorText, useTexts } from '../../texts/index.ts';
import { Field } from '../controls/field.tsx';
import { QuietFields } from './quiet-fields.tsx';
import { SenderHints } from './sender-hints.tsx';

/** Whether and where mails go, and a test that says what the mail server said. */
export function MailForm({ notices, email, onSaved }: { notices: Notices; email: string; onSaved(): void }) {
  const { t } = useTexts();
  const { mail } = notices;
  const saved = { on: mail.on, address: mail.address ?? '', locale: notices.locale, quiet: notices.quiet };
  const { value, change } = useEdited(saved);
  const { on, address, locale, quiet } = value;
  const [wrong, setWrong] = useState<string | null>(null);
  const [said, setSaid] = useState<{ text: string; bad: boolean } | null>(null);
  const [busy, setBusy] = useState(false);
  const [sender, setSender] = useState<MailTestOutcome['sender']>(null);

  /** False when it was not saved; the reason is on the screen then. */
  const save = async (): Promise<boolean> => {
    const trimmed = address.trim();
    if (trimmed !== '' && !/^[^\s@]+@[^\s@]+$/.test(trimmed)) {
      setWrong(t.reach.addressWrong);
      return false;
    }
    setWrong(null);
    change({ address: trimmed });
    await noticesApi.save({ mail: on, address: trimmed === '' ? null : trimmed, locale, quiet });
    onSaved();
    return true;
  };
  const run = async (work: () => Promise<{ text: string; bad: boolean } | null>) => {
    setBusy(true);
    setSaid({ text: t.reach.testing, bad: false });
    try {
      setSaid(await work());
    } catch (cause) {
      setSaid({ text: errorText(t, asApiError(cause)), bad: true });
    }
    setBusy(false);
  };
  // What is tested is what stands in the form.
  const test = () => run(async () => ((await save()) ? told(await noticesApi.testMail()) : null));
  const told = ({ outcome, reason, trouble, sender: seen }: MailTestOutcome) => {
    setSender(seen);
    if (outcome === 'delivered') return { text: t.reach.outcome.mail, bad: false };
    const failed = t.reach.outcome.failed(reason ?? '');
    return { text: trouble === null ? failed : `${t.mailTest.trouble[trouble]} ${failed}`, bad: true };
  };

  return (
    <form
      class="reach-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void run(async () => ((await save()) ? { text: t.reach.saved, bad: false } : null));
      }}
    >
      {!mail.server && (
        <p class="note">
          <b>{t.reach.noServer}</b> {t.reach.noServerHint}
        </p>
      )}
      <label class="check">
        <input type="checkbox" checked={on} onChange={(event) => change({ on: event.currentTarget.checked })} />
        <span>{t.reach.mailOn}</span>
      </label>
      <Field label={t.reach.address} hint={t.reach.addressHint(email)} error={wrong}>
        <input
          type="email"
          maxLength={200}
          autocomplete="email"
          value={address}
          onInput={(event) => change({ address: event.currentTarget.value })}
        />
      </Field>
      <Field label={t.reach.language}>
        <select
          value={locale ?? ''}
          onChange={(event) => change({ locale: (event.currentTarget.value || null) as Locale | null })}
        >
          <option value="">{t.reach.asSite}</option>
          <option value="en">{t.common.languages.en}</option>
          <option value="zh">{t.common.languages.zh}</option>
        </select>
      </Field>
      <QuietFields quiet={quiet} onChange={(next) => change({ quiet: next })} />
      {mail.from && <p class="muted">{t.reach.from(mail.from)}</p>}
      <div class="row-buttons">
        <button type="submit" class="button button-primary" disabled={busy}>
          {t.common.save}
        </button>
        <button type="button" class="button" disabled={busy || !mail.server} onClick={() => void test()}>
          {t.reach.testMail}
        </button>
      </div>
      <p class={said?.bad ? 'told told-bad' : 'told'} role="status">
        {said?.text}
      </p>
      {sender && <SenderHints sender={sender} />}
    </form>
  );
}
