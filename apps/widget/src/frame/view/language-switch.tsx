import type { JSX } from 'preact';
import type { Locale } from '@solodesk/protocol/visitor';
import { LANGUAGE_NAMES } from '../texts/texts.ts';
import { useFrame } from './frame-context.ts';

/** EN · 中文: only where the site speaks more than one. */
export function LanguageSwitch({ setLocale }: { setLocale: (locale: Locale) => void }): JSX.Element {
  const { site, texts, locale } = useFrame();
  if (site.locales.length < 2) return <span />;
  return (
    <span role="group" aria-label={texts.language} class="languages">
      {site.locales.map((name, index) => (
        <>
          {index > 0 && '·'}
          <button type="button" lang={name} aria-pressed={name === locale} onClick={() => setLocale(name)}>
            {LANGUAGE_NAMES[name]}
          </button>
        </>
      ))}
    </span>
  );
}
