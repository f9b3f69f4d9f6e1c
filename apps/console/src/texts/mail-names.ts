import type { Locale } from '../state/wire-types.ts';

/** What a mail to a customer said, by the beginning of the key under which it went out; `part` is what stands behind it there. */
const NAMES: Record<Locale, Readonly<Record<string, (part: string) => string>>> = {
  en: {
    ticket_received: (part) => `Ticket ${part} received`,
    ticket_solved: (part) => `Ticket ${part} solved`,
    routed_ticket: (part) => `Ticket ${part} passed on`,
    remedy: (part) => `Offer for ticket ${part}`,
    owner_answer_unseen: () => 'Your answer in the chat',
    answer_to_mail: () => 'Your answer to their mail',
    action_later: () => 'Result of what they asked for',
    satisfaction: () => 'How was it?',
    survey: () => 'Survey',
    life: (part) => `Message “${part}”`,
    appointment: () => 'Their appointment',
    appointment_reminder: () => 'Reminder of an appointment',
    known_problem_fixed: () => 'A problem is fixed',
  },
  zh: {
    ticket_received: (part) => `已收到工单 ${part}`,
    ticket_solved: (part) => `工单 ${part} 已解决`,
    routed_ticket: (part) => `工单 ${part} 已转交`,
    remedy: (part) => `工单 ${part} 的补偿方案`,
    owner_answer_unseen: () => '您在对话中的回答',
    answer_to_mail: () => '您对其来信的回答',
    action_later: () => '所办事项的结果',
    satisfaction: () => '满意度询问',
    survey: () => '问卷',
    life: (part) => `自动邮件“${part}”`,
    appointment: () => '预约信息',
    appointment_reminder: () => '预约提醒',
    known_problem_fixed: () => '问题已修复',
  },
};

/** @param about `ticket_received:17`. Null for what is not known here. */
export function mailName(about: string, locale: Locale): string | null {
  const [kind = '', part = ''] = about.split(':');
  return NAMES[locale][kind]?.(part) ?? null;
}
