import type { NewsSettings } from '../state/api/notices-api.ts';
import type { Locale } from '../state/wire-types.ts';

export interface NewsTexts {
  title: string;
  text: string;
  alerts: Record<keyof NewsSettings['alerts'], string>;
  digest: string;
  digestText: string;
  none: string;
  from(hour: number): string;
  empty: string;
  report: string;
}

export const newsTexts: Record<Locale, NewsTexts> = {
  en: {
    title: 'Alerts and digest',
    text: 'By mail, and on the devices above. In quiet hours alerts wait.',
    alerts: {
      score: 'Somebody gives a score of 4 or less',
      feedback: 'Negative feedback from elsewhere, or a complaint',
      promise: 'A promised answer is overdue',
    },
    digest: 'Morning digest by mail',
    digestText: 'By the site’s clock: overdue promises, what comes first, new questions, unhappy customers.',
    none: 'None',
    from: (hour) => `At ${hour}:00`,
    empty: 'Also when there is nothing to say',
    report: 'The report of each week and month by mail, when it is over',
  },
  zh: {
    title: '提醒与早报',
    text: '通过邮件，以及上面的设备推送。免打扰时段内的提醒会延后。',
    alerts: {
      score: '有客户评分不超过 4 分',
      feedback: '其他渠道的负面反馈，或客户投诉',
      promise: '承诺的回复已超时',
    },
    digest: '邮件早报',
    digestText: '按网站时间：超时的承诺、优先事项、新问题、不满意的客户。',
    none: '不发送',
    from: (hour) => `${hour}:00`,
    empty: '没有内容时也发送',
    report: '每周和每月结束后，通过邮件接收报告',
  },
};
