import { useState } from 'preact/hooks';
import { dayKey } from '@solodesk/ui';
import type { SiteBrief } from '../../state/api/api.ts';
import { recordsApi } from '../../state/api/records-api.ts';
import type { ApiKey } from '../../state/api/records-api.ts';
import { asApiError } from '../../state/session.ts';
import { useNews } from '../../state/hooks/use-news.ts';
import { useRemote } from '../../state/hooks/use-remote.ts';
import { errorText, useTexts } from '../../texts/index.ts';
import { CopyBox } from '../controls/copy-box.tsx';
import { Field } from '../controls/field.tsx';

/** Settings → API keys: a site's own. */
export function ApiKeys({ site }: { site: SiteBrief }) {
  const { t } = useTexts();
  const { value, error, reload } = useRemote(`keys ${site.id}`, () => recordsApi.keys(site.id));
  useNews(site.id, 'keys', reload);
  const [failed, setFailed] = useState<string | null>(null);
  const [made, setMade] = useState<{ key: ApiKey; secret: string } | null>(null);
  // Nobody is to copy what opens nothing any more, whichever window it was revoked in.
  const isRevoked = value?.keys.some(({ id, revokedAt }) => id === made?.key.id && revokedAt !== null) ?? false;
  const revoke = (key: ApiKey) => {
    if (!confirm(t.records.revokeSure(key.name))) return;
    setFailed(null);
    recordsApi.revokeKey(site.id, key.id).then(reload, (cause: unknown) => setFailed(errorText(t, asApiError(cause))));
  };
  const problem = failed ?? (error && errorText(t, error));
  return (
    <details class="api-keys">
      <summary>{t.records.keysOf(site.name)}</summary>
      <p class="muted">{t.records.keysText}</p>
      {problem && (
        <p class="note note-bad" role="alert">
          {problem}
        </p>
      )}
      {value?.keys.length === 0 && <p class="muted">{t.records.noKeys}</p>}
      <ul>
        {value?.keys.map((key) => (
          <KeyRow key={key.id} made={key} onRevoke={() => revoke(key)} />
        ))}
      </ul>
      {made !== null && !isRevoked && (
        <div role="status">
          <p>
            <b>{t.records.secretOnce}</b>
          </p>
          <CopyBox text={made.secret} label={t.records.secret} />
        </div>
      )}
      {value && (
        <NewKey
          site={site.id}
          scopes={value.scopes}
          onMade={(fresh) => {
            setMade(fresh);
            reload();
          }}
        />
      )}
    </details>
  );
}

function KeyRow({ made: key, onRevoke }: { made: ApiKey; onRevoke(): void }) {
  const { t } = useTexts();
  const use = key.lastUsedAt === null ? t.records.neverUsed : t.records.used(dayKey(key.lastUsedAt));
  return (
    <li class="row">
      <span>
        <b>{key.name}</b> <code>{key.hint}…</code>
        <br />
        <span class="muted">{key.scopes.map((scope) => t.records.scope[scope] ?? scope).join(t.records.comma)}</span>
        <br />
        <span class="muted">
          {t.records.madeAnd(
            dayKey(key.createdAt),
            key.revokedAt === null ? use : t.records.revoked(dayKey(key.revokedAt)),
          )}
        </span>
      </span>
      {key.revokedAt === null && (
        <button type="button" class="button" onClick={onRevoke} aria-label={`${t.records.revoke}: ${key.name}`}>
          {t.records.revoke}
        </button>
      )}
    </li>
  );
}

function NewKey({
  site,
  scopes,
  onMade,
}: {
  site: string;
  scopes: string[];
  onMade(made: { key: ApiKey; secret: string }): void;
}) {
  const { t } = useTexts();
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [tried, setTried] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const choose = (scope: string, on: boolean) =>
    setChosen((before) => new Set(on ? [...before, scope] : [...before].filter((each) => each !== scope)));
  const submit = (event: Event) => {
    event.preventDefault();
    setTried(true);
    setError(null);
    if (name.trim() === '' || chosen.size === 0) return;
    recordsApi.makeKey(site, name.trim(), [...chosen]).then(
      (made) => {
        setName('');
        setChosen(new Set());
        setTried(false);
        onMade(made);
      },
      (cause: unknown) => setError(errorText(t, asApiError(cause))),
    );
  };
  return (
    <form class="new-key" onSubmit={submit} noValidate>
      <Field
        label={t.records.keyName}
        hint={t.records.keyNameHint}
        error={tried && name.trim() === '' ? t.records.noName : null}
      >
        <input value={name} maxLength={100} onInput={(event) => setName(event.currentTarget.value)} />
      </Field>
      <fieldset>
        <legend>{t.records.scopes}</legend>
        {scopes.map((scope) => (
          <label class="check" key={scope}>
            <input
              type="checkbox"
              checked={chosen.has(scope)}
              onChange={(event) => choose(scope, event.currentTarget.checked)}
            />
            <span>{t.records.scope[scope] ?? scope}</span>
          </label>
        ))}
        {tried && chosen.size === 0 && (
          <small class="field-error" role="alert">
            {t.records.noScope}
          </small>
        )}
      </fieldset>
      {error && (
        <p class="note note-bad" role="alert">
          {error}
        </p>
      )}
      <button type="submit" class="button">
        {t.records.makeKey}
      </button>
    </form>
  );
}
