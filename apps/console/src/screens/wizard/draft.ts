import type { Hours, NewFaq, SiteDetail, SiteInput, Weekday } from '../../state/api/api.ts';
import { WEEKDAYS } from '../../state/api/api.ts';
import { isThisComputer } from '../../state/settings/local-snippet.ts';
import type { Locale } from '../../state/wire-types.ts';
import { suggestedFaqs } from './suggested-faqs.ts';

/** What the wizard holds until it is saved; kept in the tab, so that a reload loses nothing. */
export interface Draft {
  id: string;
  /** The owner chose the id by hand: the name does not suggest one any more. */
  idTouched: boolean;
  name: string;
  ownerName: string;
  web: string;
  languages: Locale[];
  defaultLanguage: Locale;
  timeZone: string;
  hours: Record<Weekday, Span[]>;
  /** Business hours until an answer, as typed. */
  promiseHours: string;
  accent: string;
  faqs: NewFaq[];
  /** The starter pack that a new site begins with. */
  pack: { name: string; knowsEmergencies: boolean } | null;
  /** Whom visitors in danger are told to call; asked for where the pack tells them. */
  emergencyNumber: string;
}

export interface Span {
  from: string;
  to: string;
}

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/** What is wrong with a span: one of its times is missing, or it has no length. One that ends before it begins goes on past midnight. */
export function spanProblem({ from, to }: Span): 'missing' | 'order' | null {
  if (!TIME.test(from) || !(TIME.test(to) || to === '24:00')) return 'missing';
  return from === to ? 'order' : null;
}

/** Whether a span ends on the next day. */
export const isOvernight = ({ from, to }: Span): boolean => from !== '' && to !== '' && to < from;

/** Hours that may be promised: whole ones, up to 30 days. Null for anything else. */
export function promiseHoursOf(typed: string): number | null {
  return /^[1-9]\d{0,2}$/.test(typed.trim()) && Number(typed) <= 720 ? Number(typed) : null;
}

export function newDraft(ownerName: string, locale: Locale, timeZone: string): Draft {
  const office = (): Span[] => [{ from: '09:00', to: '17:00' }];
  return {
    id: '',
    idTouched: false,
    name: '',
    ownerName,
    web: '',
    languages: locale === 'zh' ? ['zh', 'en'] : ['en'],
    defaultLanguage: locale,
    timeZone,
    hours: { mon: office(), tue: office(), wed: office(), thu: office(), fri: office(), sat: [], sun: [] },
    promiseHours: '8',
    accent: '#4338ca',
    faqs: suggestedFaqs(),
    pack: null,
    emergencyNumber: '',
  };
}

export function draftOf(site: SiteDetail): Draft {
  const spans = (day: Weekday): Span[] =>
    (site.hours[day] ?? []).map((text) => {
      const [from = '', to = ''] = text.split('-');
      return { from, to };
    });
  return {
    id: site.id,
    idTouched: true,
    name: site.name,
    ownerName: site.ownerName,
    web: site.origins.filter((origin) => origin !== '*').join(' '),
    languages: [...site.locales],
    defaultLanguage: site.defaultLocale,
    timeZone: site.timeZone,
    hours: Object.fromEntries(WEEKDAYS.map((day) => [day, spans(day)])) as Draft['hours'],
    promiseHours: String(site.promiseHours),
    accent: site.accent,
    faqs: [],
    pack: null,
    emergencyNumber: '',
  };
}

/** Latin letters that Unicode does not take apart. */
const WHOLE_LETTERS: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd' };

