import type { Locale } from '../locale.ts';
import type { RouteCondition, TicketRoute } from './ticket-route.ts';

const WORDS: Record<Locale, Record<RouteCondition['on'], (was: string) => string>> = {
  en: {
    category: (was) => `category ${was}`,
    locale: (was) => `language ${was}`,
    level: (was) => `level ${was}`,
    priority: (was) => `priority ${was}`,
    hours: (was) => (was === 'open' ? 'during opening hours' : 'outside opening hours'),
  },
  zh: {
    category: (was) => `类别 ${was}`,
    locale: (was) => `语言 ${was}`,
    level: (was) => `级别 ${was}`,
    priority: (was) => `优先级 ${was}`,
    hours: (was) => (was === 'open' ? '营业时间内' : '营业时间外'),
  },
};

/** Why a ticket goes where it goes, for people: the rule's name and what of it fitted. */
export function routeReason({ rule, because, byHand }: TicketRoute, locale: Locale): string {
  if (byHand) return locale === 'zh' ? '手动指定' : 'chosen by hand';
  if (rule === null) return locale === 'zh' ? '没有匹配的规则' : 'no rule fits';
  const fitted = because.map(({ on, was }) => WORDS[locale][on](was));
  const separator = locale === 'zh' ? '，' : ', ';
  return fitted.length === 0 ? rule : `${rule} (${fitted.join(separator)})`;
}
