import { useState } from 'preact/hooks';
import { Icon } from '@solodesk/ui';
import { useDesk } from '../../state/desk.ts';
import { useStorageTrouble } from '../../state/hooks/use-storage-trouble.ts';
import { useTexts } from '../../texts/index.ts';
import { Glyph } from '../controls/glyph.tsx';

/** How the line is, in words, when it is not as it should be. */
export function ConnectionBanner() {
  const { t } = useTexts();
  const { connection } = useDesk().state;
  if (connection === 'online') return null;
  return (
    <div class={`banner banner-${connection}`} role="status">
      <Icon name="offline" size={16} />
      <span>{t.connection[connection]}</span>
      {connection === 'outdated' && (
        <button type="button" class="button" onClick={() => location.reload()}>
          {t.connection.reload}
        </button>
      )}
    </div>
  );
}

/** The server lives, and cannot save: the one fault that the owner alone can end. */
export function StorageBanner() {
  const { t } = useTexts();
  const { connection, outbox } = useDesk().state;
  const refused = outbox.some(({ error }) => error === 'unavailable');
  if (!useStorageTrouble(connection === 'online', refused)) return null;
  return (
    <section class="banner banner-problems" role="alert">
      <Glyph name="alert" />
      <div>
        <b>{t.storage.title}</b> <span>{t.storage.text}</span>
      </div>
    </section>
  );
}

/** Files of the site that were refused: which, where, and why. */
export function ProblemsBanner({ site }: { site: string }) {
  const { t } = useTexts();
  const problems = useDesk().state.sites[site]?.problems ?? [];
  const [hidden, setHidden] = useState('');
  const print = JSON.stringify(problems);
  if (problems.length === 0 || hidden === print) return null;
  return (
    <section class="banner banner-problems" aria-label={t.problems.title(problems.length)}>
      <Glyph name="alert" />
      <div>
        <b>{t.problems.title(problems.length)}</b> <span>{t.problems.safe}</span>
        <ul>
          {problems.map(({ file, line, column, message }) => (
            <li key={`${file}:${line}:${column} ${message}`}>
              <code>{file}</code>, {t.problems.at(line, column)}: {message}
            </li>
          ))}
        </ul>
      </div>
      <button type="button" class="icon-button" aria-label={t.common.dismiss} onClick={() => setHidden(print)}>
        <Icon name="close" size={16} />
      </button>
    </section>
  );
}
