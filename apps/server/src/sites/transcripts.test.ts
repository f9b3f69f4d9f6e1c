import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parseTranscripts, playTranscript } from '@solodesk/core/testing';
import type { Played, TestDesk, Transcript } from '@solodesk/core/testing';
import { runActions, takeOrders } from '../testing/run-actions.ts';
import { realDesks } from '../testing/real-desk.ts';
import type { RealSite } from '../testing/real-desk.ts';

const FOLDER = new URL('../../../demo/transcripts/', import.meta.url);
/** A complete return is sent after so many questions, at most, in half of the talks and more. */
const MOST_QUESTIONS = 3;

const transcripts = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.txt'))
  .sort()
  .flatMap((name) => parseTranscripts(readFileSync(new URL(name, FOLDER), 'utf8')));

/** Each site is learned once. */
const learned = new Map<string, ReturnType<typeof realDesks>>();

/** Each talk is played once, whoever looks at it. */
const played = new Map<Transcript, Promise<Played>>();

function play(transcript: Transcript): Promise<Played> {
  const before = played.get(transcript) ?? playAnew(transcript);
  played.set(transcript, before);
  return before;
}

async function playAnew(transcript: Transcript): Promise<Played> {
  const site = (transcript.settings['site'] ?? 'demo') as RealSite;
  let desks = learned.get(site);
  if (desks === undefined) learned.set(site, (desks = realDesks(site)));
  const open = await desks;
  const desk = open();
  await takeOrders(desk, transcript.settings['orders'] ?? '');
  const reopen = ({ store, clock, here, ids }: TestDesk) => Object.assign(open(store), { clock, here, ids });
  return playTranscript(transcript, desk, reopen, runActions);
}

describe('a visitor', () => {
  it.each(transcripts.map((transcript): [string, Transcript] => [transcript.name, transcript]))(
    '%s',
    async (_, transcript) => {
      const { failures, log } = await play(transcript);
      expect(failures.length === 0 ? [] : [...failures, ...log]).toEqual([]);
    },
  );

  it('has no two talks of one name, and sixty of them', () => {
    expect(new Set(transcripts.map(({ name }) => name)).size).toBe(transcripts.length);
    expect(transcripts.length).toBeGreaterThanOrEqual(60);
  });

  it(`whose first sentence says all is asked ${MOST_QUESTIONS} questions at most, as the median`, async () => {
    const complete = transcripts.filter(
      ({ settings, name }) => settings['claims'] === undefined && / at once/.test(name),
    );
    const counts = (await Promise.all(complete.map(play))).flatMap(({ questions }) => questions.slice(0, 1));
    expect(counts.length).toBe(complete.length);
    expect(counts.length).toBeGreaterThanOrEqual(3);
    const median = counts.sort((a, b) => a - b)[counts.length >> 1];
    expect(median).toBeLessThanOrEqual(MOST_QUESTIONS);
  });

  it('is asked for no detail that is not in the ticket, or left out by the visitor, in the end', async () => {
    const talks = await Promise.all(transcripts.map(play));
    expect(talks.flatMap(({ failures }) => failures.filter((failure) => failure.includes(' lacks ')))).toEqual([]);
    // As many as make it a figure: forms without a ticket do not count.
    expect(talks.reduce((sum, { details }) => sum + details, 0)).toBeGreaterThanOrEqual(60);
  });
});
