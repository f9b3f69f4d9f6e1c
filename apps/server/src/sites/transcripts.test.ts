import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import type { SiteKnowledge, Store } from '@solodesk/core';
import { createMemoryStore, createTestDesk, parseTranscripts, playTranscript } from '@solodesk/core/testing';
import type { Played, TestDesk, Transcript } from '@solodesk/core/testing';
import { loadSite } from '@solodesk/faq';
import { createEntityFinder, createLanguageGuesser, loadModel, trainModel } from '@solodesk/nlu';

const DEMO = fileURLToPath(new URL('../../../demo/sites', import.meta.url));
const PACKS = fileURLToPath(new URL('../../../cli/templates', import.meta.url));
const FOLDER = new URL('../../../demo/transcripts/', import.meta.url);
/** A complete return is sent after so many questions, at most, in half of the talks and more. */
const MOST_QUESTIONS = 3;

const transcripts = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.txt'))
  .sort()
  .flatMap((name) => parseTranscripts(readFileSync(new URL(name, FOLDER), 'utf8')));

/** The real model, finder and forms of a site, learned once. */
const known = new Map<string, Promise<Known>>();
type Known = Pick<TestDesk, 'site'> & { knowledge: SiteKnowledge };

function knowledgeOf(name: string): Promise<Known> {
  let learned = known.get(name);
  if (learned === undefined) known.set(name, (learned = learn(name)));
  return learned;
}

async function learn(name: string): Promise<Known> {
  const reading = name === 'demo' ? await loadSite(DEMO, 'shop') : await loadSite(PACKS, name);
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  const { site, book, forms, products } = reading;
  const model = loadModel(await trainModel(book), book.hash, { wrongAnswerBudget: site.policy.wrongAnswerBudget });
  const empty = createTestDesk().knowledge.of('shop') as SiteKnowledge;
  const entities = createEntityFinder(site.recognise, products);
  const articles = { find: () => null, link: () => null };
  return { site, knowledge: { ...empty, articles, catalogue: null, book, forms, model, entities } as SiteKnowledge };
}

function deskOf({ site, knowledge }: Known, store: Store = createMemoryStore()): TestDesk {
  const desk = createTestDesk(store);
  const languages = createLanguageGuesser();
  return Object.assign(desk, {
    site,
    languages,
    sites: { get: (id: string) => (id === site.id ? site : null), list: () => [site] },
    knowledge: { of: (id: string) => (id === site.id ? knowledge : null) },
  });
}

async function play(transcript: Transcript): Promise<Played> {
  const learned = await knowledgeOf(transcript.settings['site'] ?? 'demo');
  return playTranscript(transcript, deskOf(learned), (before) =>
    Object.assign(deskOf(learned, before.store), { clock: before.clock, here: before.here }),
  );
}

describe('a visitor', () => {
  it.each(transcripts.map((transcript): [string, Transcript] => [transcript.name, transcript]))(
    '%s',
    async (_, transcript) => {
      const { failures, log } = await play(transcript);
      expect(failures.length === 0 ? [] : [...failures, ...log]).toEqual([]);
    },
    60_000,
  );

  it(`whose first sentence says all is asked ${MOST_QUESTIONS} questions at most, as the median`, async () => {
    const complete = transcripts.filter(
      ({ settings, name }) => settings['claims'] === undefined && / at once/.test(name),
    );
    const counts = (await Promise.all(complete.map(play))).flatMap(({ questions }) => questions.slice(0, 1));
    expect(counts.length).toBeGreaterThanOrEqual(3);
    const median = counts.sort((a, b) => a - b)[counts.length >> 1];
    expect(median).toBeLessThanOrEqual(MOST_QUESTIONS);
  }, 60_000);
});
