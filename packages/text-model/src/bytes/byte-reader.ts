import { HEADER_BYTES } from './byte-writer.ts';
import { crc32 } from './crc32.ts';
import { TextModelBytesError } from './text-model-bytes-error.ts';

/** Bytes that are checked between two pauses: some tenths of a millisecond. */
const STRETCH = 65_536;

/** Reads what `ByteWriter` wrote. Every method throws a `TextModelBytesError` rather than read past the end. */
export class ByteReader {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  #at = HEADER_BYTES;

  /** Of bytes that `ByteReader.open` has checked. */
  private constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** @throws TextModelBytesError if `bytes` are no whole, undamaged model of this kind and version */
  static open(bytes: Uint8Array, magic: string, version: number): ByteReader {
    const work = ByteReader.opening(bytes, magic, version);
    for (;;) {
      const step = work.next();
      if (step.done === true) return step.value;
    }
  }

  /** The same with pauses (`yield`), for who must not be kept busy. */
  static *opening(bytes: Uint8Array, magic: string, version: number): Generator<void, ByteReader> {
    const found = String.fromCharCode(...bytes.subarray(0, 4));
    if (bytes.length < HEADER_BYTES || found !== magic) throw new TextModelBytesError(`not a "${magic}" model`);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const written = view.getUint32(4, true);
    if (written !== version) throw new TextModelBytesError(`version ${written} instead of ${version}`);
    const length = view.getUint32(8, true);
    if (bytes.length !== HEADER_BYTES + length) {
      throw new TextModelBytesError(`${bytes.length} bytes instead of ${HEADER_BYTES + length}`);
    }
    let checksum = 0;
    for (let from = HEADER_BYTES; from < bytes.length; from += STRETCH) {
      checksum = crc32(bytes.subarray(from, from + STRETCH), checksum);
      yield;
    }
    if (checksum !== view.getUint32(12, true)) throw new TextModelBytesError('damaged');
    return new ByteReader(bytes);
  }

  uint32(): number {
    return this.#view.getUint32(this.#take(4), true);
  }

  float64(): number {
    return this.#view.getFloat64(this.#take(8), true);
  }

  text(): string {
    const length = this.uint32();
    const from = this.#take(length * 2);
    let text = '';
    for (let unit = 0; unit < length; unit += 1)
      text += String.fromCharCode(this.#view.getUint16(from + unit * 2, true));
    return text;
  }

  texts(): string[] {
    const texts: string[] = [];
    for (let left = this.uint32(); left > 0; left -= 1) texts.push(this.text());
    return texts;
  }

  uint32s(): Uint32Array {
    const length = this.uint32();
    const from = this.#take(length * 4);
    const values = new Uint32Array(length);
    for (let at = 0; at < length; at += 1) values[at] = this.#view.getUint32(from + at * 4, true);
    return values;
  }

  float32s(): Float32Array {
    const length = this.uint32();
    const from = this.#take(length * 4);
    const values = new Float32Array(length);
    for (let at = 0; at < length; at += 1) values[at] = this.#view.getFloat32(from + at * 4, true);
    return values;
  }

  int8s(): Int8Array {
    const length = this.uint32();
    const from = this.#take(length);
    return new Int8Array(this.#bytes.buffer, this.#bytes.byteOffset + from, length).slice();
  }

  /** @throws TextModelBytesError if something is left */
  end(): void {
    if (this.#at !== this.#bytes.length) throw new TextModelBytesError('more bytes than the model has parts');
  }

  #take(length: number): number {
    const from = this.#at;
    if (length > this.#bytes.length - from) throw new TextModelBytesError('cut short');
    this.#at += length;
    return from;
  }
}
