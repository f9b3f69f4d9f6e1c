import type { Locale } from '../state/wire-types.ts';

/** Messages that were left out, by reason, and those that were written before. */
type Dropped = Readonly<Record<'empty' | 'gibberish' | 'bot' | 'duplicates', number>>;

export interface ThemeTexts {
  title: string;
  text(first: string, through: string, messages: number): string;
  few: string;
  /** What was left out, as words; '' for nothing. */
  dropped(dropped: Dropped): string;
  repeated: string;
  categories: string;
  categoriesText: string;
  none(n: number): string;
  messages(n: number): string;
  /** Against as many days before. */
  times(times: string): string;
  alike: string;
  fresh: string;
  mood(negative: number, neutral: number, positive: number): string;
  words: string;
  open: string;
  overTime: string;
  moodByTheme: string;
  moods: Record<'negative' | 'neutral' | 'positive', string>;
  since(day: string): string;
  silent: string;
  pinned: string;
  pin: string;
  unpin: string;
  pinnedNow: string;
  unpinned: string;
  rename: string;
  name: string;
  nameHint(found: string): string;
  renamed(name: string): string;
  unnamed: string;
  merge: string;
  mergeInto: string;
  mergeHint: string;
  choose: string;
  merged(name: string, into: string): string;
  part(name: string): string;
  unmerge: string;
  apart(name: string): string;
  fix: string;
  fixed: string;
  cameBack: string;
  /** @param since messages about it after that */
  fixedOn(day: string, since: number): string;
  fixedNow: string;
  unfix: string;
  unfixed: string;
  fixQuietly: string;
  raised(people: number, byMail: number): string;
  nobody: string;
  visitor: string;
  mail: string;
  fixedText(language: Locale): string;
  fixedHint: string;
  /** As the server says it where nothing is written. */
  fixedDefault(language: Locale, name: string): string;
  tell(people: number): string;
  willTell(people: number): string;
  toTell(time: string): string;
  told(people: number): string;
  tooLate: string;
}

const LANGUAGES: Record<Locale, string> = { en: 'English', zh: '中文' };
const fixedDefault = (language: Locale, name: string) =>
  language === 'zh' ? `问题已解决：${name}` : `It is fixed: ${name}`;

const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

