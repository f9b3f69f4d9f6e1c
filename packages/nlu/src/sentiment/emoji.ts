/** Emoji that speak for a feeling, by strength; our own judgement. A skin tone or a variation selector behind one changes nothing. */
const STRENGTHS: readonly (readonly [strength: number, emoji: string])[] = [
  [3, '😍 🥰 😘 ❤ 💖 💕 💗 💯 🎉 🥳 🤩 👏 🙌 🏆 💐 😻'],
  [2, '😀 😃 😄 😁 😊 🙂 😇 😎 👍 🙏 🌹 🌟 ⭐ ✨ 💪 🤗 😋 😌 ✅ 👌 💙 💚 💛 💜 🧡 🖤 🤍 🫶 😂 🤣 🌸 🍀'],
  [1, '😉 😅 😆 😜 😛 👋 🎁 🔥 😺 🤝 ☺ 😏'],
  [-1, '😐 😑 🤔 😕 😬 🥺 😓 😶 🤷 😥 😴 ⏳ 😮 🥱'],
  [-2, '😞 😟 🙁 ☹ 😢 😔 😣 😖 😫 😩 😒 🙄 😪 💔 🤦 😰 😨 😱 👊 ❌ 🙃 🤮 🥴 😿'],
  [-3, '😠 😡 🤬 😤 😭 👎 🤢 💩 🖕 🗑 😾 👿 💀 🚮'],
];

const STRENGTH_OF: ReadonlyMap<string, number> = new Map(
  STRENGTHS.flatMap(([strength, emoji]) => emoji.split(' ').map((one) => [one, strength] as const)),
);

const EMOJI = /\p{Extended_Pictographic}/gu;
const BEYOND_LATIN = /[\u2190-\uffff]/;

/** The strength of one emoji, 0 if it says nothing. */
export function emojiStrength(emoji: string): number {
  return STRENGTH_OF.get(emoji.replace(/[\ufe0f\u200d]|[\u{1f3fb}-\u{1f3ff}]/gu, '')) ?? 0;
}

/** All emoji of a text together; one that is repeated counts a little more, not many times. */
export function emojiPull(text: string): number {
  if (!BEYOND_LATIN.test(text)) return 0;
  const counts = new Map<string, number>();
  for (const [emoji] of text.matchAll(EMOJI)) counts.set(emoji, (counts.get(emoji) ?? 0) + 1);
  let pull = 0;
  for (const [emoji, count] of counts) pull += emojiStrength(emoji) * (1 + 0.3 * Math.log(count));
  return pull;
}
