const STEPS = 127;

/** "SDEV" · u32 words · u32 size · u32 bytes of names · for each word: u8 bytes, the word as UTF-8 · then for each word f32 scale · then i8 steps */
export function encodeWordVectors(words, vectors, size) {
  const names = Buffer.concat(words.map((word) => Buffer.from([Buffer.byteLength(word), ...Buffer.from(word)])));
  const header = Buffer.alloc(16);
  header.write('SDEV', 'latin1');
  header.writeUInt32LE(words.length, 4);
  header.writeUInt32LE(size, 8);
  header.writeUInt32LE(names.length, 12);
  const scales = Buffer.alloc(words.length * 4);
  const steps = Buffer.alloc(words.length * size);
  words.forEach((_, word) => {
    const numbers = vectors.subarray(word * size, (word + 1) * size);
    const most = numbers.reduce((known, number) => Math.max(known, Math.abs(number)), 0);
    scales.writeFloatLE(most / STEPS, word * 4);
    numbers.forEach((number, at) => steps.writeInt8(Math.round((number / most) * STEPS), word * size + at));
  });
  return Buffer.concat([header, names, scales, steps]);
}
