import { preferences } from '../state/preferences.ts';
import { useStore } from '../state/hooks/use-store.ts';
import type { Locale } from '../state/wire-types.ts';
import { en } from './en.ts';
import type { Texts } from './en.ts';
import { wizardTexts } from './wizard-texts.ts';
import type { WizardTexts } from './wizard-texts.ts';
import { zh } from './zh.ts';

const TEXTS: Record<Locale, Texts> = { en, zh };

/** Between a name and what it names: Chinese has a colon of its own width. */
export const COLON: Record<Locale, string> = { en: ': ', zh: '：' };

export type { Texts } from './en.ts';
export type { WizardTexts } from './wizard-texts.ts';

/** The console's words in the language that the owner chose, and that language. */
export function useTexts(): { t: Texts; w: WizardTexts; locale: Locale } {
  const { locale } = useStore(preferences);
  return { t: TEXTS[locale], w: wizardTexts[locale], locale };
}

/** What an error says to a person. */
export function errorText(t: Texts, error: { kind: keyof Texts['errors']; unreachable?: boolean }): string {
  return error.unreachable ? t.unreachable : t.errors[error.kind];
}
