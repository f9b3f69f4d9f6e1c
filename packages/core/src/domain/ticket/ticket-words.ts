import type { Locale } from '../locale.ts';
import type { Voice } from '../voice.ts';

/** What the bot can say about a new ticket. */
export interface TicketNews {
  /** `SHOP-T17`. */
  readonly name: string;
  readonly ownerName: string;
  /** What was understood, sensitive values left out already. */
  readonly understood: readonly { readonly label: string; readonly value: string }[];
  /** What is still open, as people call it. */
  readonly missing: readonly string[];
  /** When an answer will come, in words; null where nothing is promised. */
  readonly promise: string | null;
  /** Where a confirmation goes; null when none can be sent. */
  readonly confirmedTo: string | null;
}

interface TicketTexts {
  /** The number, what was understood, what is missing, the promise. */
  made(news: TicketNews): string;
  /** What was said was put with a ticket that is there. */
  added(name: string, owner: string): string;
  /** Said to who sends a second time what was sent. */
  isHere(name: string, owner: string): string;
  /** Asked of who seems to want it no more. */
  askWithdraw(name: string, owner: string): string;
  takeBack: string;
  keep: string;
  withdrawn(name: string): string;
  kept(name: string, owner: string): string;
  /** The subject of somebody who only asked for a person. */
  wantsPerson: string;
  /** Before the words of somebody who filled in no form. */
  words: string;
}

const EN: TicketTexts = {
  made: ({ name, ownerName, understood, missing, promise, confirmedTo }) =>
    [
      `Your request has the number ${name}.`,
      understood.length > 0 && `Understood: ${understood.map(({ label, value }) => `${label}: ${value}`).join(' · ')}`,
      missing.length > 0 && `Still missing: ${missing.join(', ')}. You can send it here at any time.`,
      promise !== null && `${ownerName} answers by ${promise}.`,
      confirmedTo !== null && `A confirmation is on its way to ${confirmedTo}.`,
    ]
      .filter((line) => line !== false)
      .join('\n'),
  added: (name, owner) => `I have put that with your request ${name}. ${owner} reads it there and answers you.`,
  isHere: (name, owner) =>
    `It is sent: ${owner} has your request ${name}. Anything else that you write here is put with it.`,
  askWithdraw: (name, owner) => `${owner} has your request ${name}. Shall I take it back?`,
  takeBack: 'Take it back',
  keep: 'Leave it',
  withdrawn: (name) =>
    `All right, I have taken your request ${name} back: nobody will answer it. Write here if you need it after all.`,
  kept: (name, owner) => `All right, your request ${name} stays with ${owner}.`,
  wantsPerson: 'Wants to talk to a person',
  words: 'Message',
};

function chinese(you: Voice['address']): TicketTexts {
  return {
    made: ({ name, ownerName, understood, missing, promise, confirmedTo }) =>
      [
        `${you}的请求编号是 ${name}。`,
        understood.length > 0 && `我记下了：${understood.map(({ label, value }) => `${label}：${value}`).join('；')}`,
        missing.length > 0 && `还缺：${missing.join('、')}。${you}随时可以在这里补充。`,
        promise !== null && `${ownerName}会在${promise}之前答复${you}。`,
        confirmedTo !== null && `确认信息会发送到 ${confirmedTo}。`,
      ]
        .filter((line) => line !== false)
        .join('\n'),
    added: (name, owner) => `我已把这条消息加到${you}的请求 ${name} 里，${owner}会看到并答复${you}。`,
    isHere: (name, owner) => `已经发送了：${owner}收到了${you}的请求 ${name}。${you}还可以在这里补充。`,
    askWithdraw: (name, owner) => `${owner}已收到${you}的请求 ${name}。要撤回吗？`,
    takeBack: '撤回',
    keep: '保留',
    withdrawn: (name) => `好的，已撤回${you}的请求 ${name}，不会再处理。如果还需要，直接在这里留言即可。`,
    kept: (name, owner) => `好的，${you}的请求 ${name} 会保留，由${owner}处理。`,
    wantsPerson: '想联系人工客服',
    words: '留言',
  };
}

export function ticketTexts(voice: Voice, locale: Locale): TicketTexts {
  return locale === 'zh' ? chinese(voice.address) : EN;
}
