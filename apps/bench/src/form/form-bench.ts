import { join } from 'node:path';
import { NOBODY, decideReply, formBook } from '@solodesk/core';
import type {
  BotReply,
  DialogueContext,
  EntityFinder,
  FaqBook,
  FormState,
  IntentModel,
  Locale,
  Site,
} from '@solodesk/core';
import type { FormBook } from '@solodesk/core';
import { loadSite } from '@solodesk/faq';
import { createEntityFinder, loadModel, trainModel } from '@solodesk/nlu';
import { judge, medians, round } from '../command/bench-result.ts';
import type { BenchResult, Figure } from '../command/bench-result.ts';
import { progress } from '../command/report.ts';
import { repositoryRoot } from '../desk/repository.ts';
import { FORM_TALKS } from './form-talks.ts';

const TARGETS = [
  { figure: 'decideP99Ms', atMost: 1 },
  { figure: 'tickets', equals: true },
];
/** Repeats of the whole, and of each talk in one; the first of them only warms up. */
const RUNS = 5;
const TALKS = 60;
/** UTC milliseconds; a Tuesday. */
const START = Date.UTC(2026, 11, 1, 9);

/** What the demo shop knows, with its real model and finder. */
interface Shop {
  site: Site;
  book: FaqBook;
  forms: FormBook;
  model: IntentModel;
  entities: EntityFinder;
}

/**
 * How long a form takes over one message, from the words to the reply: understanding, entities, step and texts. Talks of the
 * demo shop in English and Chinese, with corrections, digressions and answers that are none. Beside it: FAQ messages without a form.
 */
export async function benchForm(): Promise<BenchResult> {
  progress('form: learning the demo shop');
  const shop = await openShop();
  const repeats: Record<string, Figure>[] = [];
  const controls: Record<string, Figure>[] = [];
  for (let run = 0; run <= RUNS; run++) {
    const { inForm, besides, cpuMs, tickets, expected } = playAll(shop);
    if (run === 0) continue;
    repeats.push({
      steps: inForm.length,
      decideP50Ms: quantile(inForm, 0.5),
      decideP99Ms: quantile(inForm, 0.99),
      // Of the process itself: what a busy machine does not add to.
      cpuP99Ms: quantile(cpuMs, 0.99),
      decideMaxMs: quantile(inForm, 1),
      tickets: tickets === expected,
    });
    controls.push({ faqP50Ms: quantile(besides, 0.5), faqP99Ms: quantile(besides, 0.99) });
  }
  const figures = medians(repeats);
  return { name: 'form', figures, control: medians(controls), runs: RUNS, repeats, targets: judge(TARGETS, figures) };
}

async function openShop(): Promise<Shop> {
  const reading = await loadSite(join(repositoryRoot(), 'apps/demo/sites'), 'shop');
  if (!reading.ok) throw new Error(`the demo shop cannot be read: ${reading.problems[0]?.message ?? ''}`);
  const { site, book, forms, products } = reading;
  const model = loadModel(await trainModel(book), book.hash, { wrongAnswerBudget: site.policy.wrongAnswerBudget });
  return { site, book, forms: formBook(forms), model, entities: createEntityFinder(site.recognise, products) };
}

function playAll(shop: Shop) {
  const inForm: number[] = [];
  const besides: number[] = [];
  const cpuMs: number[] = [];
  let tickets = 0;
  let expected = 0;
  for (let n = 0; n < TALKS; n++) {
    for (const { locale, ends, messages } of FORM_TALKS) {
      let form: FormState | null = null;
      let context: DialogueContext | null = null;
      expected += ends === 'ticket' ? 1 : 0;
      for (const [index, text] of messages.entries()) {
        const cpu = process.cpuUsage();
        const before = performance.now();
        const reply: BotReply = say(shop, { text, locale, form, context, now: START + index * 20_000 });
        const ms = performance.now() - before;
        const { user, system } = process.cpuUsage(cpu);
        if (form !== null || reply.form) cpuMs.push((user + system) / 1_000);
        // The message that begins a form is a step of it, too.
        (form !== null || reply.form ? inForm : besides).push(ms);
        tickets += reply.tickets?.length ?? 0;
        if (reply.form !== undefined) form = reply.form;
        if (reply.context !== undefined) context = reply.context;
      }
    }
  }
  return { inForm, besides, cpuMs, tickets, expected };
}

interface Message {
  text: string;
  locale: Locale;
  form: FormState | null;
  context: DialogueContext | null;
  now: number;
}

function say({ site, book, forms, model, entities }: Shop, { text, locale, form, context, now }: Message): BotReply {
  const timeZone = site.timeZone;
  return decideReply({
    text,
    pressed: undefined,
    understand: (words) => model.understand(words, locale),
    thresholds: model.thresholds,
    book,
    locale,
    locales: site.locales,
    context,
    now,
    unsureStreak: 0,
    ticket: null,
    ownerName: site.ownerName,
    siteName: site.name,
    voice: site.voice,
    facts: () => NOBODY,
    languageOf: () => null,
    namedIn: () => [],
    outlook: () => ({ here: true }),
    form,
    formBook: forms,
    forms: () => ({
      timeZone,
      offered: () => [],
      verified: false,
      known: () => undefined,
      find: (words, kinds) => entities.find(words, { now, timeZone, locale, kinds }),
    }),
  });
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((first, second) => first - second);
  return round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0);
}
