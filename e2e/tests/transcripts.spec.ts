import { readdirSync, readFileSync } from 'node:fs';
import { parseTranscripts } from '@solodesk/core/testing/transcripts';
import { expect, test } from '../fixtures/test.ts';
import { BrowserTalk } from '../talks/browser-talk.ts';
import { TalkDesk } from '../talks/talk-desk.ts';

const FOLDER = new URL('../../apps/demo/transcripts/', import.meta.url);

/** Of the written conversations that the bot's own tests play, those that say `browser: yes`. */
const transcripts = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.txt'))
  .sort()
  .flatMap((name) => parseTranscripts(readFileSync(new URL(name, FOLDER), 'utf8')))
  .filter(({ settings }) => settings['browser'] === 'yes');

test.describe('in a real widget a visitor', () => {
  for (const transcript of transcripts) {
    test(transcript.name, async ({ browser }) => {
      const desk = await TalkDesk.open(transcript);
      const talk = new BrowserTalk(transcript, desk, browser);
      try {
        for (const line of transcript.lines) await talk.play(line);
      } finally {
        await talk.close();
        await desk.close();
      }
    });
  }
});

test('a dozen conversations and more are played in a browser', () => {
  expect(transcripts.length).toBeGreaterThanOrEqual(12);
});
