/** Tells languages that the bot does not speak. Asked only when nothing was understood. */
export interface LanguageGuesser {
  /** ISO 639-1 code (`fr`), or null when the text is too short to tell. */
  guess(text: string): string | null;
}
