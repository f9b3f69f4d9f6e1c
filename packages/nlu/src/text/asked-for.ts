/** Words around what is asked for in Chinese, longest first. A 请, 要 or 能 alone is left, as 请假 and 要求 have it. */
const AROUND =
  /请问一下|我想知道|想问一下|请问|想知道|想问问|想问|问一下|麻烦|怎么样才能|怎么才能|怎样才能|如何才能|怎么样|怎么办|为什么|什么时候|是不是|能不能|可不可以|会不会|有没有|怎么|怎样|如何|什么|多少|哪里|哪儿|哪个|这里|那里|这边|那边|我们|你们|您们|他们|那么|这么|东西|可以|一下|一个|这个|那个|需要|应该|如果|[我你您他她它的了吗呢吧啊呀嘛哦啦]/gu;
const RUN = /\p{Script=Han}{2,}/gu;

/**
 * What a Chinese text is about, without the words of asking around it: 请假 of 怎么请假啊.
 * @param folded a folded text
 * @returns the longest run of characters that is left, of two at least; empty where there is none
 */
export function askedFor(folded: string): string {
  const runs = folded.replace(AROUND, ' ').match(RUN) ?? [];
  return runs.reduce((longest, run) => (run.length > longest.length ? run : longest), '');
}

/** Whether a Chinese text is nothing but such words: 我们, 那么. */
export function asksNothing(folded: string): boolean {
  return folded.replace(AROUND, '').trim() === '';
}
