/*
 * Makes src/data/chinese-sounds.ts: how the simplified characters (the 6,763 of GB 2312) sound, by the readings that pinyin-pro (MIT) knows of each.
 * Run it where that package is installed, as nobody else needs it:
 *
 *   cd "$(mktemp -d)" && npm install pinyin-pro@3.29.4 && node <here>/make.mjs "$PWD"
 */
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('say where pinyin-pro is installed: see the beginning of this file');
const { pinyin } = createRequire(join(folder, 'package.json'))('pinyin-pro');

/** Rows and columns of GB 2312 that have characters of Chinese. */
const [FIRST_ROW, LAST_ROW, FIRST_COLUMN, LAST_COLUMN] = [0xb0, 0xf7, 0xa1, 0xfe];

/** Without the tone, and without what half of China does not tell apart: zh, ch, sh from z, c, s, and ng from n. Input methods forgive both. */
const plain = (sound) => sound.replace(/^([zcs])h/, '$1').replace(/ng$/, 'n');

const decoder = new TextDecoder('gbk');
const bySound = new Map();
for (let row = FIRST_ROW; row <= LAST_ROW; row += 1) {
  for (let column = FIRST_COLUMN; column <= LAST_COLUMN; column += 1) {
    const character = decoder.decode(Uint8Array.of(row, column));
    if (!/^\p{Script=Han}$/u.test(character)) continue;
    const sounds = pinyin(character, { toneType: 'none', type: 'array', multiple: true }).map(plain);
    for (const sound of new Set(sounds)) bySound.set(sound, (bySound.get(sound) ?? '') + character);
  }
}
const rows = [...bySound].sort(([one], [other]) => (one < other ? -1 : 1));
writeFileSync(
  new URL('../../src/data/chinese-sounds.ts', import.meta.url),
  `/** Characters by their sounds, a row for each; made by \`tools/chinese-sounds/make.mjs\`, where the sources are named. */
export const SOUNDS_ALIKE: Readonly<Record<string, string>> = {
${rows.map(([sound, characters]) => `  ${sound}: '${characters}',`).join('\n')}
};
`,
);
