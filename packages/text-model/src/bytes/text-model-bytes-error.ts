/** The bytes are not what they should be: of another kind, another version, cut short, or damaged. */
export class TextModelBytesError extends Error {
  override readonly name = 'TextModelBytesError';
}
