import type { WordGroup } from './word-group.ts';

/** Words that lean to one side, but stand in plain sentences as well. */
export const WEAK_WORDS: readonly WordGroup[] = [
  [
    1.5,
    `
主动 强
`,
  ],
  [
    0.7,
    `
标准
`,
  ],
  [
    0.5,
    `
送了 正常
`,
  ],
  [
    -0.1,
    `
实际 偶尔
`,
  ],
  [
    -0.2,
    `
哪里 等 又 其实 实际上 只有 钱
`,
  ],
  [
    -0.3,
    `
楼上 凌晨 联系客服 也不 没什么 没啥 没有什么 有时 花了
`,
  ],
  [
    -0.4,
    `
隔壁 希望 建议 要是 都不 也没 也没有 仅仅 而已
`,
  ],
  [
    -0.5,
    `
半夜 就好了 催 都没 都没有 连 才 赔 黑
`,
  ],
  [
    -0.6,
    `
随便 结果 问题 还没 还没有 至今 到现在
`,
  ],
  [
    -0.7,
    `
怕 只能 就给
`,
  ],
  [
    -0.8,
    `
怎么会 退货 退款
`,
  ],
  [
    -1.5,
    `
呵呵 假
`,
  ],
];
