import { crc32 } from './crc32.ts';

/** Bytes before the body: magic (4), version (4), length of the body (4), CRC-32 of the body (4). All numbers are little-endian. */
export const HEADER_BYTES = 16;

/** Writes a model part by part; `ByteReader` must read the same parts in the same order. */
export class ByteWriter {
  readonly #magic: string;
  readonly #version: number;
  #bytes = new Uint8Array(1024);
  #view = new DataView(this.#bytes.buffer);
  #at = HEADER_BYTES;

  /** @param magic four ASCII letters that say what kind of model it is; `version` that of its layout */
  constructor(magic: string, version: number) {
    if (!/^[\x21-\x7e]{4}$/.test(magic)) throw new RangeError('a magic is four ASCII letters');
    this.#magic = magic;
    this.#version = version;
  }

  uint32(value: number): this {
    this.#reserve(4);
    this.#view.setUint32(this.#at, value, true);
    this.#at += 4;
    return this;
  }

  float64(value: number): this {
    this.#reserve(8);
    this.#view.setFloat64(this.#at, value, true);
    this.#at += 8;
    return this;
  }

  /** Any UTF-16 text, lone surrogates included. */
  text(value: string): this {
    this.uint32(value.length);
    this.#reserve(value.length * 2);
    for (let unit = 0; unit < value.length; unit += 1) {
      this.#view.setUint16(this.#at, value.charCodeAt(unit), true);
      this.#at += 2;
    }
    return this;
  }

  texts(values: readonly string[]): this {
    this.uint32(values.length);
    for (const value of values) this.text(value);
    return this;
  }

  uint32s(values: Uint32Array): this {
    this.uint32(values.length);
    this.#reserve(values.length * 4);
    for (const value of values) {
      this.#view.setUint32(this.#at, value, true);
      this.#at += 4;
    }
    return this;
  }

  float32s(values: Float32Array): this {
    this.uint32(values.length);
    this.#reserve(values.length * 4);
    for (const value of values) {
      this.#view.setFloat32(this.#at, value, true);
      this.#at += 4;
    }
    return this;
  }

  int8s(values: Int8Array): this {
    this.uint32(values.length);
    this.#reserve(values.length);
    this.#bytes.set(new Uint8Array(values.buffer, values.byteOffset, values.length), this.#at);
    this.#at += values.length;
    return this;
  }

  finish(): Uint8Array {
    const bytes = this.#bytes.slice(0, this.#at);
    const view = new DataView(bytes.buffer);
    for (let at = 0; at < 4; at += 1) bytes[at] = this.#magic.charCodeAt(at);
    view.setUint32(4, this.#version, true);
    view.setUint32(8, this.#at - HEADER_BYTES, true);
    view.setUint32(12, crc32(bytes.subarray(HEADER_BYTES)), true);
    return bytes;
  }

  #reserve(more: number): void {
    if (this.#at + more <= this.#bytes.length) return;
    const grown = new Uint8Array(Math.max(this.#bytes.length * 2, this.#at + more));
    grown.set(this.#bytes);
    this.#bytes = grown;
    this.#view = new DataView(grown.buffer);
  }
}
