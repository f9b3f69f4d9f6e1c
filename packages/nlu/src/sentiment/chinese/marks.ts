/** What a word does to the words around it. */
export type Mark =
  { kind: 'negates' } | { kind: 'scales'; by: number } | { kind: 'turns' } | { kind: 'concedes' } | { kind: 'asks' };

function each(words: string, mark: Mark): [string, Mark][] {
  return words
    .trim()
    .split(/\s+/)
    .map((word) => [word, mark]);
}

/** Negators, degrees, turns (但是: what follows weighs more), concessions (虽然: this weighs less) and questions. */
export const MARKS: ReadonlyMap<string, Mark> = new Map([
  ...each(
    `不 没 没有 无 未 勿 莫 非 毫无 并不 并没 并没有 并非 不是 不算 不会 不能 不够 不太 不怎么 不是很 不很 从不 从没 从未 没怎么 没那么
     没有那么 谈不上 称不上 算不上 说不上 绝不 决不 绝非 毫不 缺乏 没有一点 没一点 不再 未曾 不曾 从来没 从来没有 从来不 一点不
     一点都不 一点也不 一点都没 一点也没 一点儿都不 一点儿也不 一点儿不 一点儿都没 半点不 半点都不 丝毫不 丝毫没有 完全不 完全没 完全没有 根本不 根本没
     根本没有 压根不 压根没 并未 尚未 不要 别 不用 无需 不见得 不那么 不一定 难以 避免 防止 远离 杜绝`,
    { kind: 'negates' },
  ),
  ...each(
    `很 太 非常 十分 特别 超 超级 超极 极 极其 极为 极度 相当 真 真是 真的 真心 实在 实在是 确实 的确 尤其 格外 分外 异常 最 贼 巨 老 更 不得不说 不得不承认
     更加 越来越 完全 绝对 简直 那么 这么 如此 多么 无比 万分 挺 蛮 满 怪 颇 都 全`,
    { kind: 'scales', by: 1.25 },
  ),
  ...each(`有点 有点儿 有些 稍 稍微 稍稍 略 略微 略显 还算 比较 较 较为 还 勉强 可能 似乎 应该 大概`, {
    kind: 'scales',
    by: 0.65,
  }),
  ...each(`但 但是 可是 然而 不过 只是 却 奈何 可惜 就是 但就是 美中不足 遗憾的是 可惜的是 问题是 关键是 结果 反而`, {
    kind: 'turns',
  }),
  ...each(
    `虽然 虽 尽管 虽说 除了 除开 即使 哪怕 固然 就算 倒是 倒 本来 原本 以前 之前 原来 本以为 还以为 一开始 刚开始 开始 听说 都说 号称
     宣传 说好 如果 要是 假如`,
    { kind: 'concedes' },
  ),
  ...each(
    `吗 么 呢 怎么 如何 多少 几 什么 哪 哪里 哪个 谁 何时 是否 有没有 能不能 可不可以 会不会 是不是 要不要 请问 想问 问一下 咨询`,
    { kind: 'asks' },
  ),
]);
