import type { ChatStorage } from '@solodesk/client';
import { between, pick, seededRandom } from '../desk/seeded-random.ts';
import type { Random } from '../desk/seeded-random.ts';
import { sentenceSource } from '../reply/sentences.ts';
import type { Phrasing } from '../reply/sentences.ts';
import type { ViewerHistory } from './history.ts';
import { openTab } from './tab.ts';
import type { Tab, TabOptions } from './tab.ts';

export interface FleetOptions {
  url: string;
  sites: readonly string[];
  clients: number;
  phrasings: readonly Phrasing[];
  random: Random;
}

/** All visitors of one run. */
export interface Fleet {
  /** Those that are still there. */
  tabs(): readonly Tab[];
  /** Now and then a tab sleeps or is reloaded, until told to be quiet. */
  disturb(): void;
  quiet(): void;
  leave(): void;
  histories(): ViewerHistory[];
}

/** Of five clients one is the second tab of the visitor before. */
const SECOND_TAB_EVERY = 5;

export function openFleet({ url, sites, clients, phrasings, random }: FleetOptions): Fleet {
  const nextSentence = sentenceSource(phrasings, random);
  const open: { tab: Tab; options: TabOptions }[] = [];
  const gone: Tab[] = [];
  let reloads = 0;
  let disturbance: NodeJS.Timeout | undefined;

  let storage = memoryStorage();
  let site = '';
  for (let made = 0; made < clients; made++) {
    if (made % SECOND_TAB_EVERY !== SECOND_TAB_EVERY - 1) {
      storage = memoryStorage();
      site = pick(random, sites);
    }
    const options: TabOptions = {
      name: `tab-${made}`,
      url,
      site,
      storage,
      random: seededRandom(between(random, 0, 2 ** 31)),
      nextText: () => nextSentence().text,
    };
    open.push({ tab: openTab(options), options });
  }
  for (const { tab } of open) tab.talk();

  const reload = (place: { tab: Tab; options: TabOptions }) => {
    place.tab.leave();
    gone.push(place.tab);
    place.options = { ...place.options, name: `${place.options.name}~${++reloads}` };
    place.tab = openTab(place.options);
    place.tab.talk();
  };

  return {
    tabs: () => open.map(({ tab }) => tab),
    disturb() {
      const place = pick(random, open);
      if (random() < 0.5) reload(place);
      else place.tab.sleep(between(random, 200, 2500));
      disturbance = setTimeout(() => this.disturb(), between(random, 40, 160));
    },
    quiet() {
      clearTimeout(disturbance);
      for (const { tab } of open) tab.quiet();
    },
    leave() {
      for (const { tab } of open) tab.leave();
    },
    histories: () => [...gone, ...open.map(({ tab }) => tab)].map((tab) => tab.history()),
  };
}

/** A browser's storage, as the client sees it. */
function memoryStorage(): ChatStorage {
  const kept = new Map<string, string>();
  return {
    get: (key) => kept.get(key) ?? null,
    set: (key, value) => kept.set(key, value).has(key),
    remove: (key) => kept.delete(key),
  };
}