export const themeTexts: Record<Locale, ThemeTexts> = {
  en: {
    title: 'What they talk about',
    text: (first, through, messages) => `${count(messages, 'message', 'messages')} from ${first} to ${through}.`,
    few: 'Too few to say: themes are looked for in 20 messages or more.',
    none: (n) => `${count(n, 'message fits', 'messages fit')} no theme.`,
    dropped({ empty, gibberish, bot, duplicates }) {
      const left = [
        ...(empty > 0 ? [`${empty} without words`] : []),
        ...(gibberish > 0 ? [`${gibberish} that ${gibberish === 1 ? 'says' : 'say'} nothing`] : []),
        ...(bot > 0 ? [`${bot} copied from the bot`] : []),
      ];
      return [
        ...(left.length > 0 ? [`Left out: ${left.join(', ')}.`] : []),
        ...(duplicates > 0 ? [`Repeats of a message: ${duplicates}; they count, but make nothing more typical.`] : []),
      ].join(' ');
    },
    repeated: 'In the same words again and again',
    categories: 'By the usual categories',
    categoriesText: 'Of what is in no theme.',
    messages: (n) => count(n, 'message', 'messages'),
    times: (times) => `${times} × the four weeks before`,
    alike: 'as in the four weeks before',
    fresh: 'new in these four weeks',
    mood: (negative, neutral, positive) => `${negative} negative, ${neutral} neutral, ${positive} positive`,
    words: 'Words',
    open: 'Open the conversation',
    overTime: 'Over time: messages in the four weeks up to each day',
    moodByTheme: 'How those feel who wrote about it (messages)',
    moods: { negative: 'negative', neutral: 'neutral', positive: 'positive' },
    since: (day) => `first seen up to ${day}`,
    silent: 'nobody spoke of it in these four weeks',
    pinned: 'pinned',
    pin: 'Pin',
    unpin: 'Unpin',
    pinnedNow: 'It stays at the top, also when nobody speaks of it.',
    unpinned: 'It is pinned no more.',
    rename: 'Rename',
    name: 'Name of the theme',
    nameHint: (found) => `Left empty it is called “${found}”, after its words.`,
    renamed: (name) => `It is called “${name}” now.`,
    unnamed: 'It is called after its words again.',
    merge: 'Merge',
    mergeInto: 'Count it as a part of',
    mergeHint: 'Also in the weeks to come. It can be taken apart again at any time.',
    choose: 'Choose a theme',
    merged: (name, into) => `“${name}” counts as a part of “${into}”.`,
    part: (name) => `“${name}” is counted here.`,
    unmerge: 'Take it apart',
    apart: (name) => `“${name}” stands by itself again.`,
    fix: 'Mark as fixed',
    fixed: 'fixed',
    cameBack: 'came back',
    fixedOn: (day, since) =>
      since === 0
        ? `Marked as fixed on ${day}; nobody wrote of it since.`
        : `Marked as fixed on ${day}, and ${count(since, 'message was', 'messages were')} about it since: it came back.`,
    fixedNow: 'It is marked as fixed. If it comes back, you see it here.',
    unfix: 'Not fixed after all',
    unfixed: 'It is not marked as fixed any more.',
    fixQuietly: 'Mark as fixed, tell nobody',
    raised: (people, byMail) =>
      `${count(people, 'person', 'people')} raised it and ${people === 1 ? 'has' : 'have'} not heard of it: each is told once, in their chat${byMail > 0 ? `, ${byMail} also by mail` : ''}.`,
    nobody:
      'Nobody is to be told: those who raised it were told before, were erased, are blocked, or said it elsewhere and never wrote here.',
    visitor: 'a visitor',
    mail: 'also by mail',
    fixedText: (language) => `What they are told (${LANGUAGES[language]})`,
    fixedHint: 'Each in the language of their chat. Left empty, they are told what stands in the field.',
    fixedDefault,
    tell: (people) => `It is fixed: tell ${count(people, 'person', 'people')}`,
    willTell: (people) => `${count(people, 'person is', 'people are')} told in a minute.`,
    toTell: (time) => `Those who raised it are told at ${time}.`,
    told: (people) => `${count(people, 'person was', 'people were')} told that it is fixed.`,
    tooLate: 'They were told already.',
  },
  zh: {
    title: '大家在说什么',
    text: (first, through, messages) => `${first} 至 ${through}，共 ${messages} 条消息。`,
    few: '数量太少，暂无法判断：至少 20 条消息才会归纳主题。',
    none: (n) => `${n} 条消息不属于任何主题。`,
    dropped({ empty, gibberish, bot, duplicates }) {
      const left = [
        ...(empty > 0 ? [`${empty} 条没有文字`] : []),
        ...(gibberish > 0 ? [`${gibberish} 条没有意义`] : []),
        ...(bot > 0 ? [`${bot} 条是机器人的原话`] : []),
      ];
      return [
        ...(left.length > 0 ? [`未计入：${left.join('，')}。`] : []),
        ...(duplicates > 0 ? [`重复内容 ${duplicates} 条：计入数量，但不影响归纳。`] : []),
      ].join('');
    },
    repeated: '反复出现的同一句话',
    categories: '按常用类别',
    categoriesText: '不属于任何主题的消息。',
    messages: (n) => `${n} 条消息`,
    times: (times) => `是前四周的 ${times} 倍`,
    alike: '与前四周持平',
    fresh: '这四周新出现',
    mood: (negative, neutral, positive) => `负面 ${negative}，中性 ${neutral}，正面 ${positive}`,
    words: '关键词',
    open: '打开对话',
    overTime: '走势：截至每天的四周内的消息数',
    moodByTheme: '提到的人感受如何（消息数）',
    moods: { negative: '负面', neutral: '中性', positive: '正面' },
    since: (day) => `最早出现于 ${day} 之前`,
    silent: '这四周没有人提到',
    pinned: '已置顶',
    pin: '置顶',
    unpin: '取消置顶',
    pinnedNow: '它会一直排在最前，即使没有人再提到。',
    unpinned: '已取消置顶。',
    rename: '改名',
    name: '主题名称',
    nameHint: (found) => `留空则按关键词称为“${found}”。`,
    renamed: (name) => `现在称为“${name}”。`,
    unnamed: '恢复按关键词命名。',
    merge: '合并',
    mergeInto: '归入主题',
    mergeHint: '以后各周也一样；随时可以再分开。',
    choose: '选择主题',
    merged: (name, into) => `“${name}”已归入“${into}”。`,
    part: (name) => `“${name}”计入此主题。`,
    unmerge: '分开',
    apart: (name) => `“${name}”已重新单列。`,
    fix: '标记为已解决',
    fixed: '已解决',
    cameBack: '再次出现',
    fixedOn: (day, since) =>
      since === 0
        ? `${day} 标记为已解决，此后没有人再提到。`
        : `${day} 标记为已解决，此后又有 ${since} 条消息提到：问题再次出现。`,
    fixedNow: '已标记为已解决。如果再次出现，会显示在这里。',
    unfix: '其实没有解决',
    unfixed: '已取消“已解决”标记。',
    fixQuietly: '标记为已解决，不通知任何人',
    raised: (people, byMail) =>
      `有 ${people} 人提到过且尚未得知：每人会在对话中收到一次通知${byMail > 0 ? `，其中 ${byMail} 人同时收到邮件` : ''}。`,
    nobody: '没有需要通知的人：提到过的人已被通知、已删除、被屏蔽，或只在别处说过、从未在这里留言。',
    visitor: '访客',
    mail: '同时发邮件',
    fixedText: (language) => `通知内容（${LANGUAGES[language]}）`,
    fixedHint: '按各自对话的语言发送。留空则发送框中显示的文字。',
    fixedDefault,
    tell: (people) => `已解决：通知 ${people} 人`,
    willTell: (people) => `一分钟后通知 ${people} 人。`,
    toTell: (time) => `将在 ${time} 通知提到过的人。`,
    told: (people) => `已通知 ${people} 人问题已解决。`,
    tooLate: '已经通知过了。',
  },
};
