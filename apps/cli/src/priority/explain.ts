import { existsSync } from 'node:fs';
import { customerStanding, moodOf, raisedFlag, recogniseComplaint, scoreOf, writtenIn } from '@solodesk/core';
import type { Contact, Locale, Mood, Order, Priority, PriorityFacts, Site } from '@solodesk/core';
import { createSentiment } from '@solodesk/nlu';
import { openSqliteStore } from '@solodesk/store-sqlite';
import { CommandError } from '../command-error.ts';
import { readSite, trainedModel } from '../faq/trained-site.ts';
import type { ReadSite } from '../faq/trained-site.ts';
import type { Places } from '../places.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { oneSite } from './one-site.ts';
import { reasonsText } from './priority-text.ts';

export interface ExplainOptions {
  site?: string;
  /** The business's own id of a contact, or their e-mail address. */
  customer?: string;
  lang?: Locale;
  /** The visitor's messages today, this one included. */
  messages: number;
  /** Hours that somebody has waited for a word. */
  waits: number;
  json?: boolean;
}

export interface Explanation extends Priority {
  site: string;
  facts: PriorityFacts;
}

const HOUR = 3_600_000;
const MOST_ORDERS = 1_000;
const silent = { debug() {}, info() {}, warn() {}, error() {} };

/** `solodesk priority explain`: prints the sum that a message would get, as far as the message and the customer tell. */
export async function explainCommand(
  places: Places,
  text: string,
  options: ExplainOptions,
  terminal: Terminal,
  now: Date,
) {
  const explanation = await explain(places, text, options, terminal, now);
  if (options.json === true) {
    terminal.print(JSON.stringify(explanation));
    return;
  }
  terminal.print(reasonsText(explanation, options.lang ?? explanation.facts.locale, terminal.paint));
}

export async function explain(
  places: Places,
  text: string,
  options: ExplainOptions,
  terminal: Terminal,
  now: Date,
): Promise<Explanation> {
  const read = await readSite(await oneSite(places, options.site));
  const { site } = read;
  const locale = options.lang ?? writtenIn(text, site.defaultLocale);
  const reading = createSentiment().read(text, locale);
  const mood: Mood = moodOf(reading, text);
  const asked = await understood(read, text, locale, terminal);
  const facts: PriorityFacts = {
    said: [text],
    ...asked,
    mood,
    messagesToday: options.messages,
    ...(await standing(places, site, options.customer)),
    complaint: recogniseComplaint({ text, intents: () => asked.intents, mood: () => mood }, site.complaints).complaint,
    danger: site.emergency !== null && raisedFlag(text, site.emergency) !== null,
    locale,
    // A customer that is named here is taken to be signed in.
    verified: options.customer !== undefined,
    waitingSince: now.getTime() - options.waits * HOUR,
  };
  return { site: site.id, ...scoreOf(facts, site.priority, now.getTime()), facts };
}

/** Training takes seconds, so the model is asked only where a rule, or what counts as a complaint, depends on it. */
async function understood(
  read: ReadSite,
  text: string,
  locale: Locale,
  terminal: Terminal,
): Promise<Pick<PriorityFacts, 'intents' | 'category'>> {
  const { site, book } = read;
  const needed = site.priority.rules.some(({ when }) => when.intent !== undefined || when.category !== undefined);
  if (!needed && site.complaints.intents.length === 0) return { intents: [], category: null };
  terminal.progress('teaching the bot …');
  const { model } = await trainedModel(read);
  terminal.progress(null);
  const [best] = model.understand(text, locale).guesses;
  if (best === undefined || best.confidence < model.thresholds.answer) return { intents: [], category: null };
  return { intents: [best.intent], category: book.faqs.get(best.intent)?.category ?? null };
}

async function standing(places: Places, site: Site, customer: string | undefined) {
  if (customer === undefined) return customerStanding(null, [], null);
  const { contact, orders } = await knownOf(places, site.id, customer);
  return customerStanding(contact, orders, site.recognise.currency);
}

/** @throws CommandError when nobody on this site has that id or address */
async function knownOf(places: Places, site: string, customer: string): Promise<{ contact: Contact; orders: Order[] }> {
  if (!existsSync(places.database)) {
    throw new CommandError(`there is no database in ${places.dataDir} yet, so no customer is known`);
  }
  const store = await openSqliteStore({ file: places.database, log: silent });
  try {
    const contact =
      (await store.findContact(site, { id: customer })) ??
      (await store.findContact(site, { email: customer.toLowerCase() }));
    if (contact === null) throw new CommandError(`"${site}" knows no customer with the id or address "${customer}"`);
    return { contact, orders: await store.ordersOfContact(site, contact.key, MOST_ORDERS) };
  } finally {
    await store.close();
  }
}
