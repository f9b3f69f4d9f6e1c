import type { Interaction } from '../interaction.ts';
import { Buyers } from './buyers.ts';
import type { Person } from './buyers.ts';
import type { Neighbours } from './neighbours.ts';
import { TextLikeness } from './text-likeness.ts';
import type { Offer, OfferReason, Ware } from './ware.ts';

/** Of fewer buyers of the one, or of both, nothing is said: it may be chance, and it may tell who they are. */
const LEAST_BUYERS = 5;
const LEAST_TOGETHER = 3;
/** Latest things of a person that are asked for what goes with them. */
const LATEST = 10;
const HALF_LIFE_MS = 180 * 86_400_000;
/** What each source counts: the trained models, what people bought together as it is now, and what is said of the wares. */
const WEIGHTS = { model: 1, together: 1, alike: 0.4 };
/** Of each further ware of the same category so much is left. */
const SAME_CATEGORY = 0.6;

export interface OfferQuestion {
  /** Goes with this; left out: by what the person has had to do with. */
  readonly item?: string;
  readonly user?: string;
  readonly limit: number;
  /** UTC milliseconds. */
  readonly now: number;
  /** Minor units of `currency`; what has no price in it is left out. */
  readonly price?: { readonly least?: number; readonly most?: number; readonly currency: string };
  /** Also without any of these. */
  readonly without?: readonly string[];
}

interface Candidate {
  ware: Ware;
  score: number;
  reason: OfferReason;
}

/** What to offer next on one site, by what people did and by what is said of the wares. */
export class ShopRecommender {
  readonly #wares: ReadonlyMap<string, Ware>;
  readonly #likeness: TextLikeness;
  readonly #buyers = new Buyers();
  readonly #neighbours: Neighbours | null;

  /** @param neighbours what was trained; null: the counts alone speak */
  constructor(wares: readonly Ware[], neighbours: Neighbours | null) {
    this.#wares = new Map(wares.map((ware) => [ware.id, ware]));
    this.#likeness = new TextLikeness(new Map(wares.map(({ id, text }) => [id, text])));
    this.#neighbours = neighbours;
  }

  /** Counts from the next question on. */
  observe(interaction: Interaction): void {
    this.#buyers.observe(interaction);
  }

  observeReturn(user: string, item: string): void {
    this.#buyers.observeReturn(user, item);
  }

  /** The best first, each with its reason; empty where there is nothing to say that enough people stand behind. */
  offers(question: OfferQuestion): Offer[] {
    const person = question.user === undefined ? undefined : this.#buyers.person(question.user);
    const asked = question.item === undefined ? this.#latest(person, question.now) : [{ id: question.item, weight: 1 }];
    const found = new Map<string, Candidate>();
    for (const { id, weight } of asked) this.#goingWith(id, weight, found);
    if (question.item === undefined && found.size === 0) this.#popular(found);
    const fits = [...found.values()].filter(
      ({ ware }) => !asked.some(({ id }) => id === ware.id) && this.#may(ware, person, question),
    );
    return spread(fits, question.limit);
  }

