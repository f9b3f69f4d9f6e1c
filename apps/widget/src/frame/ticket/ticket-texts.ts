import type { Locale, TicketState } from '@solodesk/protocol/visitor';

export interface TicketTexts {
  /** The three steps, in order. */
  steps: readonly [string, string, string];
  /** What the state asks of the visitor, or tells besides the step; null: nothing. */
  hint: Record<TicketState, string | null>;
  reopened: string;
  withdrawn: string;
  request: string;
}

/** They come with the card: most visitors never have a request, and load none of this. */
export const TICKET_TEXTS: Record<Locale, TicketTexts> = {
  en: {
    steps: ['Received', 'Being worked on', 'Solved'],
    hint: {
      new: null,
      open: null,
      waiting: 'We are waiting for your answer.',
      solved: 'Not solved? Write here, and it is opened again.',
      closed: 'This request is closed.',
    },
    reopened: 'Opened again.',
    withdrawn: 'You took this request back.',
    request: 'Request',
  },
  zh: {
    steps: ['已收到', '处理中', '已解决'],
    hint: {
      new: null,
      open: null,
      waiting: '正在等待您的回复。',
      solved: '还没解决？在这里留言即可重新打开。',
      closed: '此请求已关闭。',
    },
    reopened: '已重新打开。',
    withdrawn: '您已撤回此请求。',
    request: '请求',
  },
};

const STEP: Record<TicketState, 0 | 1 | 2> = { new: 0, open: 1, waiting: 1, solved: 2, closed: 2 };

/** How far a request has come: 0 received, 1 being worked on, 2 solved. */
export function stepOf(state: TicketState): 0 | 1 | 2 {
  return STEP[state] ?? 0;
}
