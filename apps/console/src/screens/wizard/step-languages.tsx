import { useTexts } from '../../texts/index.ts';
import type { StepProps } from './steps.ts';

const LOCALES = ['en', 'zh'] as const;

export function StepLanguages({ draft, change, problem }: StepProps) {
  const { t, w } = useTexts();
  return (
    <>
      <fieldset class="plain">
        <legend class="visually-hidden">{w.languages.title}</legend>
        {LOCALES.map((locale) => (
          <label class="check" key={locale}>
            <input
              type="checkbox"
              checked={draft.languages.includes(locale)}
              onChange={({ currentTarget: { checked } }) =>
                change({
                  languages: LOCALES.filter((each) => (each === locale ? checked : draft.languages.includes(each))),
                })
              }
            />
            <span>{t.common.languages[locale]}</span>
          </label>
        ))}
      </fieldset>
      {problem && (
        <p class="field-error" role="alert">
          {problem.text}
        </p>
      )}
      {draft.languages.length > 1 && (
        <fieldset class="plain">
          <legend>{w.languages.default}</legend>
          {draft.languages.map((locale) => (
            <label class="check" key={locale}>
              <input
                type="radio"
                name="default"
                checked={draft.defaultLanguage === locale}
                onChange={() => change({ defaultLanguage: locale })}
              />
              <span>{t.common.languages[locale]}</span>
            </label>
          ))}
        </fieldset>
      )}
    </>
  );
}
