import { expect, test } from '../fixtures/test.ts';
import type { Browser } from '../fixtures/test.ts';
import type { Transcript } from '@solodesk/core/testing/transcripts';
import { BrowserTalk } from '../talks/browser-talk.ts';
import { BROWSER_TRANSCRIPTS } from '../talks/browser-transcripts.ts';
import { needsOwnDesk, TalkDesk } from '../talks/talk-desk.ts';

async function play(transcript: Transcript, desk: TalkDesk, browser: Browser): Promise<void> {
  await desk.prepare(transcript);
  const talk = new BrowserTalk(transcript, desk, browser);
  try {
    for (const line of transcript.lines) await talk.play(line);
  } finally {
    await talk.close();
  }
}

test.describe('in a real widget a visitor', () => {
  for (const transcript of BROWSER_TRANSCRIPTS) {
    if (!needsOwnDesk(transcript))
      test(transcript.name, async ({ browser, talkDesk }) => play(transcript, talkDesk, browser));
    else
      test(transcript.name, async ({ browser }) => {
        const desk = await TalkDesk.open([transcript]);
        try {
          await play(transcript, desk, browser);
        } finally {
          await desk.close();
        }
      });
  }
});

test('a dozen conversations and more are played in a browser', () => {
  expect(BROWSER_TRANSCRIPTS.length).toBeGreaterThanOrEqual(12);
});