  /** @returns what the person met last, which counts the less the longer ago it is */
  #latest(person: Person | undefined, now: number): { id: string; weight: number }[] {
    if (person === undefined) return [];
    return [...person.met]
      .sort(([, one], [, other]) => other - one)
      .slice(0, LATEST)
      .map(([item, at]) => ({ id: this.#buyers.id(item), weight: 2 ** (-Math.max(0, now - at) / HALF_LIFE_MS) }));
  }

  #goingWith(id: string, weight: number, found: Map<string, Candidate>): void {
    const number = this.#buyers.number(id);
    const of = number === undefined ? 0 : this.#buyers.count(number);
    const counts = number === undefined ? new Int32Array(0) : this.#buyers.boughtWith(number);
    const trained = this.#neighbours?.of.get(id);
    for (const ware of this.#wares.values()) {
      if (ware.id === id) continue;
      const other = this.#buyers.number(ware.id);
      const both = other === undefined ? 0 : (counts[other] ?? 0);
      const proven = both >= LEAST_TOGETHER && of >= LEAST_BUYERS;
      const alike = this.#likeness.between(id, ware.id);
      if (!proven && alike === 0) continue;
      const model = proven ? (trained?.get(ware.id) ?? 0) : 0;
      const score =
        weight *
        (WEIGHTS.model * model +
          (proven ? (WEIGHTS.together * both) / (of + LEAST_BUYERS) : 0) +
          WEIGHTS.alike * alike);
      const reason: OfferReason = proven ? { kind: 'together', with: id, both, of } : { kind: 'alike', with: id };
      const before = found.get(ware.id);
      if (before === undefined) found.set(ware.id, { ware, score, reason });
      else Object.assign(before, { score: before.score + score, reason: clearer(reason, before.reason) });
    }
  }

  #popular(found: Map<string, Candidate>): void {
    for (const ware of this.#wares.values()) {
      const number = this.#buyers.number(ware.id);
      const people = number === undefined ? 0 : this.#buyers.count(number);
      if (people >= LEAST_BUYERS) found.set(ware.id, { ware, score: people, reason: { kind: 'popular', people } });
    }
  }

  /** Whether it may be offered at all. */
  #may(ware: Ware, person: Person | undefined, { price, without }: OfferQuestion): boolean {
    if (ware.stock === 0 || without?.includes(ware.id) === true) return false;
    if (price !== undefined) {
      if (ware.price === null || ware.currency !== price.currency) return false;
      if (ware.price < (price.least ?? -Infinity) || ware.price > (price.most ?? Infinity)) return false;
    }
    const has = (id: string) => {
      const number = this.#buyers.number(id);
      if (number === undefined || person === undefined) return false;
      return person.bought.has(number) || (person.done.get(number) ?? 0) >= 1;
    };
    const number = this.#buyers.number(ware.id);
    if (number !== undefined && person?.returned.has(number) === true) return false;
    return !has(ware.id) && ware.prerequisites.every(has) && this.#isNextLevel(ware, person);
  }

  /** Of a category nothing below the highest level that somebody has had, and nothing that lies two above it. */
  #isNextLevel({ level, category }: Ware, person: Person | undefined): boolean {
    if (level === null || category === null || person === undefined) return true;
    let reached = 0;
    for (const item of [...person.bought, ...person.done.keys()]) {
      const had = this.#wares.get(this.#buyers.id(item));
      if (had?.category === category) reached = Math.max(reached, had.level ?? 0);
    }
    return reached === 0 || (level >= reached && level <= reached + 1);
  }
}

/** What more people stand behind. */
function clearer(one: OfferReason, other: OfferReason): OfferReason {
  const share = (reason: OfferReason) => (reason.kind === 'together' ? reason.both / reason.of : 0);
  return share(one) > share(other) ? one : other;
}

/** The best one after the other, where each further one of a category counts less. Equal ones by id. */
function spread(candidates: readonly Candidate[], limit: number): Offer[] {
  const left = [...candidates].sort((a, b) => b.score - a.score || (a.ware.id < b.ware.id ? -1 : 1));
  const shown = new Map<string, number>();
  const offers: Offer[] = [];
  while (offers.length < limit && left.length > 0) {
    const worth = ({ ware, score }: Candidate) =>
      ware.category === null ? score : score * SAME_CATEGORY ** (shown.get(ware.category) ?? 0);
    let best = 0;
    for (let at = 1; at < left.length; at++) if (worth(left[at]!) > worth(left[best]!)) best = at;
    const [{ ware, reason }] = left.splice(best, 1) as [Candidate];
    if (ware.category !== null) shown.set(ware.category, (shown.get(ware.category) ?? 0) + 1);
    offers.push({ item: ware.id, reason });
  }
  return offers;
}