/** "Teal & Linen" → "teal-linen", "Anna's" → "annas"; a name without Latin letters suggests "my-site". */
export function suggestId(name: string): string {
  const latin = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ßæœøłđ]/g, (letter) => WHOLE_LETTERS[letter] ?? '')
    .replace(/(?<=[a-z0-9])['’ʼ](?=s\b)/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
    .replace(/-+$/, '');
  return latin || (name.trim() ? 'my-site' : '');
}

export const isGoodId = (id: string): boolean => /^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/.test(id);

/**
 * Whether pages there are served without TLS, as good as always: a page that is tried out on one's own computer or in
 * one's own network, where no certificate is to be had.
 */
const isAtHome = (hostname: string): boolean =>
  isThisComputer(hostname) || /^(?:10|192\.168|172\.(?:1[6-9]|2\d|3[01]))(?:\.\d+)+$|\.local$/.test(hostname);

/** A name of the web, as it is said: the same pages stand under it with and without "www", and one of them leads to the other. */
const SPOKEN_NAME = /^(?:www\.)?((?:[a-z0-9-]+\.)+[a-z][a-z0-9-]*)$/;

/**
 * The origins of what was typed as addresses, apart by blanks or commas: "shop.example" means https, with and without "www";
 * "localhost:8080" http. Null when one of them is no web address; nothing typed admits any page.
 */
export function originsOf(web: string): string[] | null {
  const parts = web.split(/[\s,]+/).filter(Boolean);
  if (parts.length === 0) return ['*'];
  const origins = parts.flatMap((part) => {
    const isWhole = /^https?:\/\//i.test(part);
    const url = isWhole ? part : `https://${part}`;
    if (!URL.canParse(url)) return null;
    const { hostname, host, origin } = new URL(url);
    if (!hostname.includes('.') && !isThisComputer(hostname)) return null;
    if (isWhole) return origin;
    if (isAtHome(hostname)) return new URL(`http://${part}`).origin;
    const name = SPOKEN_NAME.exec(host)?.[1];
    return name === undefined ? origin : [origin, host === name ? `https://www.${name}` : `https://${name}`];
  });
  return origins.includes(null) ? null : [...new Set(origins as string[])];
}

/** A question without an answer, or the other way round, in one of the languages. */
export function isHalfFaq(faq: NewFaq, languages: readonly Locale[]): boolean {
  return languages.some((locale) => !faq.question[locale]?.trim() !== !faq.answer[locale]?.trim());
}

/** What was typed as phrasings, one a line, without blank lines. */
const linesOf = (lines: readonly string[] | undefined): string[] =>
  (lines ?? []).map((line) => line.trim()).filter(Boolean);

/** What is sent: only chosen languages, only whole FAQs. */
export function toInput(draft: Draft): SiteInput {
  const only = (texts: Partial<Record<Locale, string>>) =>
    Object.fromEntries(
      draft.languages.flatMap((locale) => (texts[locale]?.trim() ? [[locale, texts[locale].trim()]] : [])),
    );
  const hours: Hours = {};
  for (const day of WEEKDAYS) hours[day] = draft.hours[day].map(({ from, to }) => `${from}-${to}`);
  return {
    id: draft.id,
    name: draft.name.trim(),
    ownerName: draft.ownerName.trim() || draft.name.trim(),
    languages: draft.languages,
    defaultLanguage: draft.languages.includes(draft.defaultLanguage) ? draft.defaultLanguage : draft.languages[0]!,
    timeZone: draft.timeZone,
    hours,
    promiseHours: promiseHoursOf(draft.promiseHours) ?? 8,
    accent: draft.accent,
    origins: originsOf(draft.web) ?? ['*'],
    faqs: draft.faqs
      .map(({ question, answer, phrasings }) => ({
        question: only(question),
        answer: only(answer),
        ...(phrasings && {
          phrasings: Object.fromEntries(draft.languages.map((each) => [each, linesOf(phrasings[each])])),
        }),
      }))
      .filter(({ question }) => Object.keys(question).length > 0),
    ...(draft.pack && { starterPack: draft.pack.name }),
    ...(draft.pack?.knowsEmergencies && { emergencyNumber: draft.emergencyNumber.trim() }),
  };
}

/**
 * What was changed since it was read or saved last: the rest may have been changed elsewhere meanwhile, and stays as it is there.
 * @param before null where that is not known
 */
export function changedInput(before: SiteInput | null, now: SiteInput): Partial<SiteInput> {
  const { id: _, faqs, starterPack: _pack, emergencyNumber: _number, ...rest } = now;
  const isChanged = (name: keyof typeof rest) => JSON.stringify(before?.[name]) !== JSON.stringify(rest[name]);
  const changed: Partial<SiteInput> = Object.fromEntries(
    Object.entries(rest).filter(([name]) => isChanged(name as keyof typeof rest)),
  );
  // The first of the languages is the usual one: neither says anything without the other.
  const { languages, defaultLanguage } = rest;
  const ofLanguages = isChanged('languages') || isChanged('defaultLanguage') ? { languages, defaultLanguage } : {};
  // FAQs are added to those in the site's files: each is sent once.
  return { ...changed, ...ofLanguages, ...(faqs.length > 0 && { faqs }) };
}
