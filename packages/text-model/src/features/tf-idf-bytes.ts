import type { ByteReader } from '../bytes/byte-reader.ts';
import type { ByteWriter } from '../bytes/byte-writer.ts';
import { TextModelBytesError } from '../bytes/text-model-bytes-error.ts';
import { TfIdf } from './tf-idf.ts';

export function writeTfIdf(writer: ByteWriter, features: TfIdf): void {
  writer.uint32s(features.table.hashes).float32s(features.idf);
}

/** @throws TextModelBytesError if the parts do not fit together */
export function readTfIdf(reader: ByteReader): TfIdf {
  const hashes = reader.uint32s();
  const idf = reader.float32s();
  if (hashes.length !== idf.length) throw new TextModelBytesError('not one idf a feature');
  return new TfIdf(hashes, idf);
}
