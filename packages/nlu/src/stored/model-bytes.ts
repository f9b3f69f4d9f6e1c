import type { Locale } from '@solodesk/core';
import { LOCALES } from '@solodesk/core';
import { ByteReader, ByteWriter, TextModelBytesError } from '@solodesk/text-model';
import { ModelBytesError } from '../errors.ts';
import { atOnce } from '../in-slices.ts';
import type { LanguageData } from '../model/language-data.ts';
import { FORMAT, RECIPE } from './recipe.ts';

/** Everything that a model is. */
export interface ModelData {
  readonly bookHash: string;
  readonly intents: readonly string[];
  readonly languages: Readonly<Record<Locale, LanguageData>>;
}

const MAGIC = 'SDNL';

/** The whole model as bytes; the same data always give the same bytes. */
export function encodeModel({ bookHash, intents, languages }: ModelData): Uint8Array {
  const writer = new ByteWriter(MAGIC, FORMAT).text(RECIPE).text(bookHash).texts(intents);
  for (const locale of LOCALES) writeLanguage(writer, languages[locale]);
  return writer.finish();
}

function writeLanguage(writer: ByteWriter, data: LanguageData): void {
  const { sharpness, curve } = data.gate;
  writer.uint32(data.classes).uint32s(data.intents);
  writer.uint32s(data.wordHashes).float32s(data.wordValues).uint32s(data.gramHashes).float32s(data.gramValues);
  writer.texts(data.forms).uint32s(data.formColumns).texts(data.stems).uint32s(data.stemForms);
  writer.float32s(data.bias).float32s(data.scales).int8s(data.steps);
  writer.float64(sharpness).float64(curve.offset).float32s(Float32Array.from(curve.slopes));
  writer.uint32s(data.sequences).uint32s(data.sequenceClasses);
  writer.float32s(data.heldOut.confidences).int8s(data.heldOut.flags);
}

/** @throws ModelBytesError if `bytes` are not a whole, undamaged model of this version */
export function decodeModel(bytes: Uint8Array): ModelData {
  return atOnce(decodingModel(bytes));
}

/** The same with pauses (`yield`), for who must not be kept busy: see `inSlices`. */
export function* decodingModel(bytes: Uint8Array): Generator<void, ModelData> {
  try {
    const reader = yield* ByteReader.opening(bytes, MAGIC, FORMAT);
    if (reader.text() !== RECIPE) throw new ModelBytesError('trained with other built-in sentences');
    const bookHash = reader.text();
    const intents = reader.texts();
    const en = yield* readLanguage(reader);
    const languages = { en, zh: yield* readLanguage(reader) };
    reader.end();
    return { bookHash, intents, languages };
  } catch (error) {
    if (error instanceof TextModelBytesError) throw new ModelBytesError(error.message, { cause: error });
    throw error;
  }
}

/** The checksum vouches for how the parts fit together: only `encodeModel` of this format wrote them. */
function* readLanguage(reader: ByteReader): Generator<void, LanguageData> {
  const features = {
    classes: reader.uint32(),
    intents: reader.uint32s(),
    wordHashes: reader.uint32s(),
    wordValues: reader.float32s(),
    gramHashes: reader.uint32s(),
    gramValues: reader.float32s(),
  };
  yield;
  const forms = { forms: reader.texts(), formColumns: reader.uint32s() };
  yield;
  const stems = { stems: reader.texts(), stemForms: reader.uint32s() };
  yield;
  return {
    ...features,
    ...forms,
    ...stems,
    bias: reader.float32s(),
    scales: reader.float32s(),
    steps: reader.int8s(),
    gate: {
      sharpness: reader.float64(),
      curve: { offset: reader.float64(), slopes: Array.from(reader.float32s()) },
    },
    sequences: reader.uint32s(),
    sequenceClasses: reader.uint32s(),
    heldOut: { confidences: reader.float32s(), flags: reader.int8s() },
  };
}
