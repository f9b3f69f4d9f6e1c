/** What of the Web Speech API is used here (W3C draft; Chromium calls it `webkitSpeechRecognition`). */
export interface Recogniser {
  lang: string;
  interimResults: boolean;
  onresult: ((event: { results: ArrayLike<ArrayLike<{ transcript: string }>> }) => void) | null;
  onerror: ((event: { error: string }) => void) | null;
  onend: (() => void) | null;
  start(): void;
  abort(): void;
}

type RecogniserClass = new () => Recogniser;

/** Where the browser offers it: its recogniser. Null elsewhere, and then nothing is offered. */
export function recogniserOf(scope: object): RecogniserClass | null {
  const { SpeechRecognition, webkitSpeechRecognition } = scope as Record<string, RecogniserClass | undefined>;
  return SpeechRecognition ?? webkitSpeechRecognition ?? null;
}

/** Everything that was heard so far, in one line. */
export function wordsOf(results: ArrayLike<ArrayLike<{ transcript: string }>>): string {
  return Array.from(results, (alternatives) => alternatives[0]?.transcript ?? '')
    .join('')
    .trim();
}
