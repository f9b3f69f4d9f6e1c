import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Numbers in one of the teacher's vectors. */
export const TEACHER_SIZE = 512;
const BATCH = 64;

/**
 * What the Universal Sentence Encoder ("lite", Cer et al. 2018) makes of texts: 200 a second. Kept in the folder, so that a second run
 * goes on where the first one ended.
 * @returns a vector of length 1 for each, one behind the other
 */
export async function teach(folder, load, name, texts) {
  const fingerprint = createHash('sha256').update(texts.join('\n')).digest('hex').slice(0, 12);
  const file = join(folder, `taught-${name}-${fingerprint}.f32`);
  if (!existsSync(file)) {
    const model = await load();
    const all = new Float32Array(texts.length * TEACHER_SIZE);
    for (let from = 0; from < texts.length; from += BATCH) {
      const vectors = await model.embed(texts.slice(from, from + BATCH));
      vectors.forEach((vector, at) => all.set(vector, (from + at) * TEACHER_SIZE));
      if (from % (100 * BATCH) === 0) process.stderr.write(`${name}: ${from} of ${texts.length}\n`);
    }
    writeFileSync(file, Buffer.from(all.buffer));
  }
  const bytes = readFileSync(file);
  const vectors = new Float32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
  for (let at = 0; at < vectors.length; at += TEACHER_SIZE) lengthOne(vectors.subarray(at, at + TEACHER_SIZE));
  return vectors;
}

function lengthOne(vector) {
  const length = Math.hypot(...vector);
  for (let at = 0; at < vector.length; at += 1) vector[at] /= length;
}
