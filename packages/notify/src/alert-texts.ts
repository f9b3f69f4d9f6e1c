import type { Alert, Locale } from '@solodesk/core';
import { oneLine } from './plain.ts';

/** An alert in words: a line for subject and title, a sentence, and what the customer said. */
export interface AlertText {
  title: string;
  lead: string;
  /** Null where there are no words of theirs. */
  words: { who: string; text: string } | null;
}

export function alertText(alert: Alert, locale: Locale): AlertText {
  const isEnglish = locale === 'en';
  switch (alert.what) {
    case 'score': {
      const { score, ticket, word } = alert;
      const name = ticket === null ? '' : `[${ticket}] `;
      return {
        title: isEnglish ? `${name}A customer gave ${score} of 10` : `${name}客户评分 ${score}（满分 10）`,
        lead: isEnglish
          ? `Somebody gave ${score} of 10 for ${ticket ?? 'a conversation'} just now. A word from you soon may still make it good.`
          : `刚有客户为${ticket === null ? '一次对话' : ` ${ticket} `}打了 ${score} 分（满分 10）。尽快联系，也许还能挽回。`,
        words: word === '' ? null : { who: `${score} / 10`, text: word },
      };
    }
    case 'feedback': {
      const { source, author, rating, text } = alert;
      const where = oneLine(source);
      const who = [author === null ? where : `${oneLine(author)} · ${where}`, rating === null ? [] : `${rating} / 10`];
      return {
        title: isEnglish ? 'Negative feedback from elsewhere' : '其他渠道有负面反馈',
        lead: isEnglish
          ? `Somebody is unhappy, and said so on ${where}. A word from you soon may still make it good.`
          : `有人在 ${where} 上表示不满。尽快回应，也许还能挽回。`,
        words: { who: who.flat().join(' · '), text },
      };
    }
    case 'themes': {
      const names = alert.themes.map(({ name }) => oneLine(name));
      const counts = alert.themes.map(({ name, size, before }) =>
        isEnglish
          ? `“${oneLine(name)}”: ${size}, before ${before}`
          : `“${oneLine(name)}”：${size} 条，之前 ${before} 条`,
      );
      return {
        title: isEnglish ? `Spoken of twice as much: ${names.join(', ')}` : `提到次数翻倍：${names.join('、')}`,
        lead: isEnglish
          ? `Messages in four weeks: ${counts.join('; ')}. Read what people say while it can still be put right.`
          : `四周内的消息：${counts.join('；')}。看看客户在说什么，及时处理。`,
        words: null,
      };
    }
    case 'complaint': {
      const { ticket, text } = alert;
      return {
        title: isEnglish ? `[${ticket}] A customer complains` : `[${ticket}] 有客户投诉`,
        lead: isEnglish ? `A customer has just complained: ${ticket}.` : `刚有客户投诉：${ticket}。`,
        words: { who: ticket, text },
      };
    }
    case 'promise':
      return {
        title: isEnglish ? 'A promised answer is overdue' : '承诺的回复已超时',
        lead: isEnglish
          ? `A customer was promised an answer by ${alert.by}, and has none yet. Better late than not at all.`
          : `曾承诺在 ${alert.by} 之前回复客户，目前仍未回复。迟到总比没有好。`,
        words: null,
      };
  }
}
