import type { ErrorKind, Locale } from '../wire-types.ts';

export interface SiteBrief {
  id: string;
  name: string;
  ownerName: string;
  locales: Locale[];
  accent: string;
  timeZone: string;
}

export interface Session {
  account: { id: number; name: string; email: string } | null;
  /** Nobody has set the desk up yet. */
  needsSetup: boolean;
  sites: SiteBrief[];
  publicUrl: string;
}

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof WEEKDAYS)[number];
/** Opening times by weekday as `site.json` writes them: `["09:00-12:30", "13:30-17:00"]`. */
export type Hours = Partial<Record<Weekday, string[]>>;

export interface SiteDetail extends SiteBrief {
  defaultLocale: Locale;
  timeZone: string;
  hours: Hours;
  position: 'left' | 'right';
  origins: string[];
  /** Business hours until an answer, as promised while there is no history. */
  promiseHours: number;
}

export interface SiteAnswer {
  site: SiteDetail;
  faqCount: number;
  /** Where the site's files are, on the server. */
  folder?: string;
  /** What is pasted into the web site. */
  snippet: string;
  problems: { file: string; line: number; column: number; message: string }[];
  /** With it the shop's own server signs who a visitor is. */
  identitySecret?: string;
}

export interface NewFaq {
  question: Partial<Record<Locale, string>>;
  answer: Partial<Record<Locale, string>>;
  phrasings?: Partial<Record<Locale, string[]>>;
}

export interface SiteInput {
  id: string;
  name: string;
  ownerName: string;
  languages: Locale[];
  defaultLanguage: Locale;
  timeZone: string;
  hours: Hours;
  promiseHours: number;
  accent: string;
  origins: string[];
  faqs: NewFaq[];
  /** Of a new site: the starter pack that it begins with. */
  starterPack?: string;
  emergencyNumber?: string;
}

/** FAQs and forms for a trade, to begin with. */
export interface StarterPack {
  name: string;
  locales: Locale[];
  questions: Partial<Record<Locale, string>>[];
  /** It tells visitors in danger whom to call. */
  knowsEmergencies: boolean;
}

/** A request that was not granted. `kind` is `unavailable` also when the server could not be reached. */
export class ApiError extends Error {
  readonly kind: ErrorKind;
  /** No answer came at all. */
  readonly unreachable: boolean;
  constructor(kind: ErrorKind, message: string, unreachable = false) {
    super(message);
    this.name = 'ApiError';
    this.kind = kind;
    this.unreachable = unreachable;
  }
}

/** Calls the console's interface; `body` makes it a POST. @throws ApiError */
export async function request<T>(path: string, body?: object): Promise<T> {
  const post = body && {
    method: 'POST',
    // A form of another web site cannot set this header: it is the protection against forged requests.
    headers: { 'content-type': 'application/json', 'x-solodesk': '1' },
    body: JSON.stringify(body),
  };
  let response: Response;
  try {
    response = await fetch(`/console/api/${path}`, { credentials: 'same-origin', cache: 'no-store', ...post });
  } catch (cause) {
    throw new ApiError('unavailable', cause instanceof Error ? cause.message : String(cause), true);
  }
  const text = await response.text();
  const parsed = parse(text);
  if (response.ok && parsed !== undefined) return parsed as T;
  const error = (parsed as { error?: { kind?: ErrorKind; message?: string } } | undefined)?.error;
  throw new ApiError(error?.kind ?? kindOfStatus(response.status), error?.message ?? `HTTP ${response.status}`);
}

/** An answer that is not JSON comes from something between us and the server. */
function parse(text: string): unknown {
  try {
    return text === '' ? {} : JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function kindOfStatus(status: number): ErrorKind {
  if (status === 401) return 'unauthorized';
  if (status === 404) return 'not_found';
  if (status === 413) return 'too_large';
  if (status === 429) return 'rate_limited';
  return status < 500 ? 'bad_request' : 'unavailable';
}

/** Not signed in yet: a second factor is asked for. */
export interface SignInAnswer {
  signedIn: boolean;
}

const inSite = (site: string) => `sites/${encodeURIComponent(site)}`;

export const api = {
  session: () => request<Session>('session'),
  checkSetup: (token: string) => request<{ ok: boolean }>('setup/check', { token }),
  setup: (body: { token: string; name: string; email: string; password: string; device: string }) =>
    request<SignInAnswer>('setup', body),
  login: (body: { email: string; password: string; code: string | null; device: string }) =>
    request<SignInAnswer>('login', body),
  changePassword: (body: { current: string; password: string; pushHere: string | null }) =>
    request<object>('password', body),
  changeAccount: (body: { name: string; email: string; current: string }) => request<object>('account', body),
  logout: () => request<object>('logout', {}),
  site: (site: string) => request<SiteAnswer>(inSite(site)),
  starterPacks: () => request<{ packs: StarterPack[] }>('starter-packs'),
  createSite: (body: SiteInput) => request<object>('sites', body),
  updateSite: (site: string, body: Partial<SiteInput>) => request<object>(inSite(site), body),
};
