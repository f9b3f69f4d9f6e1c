import type { ThemeMarkChange, ThemeNewsView, ThemeRaisers } from '@solodesk/protocol/owner';
import { request } from './api.ts';
import type { Texts } from './problems-api.ts';

export type { ThemeMarkChange, ThemeNewsView, ThemeRaisers } from '@solodesk/protocol/owner';

const of = (site: string) => `insights/${encodeURIComponent(site)}/themes`;

/** What the owner does with themes. */
export const themesApi = {
  mark: (site: string, theme: string, change: ThemeMarkChange) =>
    request<object>(`${of(site)}/mark`, { theme, ...change }),
  raisers: (site: string, theme: string) =>
    request<ThemeRaisers>(`${of(site)}/raised?${new URLSearchParams({ theme }).toString()}`),
  /** Marks it as fixed, and tells everyone who raised it in a moment. `news` is null where there is nobody to tell. */
  tell: (site: string, theme: string, text: Texts) =>
    request<{ news: ThemeNewsView | null }>(`${of(site)}/tell`, { theme, text }),
  untell: (site: string, theme: string, id: string) => request<object>(`${of(site)}/untell`, { theme, id }),
};
