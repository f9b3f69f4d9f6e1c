import type { Holiday } from '../api/holidays-api.ts';

const NEW_YEAR: Holiday = { date: '01-01', name: { en: 'New Year’s Day', zh: '元旦' } };
const LABOUR: Holiday = { date: '05-01', name: { en: 'Labour Day', zh: '劳动节' } };
const CHRISTMAS: Holiday = { date: '12-25', name: { en: 'Christmas Day', zh: '圣诞节' } };
const CHRISTMAS_BOTH: Holiday = { date: '12-25', until: '12-26', name: { en: 'Christmas', zh: '圣诞节' } };

/** Public holidays on the same date each year. Those that move (Easter, the Spring Festival) have to be added year by year. */
const BY_COUNTRY: Record<string, readonly Holiday[]> = {
  AT: [NEW_YEAR, LABOUR, { date: '10-26', name: { en: 'National Day', zh: '奥地利国庆日' } }, CHRISTMAS_BOTH],
  CH: [NEW_YEAR, { date: '08-01', name: { en: 'National Day', zh: '瑞士国庆日' } }, CHRISTMAS_BOTH],
  CN: [
    NEW_YEAR,
    { date: '05-01', until: '05-02', name: { en: 'Labour Day', zh: '劳动节' } },
    { date: '10-01', until: '10-03', name: { en: 'National Day', zh: '国庆节' } },
  ],
  DE: [NEW_YEAR, LABOUR, { date: '10-03', name: { en: 'German Unity Day', zh: '德国统一日' } }, CHRISTMAS_BOTH],
  FR: [NEW_YEAR, LABOUR, { date: '07-14', name: { en: 'Bastille Day', zh: '法国国庆日' } }, CHRISTMAS],
  GB: [NEW_YEAR, CHRISTMAS_BOTH],
  US: [
    NEW_YEAR,
    { date: '07-04', name: { en: 'Independence Day', zh: '美国独立日' } },
    { date: '11-11', name: { en: 'Veterans Day', zh: '退伍军人节' } },
    CHRISTMAS,
  ],
};
const ANYWHERE: readonly Holiday[] = [NEW_YEAR, LABOUR, CHRISTMAS];

/** What can be added by one press. @param country ISO 3166-1 alpha-2; null: not said */
export function presetsFor(country: string | null): readonly Holiday[] {
  return BY_COUNTRY[country ?? ''] ?? ANYWHERE;
}
