import { StopwordsEn } from '@nlpjs/lang-en';

const stopwords = new StopwordsEn();
/** What people say whatever it is about, beside nlp.js's list of words that carry no meaning. */
const USUAL_EN = new Set(
  'please want wants need needs help helping assist assistance know thing things something anything tell show ok okay hi hello thanks thank does did just not no yes will shall may can could would should like get got getting go going let make made really very much also one still even ever since us im ive say said see look give try trying tried'.split(
    ' ',
  ),
);
const USUAL_ZH = new Set(
  '我的 你的 您的 我们的 你们的 什么时候 的 了 吗 呢 吧 啊 呀 是 我 你 您 他 她 它 我们 你们 您们 他们 请 请问 想 要 能 会 有 没 没有 不 在 和 与 还 就 都 也 很 太 几 这 那 把 被 给 让 到 怎么 怎样 如何 什么 多少 哪里 哪个 可以 一下 一个 这个 那个 需要 应该 如果 或者 为什么 是不是 能不能 吗 个 得 着 过 说 去 来 上 下 里 对 从 跟 用 你好 您好 谢谢 麻烦 真的 非常 比较 还是 但是 因为 所以 已经 现在 就是 而且 然后 知道 觉得 感觉 亲 亲亲 这么 那么 问 问下'.split(
    ' ',
  ),
);

/** Whether a word says nothing of what a text is about. @param word folded */
export function holdsSentencesTogether(word: string): boolean {
  return USUAL_ZH.has(word) || USUAL_EN.has(word) || stopwords.isStopword(word) || /^[a-z]$/.test(word);
}
