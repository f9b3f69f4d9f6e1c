import { showToast } from '../../parts/controls/toasts.tsx';
import { errorText } from '../../texts/index.ts';
import type { Texts } from '../../texts/index.ts';
import { asApiError } from '../session.ts';
import { themesApi } from '../api/themes-api.ts';
import type { ThemeMarkChange } from '../api/themes-api.ts';

export interface ThemeChanging {
  readonly site: string;
  readonly t: Texts;
  /** Shows what is stored now. */
  readonly reload: () => void;
}

/** Changes a theme at once, with a way back: what is said of it, and what takes that back. */
export async function changeTheme(
  { site, t, reload }: ThemeChanging,
  theme: string,
  change: ThemeMarkChange,
  { said, inverse }: { said: string; inverse: ThemeMarkChange | null },
): Promise<void> {
  const send = async (what: ThemeMarkChange, words: string, back: ThemeMarkChange | null) => {
    try {
      await themesApi.mark(site, theme, what);
      const action = back && { label: t.common.undo, run: () => void send(back, t.notices.undone, null) };
      showToast(words, { ...(action && { action }) });
      reload();
    } catch (cause) {
      showToast(errorText(t, asApiError(cause)));
    }
  };
  await send(change, said, inverse);
}

/** Takes back that people are told of a fixed theme; too late, it says so. */
export async function takeNewsBack(
  { site, t, reload }: ThemeChanging,
  { theme, news, tooLate }: { theme: string; news: string; tooLate: string },
): Promise<void> {
  try {
    await themesApi.untell(site, theme, news);
    showToast(t.notices.undone);
  } catch (cause) {
    const failure = asApiError(cause);
    showToast(failure.kind === 'conflict' ? tooLate : errorText(t, failure));
  }
  reload();
}
