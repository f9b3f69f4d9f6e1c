import type { Interaction } from '../interaction.ts';

/** What somebody has had to do with, the oldest first. */
export interface Person {
  /** Bought, and not sent back. */
  readonly bought: Set<number>;
  /** Bought and sent back: never offered again. */
  readonly returned: Set<number>;
  /** How much of a course is done, from 0 to 1. */
  readonly done: Map<number, number>;
  /** All that was met and liked, by the time of the last meeting. UTC milliseconds. */
  readonly met: Map<number, number>;
}

/** Who bought what, as it is by now: what happens counts at once, without another training. */
export class Buyers {
  readonly #people = new Map<string, Person>();
  readonly #numbers = new Map<string, number>();
  readonly #ids: string[] = [];
  readonly #buyersOf: Set<Person>[] = [];

  /** @returns the item's number; undefined where nobody has met it */
  number(item: string): number | undefined {
    return this.#numbers.get(item);
  }

  id(number: number): string {
    return this.#ids[number] ?? '';
  }

  get items(): number {
    return this.#ids.length;
  }

  person(user: string): Person | undefined {
    return this.#people.get(user);
  }

  /** How many people bought an item. */
  count(item: number): number {
    return this.#buyersOf[item]?.size ?? 0;
  }

  observe({ user, item, kind, weight, rating, at }: Interaction): void {
    const person = this.#personOf(user);
    const number = this.#numberOf(item);
    // Who rates a thing below the middle will not want more of it.
    if (rating === undefined || rating >= 3) person.met.set(number, Math.max(at, person.met.get(number) ?? -Infinity));
    if (kind === 'progress') person.done.set(number, Math.max(weight ?? 0, person.done.get(number) ?? 0));
    if (kind !== 'purchase' || person.returned.has(number)) return;
    person.bought.add(number);
    this.#buyersOf[number]!.add(person);
  }

  /** It was sent back: it speaks for nothing any more, and is not offered to this person again. */
  observeReturn(user: string, item: string): void {
    const person = this.#personOf(user);
    const number = this.#numberOf(item);
    person.returned.add(number);
    person.bought.delete(number);
    person.met.delete(number);
    this.#buyersOf[number]!.delete(person);
  }

  /** By item how many of those who bought this one bought it too. */
  boughtWith(item: number): Int32Array {
    const counts = new Int32Array(this.#ids.length);
    for (const { bought } of this.#buyersOf[item] ?? []) for (const other of bought) counts[other]!++;
    return counts;
  }

  #personOf(user: string): Person {
    let person = this.#people.get(user);
    if (person === undefined) {
      person = { bought: new Set(), returned: new Set(), done: new Map(), met: new Map() };
      this.#people.set(user, person);
    }
    return person;
  }

  #numberOf(item: string): number {
    let number = this.#numbers.get(item);
    if (number === undefined) {
      number = this.#ids.length;
      this.#numbers.set(item, number);
      this.#ids.push(item);
      this.#buyersOf.push(new Set());
    }
    return number;
  }
}
