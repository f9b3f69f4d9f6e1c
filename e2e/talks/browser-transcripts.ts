import { readdirSync, readFileSync } from 'node:fs';
import { parseTranscripts } from '@solodesk/core/testing/transcripts';
import type { Transcript } from '@solodesk/core/testing/transcripts';

const FOLDER = new URL('../../apps/demo/transcripts/', import.meta.url);

/** Of the written conversations that the bot's own tests play, those that say `browser: yes`. */
export const BROWSER_TRANSCRIPTS: readonly Transcript[] = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.txt'))
  .sort()
  .flatMap((name) => parseTranscripts(readFileSync(new URL(name, FOLDER), 'utf8')))
  .filter(({ settings }) => settings['browser'] === 'yes');
