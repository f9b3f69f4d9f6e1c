import type { Locale } from '../state/wire-types.ts';
import type { HolidayFault } from '../state/settings/holiday-dates.ts';

export interface HolidayTexts {
  title: string;
  text: string;
  none: string;
  yearly: string;
  closed: string;
  open(hours: string): string;
  over: string;
  add: string;
  change(name: string): string;
  remove(name: string): string;
  removed(name: string): string;
  presets: string;
  presetsHint: string;
  name(language: string): string;
  first: string;
  last: string;
  lastHint: string;
  everyYear: string;
  allDay: string;
  someHours: string;
  from: string;
  to: string;
  faults: Record<HolidayFault, string>;
  twice: string;
  inWizard: string;
}

export const holidayTexts: Record<Locale, HolidayTexts> = {
  en: {
    title: 'Holidays',
    text: 'Days on which you are closed or keep other hours. Visitors are told by name, and no answer is promised for them.',
    none: 'None yet: your weekly hours hold every day.',
    yearly: 'every year',
    closed: 'closed',
    open: (hours) => `open ${hours}`,
    over: 'over',
    add: 'Add a holiday',
    change: (name) => `Change ${name}`,
    remove: (name) => `Remove ${name}`,
    removed: (name) => `Removed: ${name}`,
    presets: 'Often added',
    presetsHint: 'Holidays that move, such as Easter or the Spring Festival, are added for each year.',
    name: (language) => `Name (${language})`,
    first: 'First day',
    last: 'Last day',
    lastHint: 'Leave it empty for a single day.',
    everyYear: 'Every year',
    allDay: 'Closed all day',
    someHours: 'Open for some hours',
    from: 'From',
    to: 'To',
    faults: {
      name: 'Please give it a name.',
      first: 'Please choose the first day.',
      last: 'The last day must not be before the first, nor a year after it.',
      hours: 'Please give both times; they must differ.',
    },
    twice: 'There is a holiday on these days already.',
    inWizard: 'Days off and half days stand in Settings → Your sites → Holidays.',
  },
  zh: {
    title: '节假日',
    text: '这些日子不营业或营业时间不同。访客会看到节日名称，也不会被承诺在这些日子得到答复。',
    none: '还没有：每天按每周的营业时间。',
    yearly: '每年',
    closed: '不营业',
    open: (hours) => `营业 ${hours}`,
    over: '已过',
    add: '添加节假日',
    change: (name) => `更改 ${name}`,
    remove: (name) => `删除 ${name}`,
    removed: (name) => `已删除：${name}`,
    presets: '常用',
    presetsHint: '日期每年变动的节日（如春节、复活节）请逐年添加。',
    name: (language) => `名称（${language}）`,
    first: '第一天',
    last: '最后一天',
    lastHint: '只有一天时请留空。',
    everyYear: '每年如此',
    allDay: '全天不营业',
    someHours: '部分时间营业',
    from: '从',
    to: '到',
    faults: {
      name: '请填写名称。',
      first: '请选择第一天。',
      last: '最后一天不能早于第一天，也不能晚一年以上。',
      hours: '请填写两个不同的时间。',
    },
    twice: '这些日子已有节假日。',
    inWizard: '休息日和半天营业在“设置 → 您的站点 → 节假日”中填写。',
  },
};
