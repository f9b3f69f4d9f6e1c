import type {
  FaqBook,
  IntentModel,
  IntentTrainer,
  KnowledgeBase,
  Log,
  Product,
  ProductStore,
  Site,
  SiteKnowledge,
  Sites,
} from '@solodesk/core';
import { createArticleLoader, createSiteLoader, KeptSites, listSiteIds, watchSites, withLastGood } from '@solodesk/faq';
import type { FileProblem, SiteFiles, SiteReading, SitesWatch } from '@solodesk/faq';
import { inSlices } from '@solodesk/nlu';
import type { Pace } from '@solodesk/nlu';
import { createArticleGuide } from '../help/article-guide.ts';
import type { HelpReading, HelpReadings } from '../help/help-reading.ts';
import { readHelp } from '../help/read-help.ts';
import { LearnAgain } from './learn-again.ts';
import { learningProblem } from './learning-problem.ts';
import { ProductRefresh } from './product-refresh.ts';
import { SiteFinders } from './site-finders.ts';
import { SiteProducts } from './site-products.ts';
import { SiteReadings } from './site-readings.ts';
import type { Reading, ReadingParts } from './site-readings.ts';

type WellRead = Extract<SiteReading, { ok: true }>;

/** What is served of a site, beside what its bot learns. */
interface Found {
  readonly loaded: WellRead;
  readonly help: HelpReading;
  /** Of the files that were refused: what was good last stands in their place. */
  readonly problems: FileProblem[];
  /** To be kept for the next start; null where they were. */
  readonly files: SiteFiles | null;
}

export interface SiteRegistryOptions {
  sitesDir: string;
  /** Where each site's files are kept as they were last served; null: nowhere. */
  keptDir: string | null;
  trainer: IntentTrainer;
  /** Products that were imported, or sent by a shop. */
  store: Pick<ProductStore, 'products' | 'productsVersion'>;
  log: Log;
  /** Where browsers reach the server; known once it listens. */
  publicUrl(): string;
  /** The problems of a site's files changed; empty: all is well again. */
  onProblems(site: string, problems: FileProblem[]): void;
  /** A site is served for the first time since the start, or again after it was gone. */
  onArrival(site: string): Promise<void>;
  /** How long after the first time that a bot could not learn it is tried again; a minute by default. */
  learnAgainMs?: number;
}

/**
 * The sites as their files last read well. A reading replaces what is served only as a whole: a bad file leaves the last good
 * version serving. Settings and forms wait for no model: FAQs that are still being learned leave the ones before, with their model
 * and the manuals that lead to them.
 */
export class SiteRegistry implements Sites, KnowledgeBase, HelpReadings {
  readonly #options: SiteRegistryOptions;
  readonly #sites = new Map<string, Site>();
  readonly #knowledge = new Map<string, SiteKnowledge>();
  readonly #loadSite: ReturnType<typeof createSiteLoader>;
  readonly #loadArticles: ReturnType<typeof createArticleLoader>;
  readonly #help = new Map<string, HelpReading>();
  readonly #kept: KeptSites | null;
  readonly #refresh: ProductRefresh;
  readonly #learnAgain: LearnAgain;
  readonly #finders: SiteFinders;
  readonly #problems = new Map<string, FileProblem[]>();
  readonly #readings: SiteReadings;
  #watch: SitesWatch | null = null;

  constructor(options: SiteRegistryOptions) {
    this.#options = options;
    this.#readings = new SiteReadings(options.log);
    this.#finders = new SiteFinders(new SiteProducts(options.store, options.log));
    this.#learnAgain = new LearnAgain((site) => void this.reload(site), options.learnAgainMs);
    this.#refresh = new ProductRefresh((site) => this.refreshProducts(site), options.log);
    this.#loadSite = createSiteLoader(options.sitesDir, (work) => inSlices(work, this.#pace()));
    this.#kept = options.keptDir === null ? null : new KeptSites(options.keptDir);
    this.#loadArticles = createArticleLoader(options.sitesDir);
  }

  get(siteId: string): Site | null {
    return this.#sites.get(siteId) ?? null;
  }

  list(): readonly Site[] {
    return [...this.#sites.values()];
  }

  of(siteId: string): SiteKnowledge | null {
    return this.#knowledge.get(siteId) ?? null;
  }

  help(siteId: string): HelpReading | null {
    const reading = this.#help.get(siteId);
    return reading?.site.helpCentre ? reading : null;
  }

  problems(siteId: string): FileProblem[] {
    return this.#problems.get(siteId) ?? [];
  }

  /** Reads all sites; resolves when each is served or refused, and, with known models, when the bots know everything. */
  async start(): Promise<void> {
    const { sitesDir, log } = this.#options;
    this.#watch = watchSites({ sitesDir, log, onChange: (site) => this.reload(site) });
    await this.#watch.ready;
    await Promise.all((await listSiteIds(sitesDir)).map((site) => this.reload(site)));
  }

  async stop(): Promise<void> {
    this.#refresh.stop();
    this.#learnAgain.stop();
    await this.#watch?.close();
  }

  /**
   * Reads a site's files again. Resolves when they are served, or refused: a reading that a newer one overtakes (the
   * watcher's, of the file just written) ends with that one, and not before it.
   */
  reload(siteId: string, part: keyof ReadingParts = 'everything'): Promise<void> {
    return this.#readings.run(siteId, part, (reading) => this.#read(siteId, reading));
  }

  /** Products of a site were written: its bot knows them in a moment. */
  productsChanged(siteId: string): void {
    this.#refresh.soon(siteId);
  }

  /**
   * Takes over what changed in the store's products, of all sites unless told which. Cheap when nothing did. Chats go on
   * meanwhile, with what was known before.
   */
  async refreshProducts(siteId?: string): Promise<void> {
    for (const site of siteId === undefined ? [...this.#knowledge.keys()] : [siteId]) {
      const filed = this.#finders.of(site)?.filed;
      const known = this.#sites.get(site);
      if (filed !== undefined && known !== undefined) await this.#finders.make(known, filed);
      const [knowledge, finders] = [this.#knowledge.get(site), this.#finders.of(site)];
      if (knowledge === undefined || finders === null || knowledge.entities === finders.finder) continue;
      this.#knowledge.set(site, { ...knowledge, entities: finders.finder, catalogue: finders.catalogue });
    }
  }

  /** What a site sells, as its bot knows it; the same array until that changes. */
  products(siteId: string): readonly Product[] {
    return this.#finders.of(siteId)?.products ?? [];
  }

  async #read(siteId: string, { isNewest, onSettings }: Reading): Promise<void> {
    const found = await this.#find(siteId, isNewest);
    if (found === null) return;
    const { loaded, help, files } = found;
    const { site, book } = loaded;
    if (!this.#sites.has(siteId)) await this.#options.onArrival(siteId);
    if (!isNewest()) return;
    const known = this.#knowledge.get(siteId)?.model;
    if (known === undefined) {
      // The widget and the help centre can be served before the bot has learned; until then it does not know.
      this.#sites.set(siteId, site);
      this.#help.set(siteId, help);
    } else if (known.bookHash === book.hash) {
      await this.#serve(found, known, isNewest);
    } else {
      await this.#serveSettings(loaded, isNewest);
    }
    onSettings();
    const model = await this.#learn(site, book, isNewest);
    if (model === null || !isNewest()) return;
    await this.#serve(found, model, isNewest);
    if (!isNewest()) return;
    this.#setProblems(siteId, found.problems);
    if (files !== null) await this.#keep(siteId, files);
    this.#options.log.info({ site: siteId, faqs: book.faqs.size }, 'a site is served');
  }

  /** What there is to serve of a site; what is bad is told. Null: nothing that is not served already, or a newer reading has begun. */
  async #find(siteId: string, isNewest: () => boolean): Promise<Found | null> {
    const read = await this.#loadSite(siteId);
    if (!isNewest()) return null;
    if (!read.ok) {
      if (!(await listSiteIds(this.#options.sitesDir)).includes(siteId)) {
        await this.#forget(siteId);
        return null;
      }
      this.#logRefused(siteId, read.problems);
      this.#setProblems(siteId, read.problems);
    }
    // A server that starts goes on with what the last one served; one that runs has it already.
    const loaded = read.ok ? read : this.#sites.has(siteId) ? null : await this.#kept?.read(siteId);
    if (!loaded || !isNewest()) return null;
    const articles = await this.#loadArticles(siteId, loaded.book);
    if (!isNewest()) return null;
    this.#logRefused(siteId, articles.problems);
    const before = this.#help.get(siteId) ?? null;
    const goodArticles = withLastGood(articles, before?.articles ?? null);
    const help = await readHelp(loaded.site, loaded.book, goodArticles, before, this.#pace());
    if (!isNewest()) return null;
    const problems = [...(read.ok ? [] : read.problems), ...articles.problems];
    return { loaded, help, problems, files: read.ok ? read.files : null };
  }

  /** Replaces what is served as a whole. */
  async #serve({ loaded, help }: Found, model: IntentModel, isNewest: () => boolean): Promise<void> {
    const { site, book, forms, products } = loaded;
    const { finder: entities, catalogue } = await this.#finders.make(site, products, this.#pace());
    if (!isNewest()) return;
    this.#sites.set(site.id, site);
    this.#help.set(site.id, help);
    const articles = createArticleGuide(site.id, help.articles, help.articleSearch, () => this.#options.publicUrl());
    this.#knowledge.set(site.id, { book, forms, model, search: help.faqSearch, entities, catalogue, articles });
  }

  /** All that needs no learning, beside the FAQs that are known. */
  async #serveSettings({ site, forms, products }: WellRead, isNewest: () => boolean): Promise<void> {
    const { finder: entities, catalogue } = await this.#finders.make(site, products, this.#pace());
    const [knowledge, help] = [this.#knowledge.get(site.id), this.#help.get(site.id)];
    if (!isNewest() || knowledge === undefined || help === undefined) return;
    this.#sites.set(site.id, site);
    this.#help.set(site.id, { ...help, site });
    this.#knowledge.set(site.id, { ...knowledge, forms, entities, catalogue });
  }

  /** What is served is served, whether it can be kept for the next start or not. */
  async #keep(siteId: string, files: SiteFiles): Promise<void> {
    try {
      await this.#kept?.keep(siteId, files);
    } catch (cause) {
      this.#options.log.error({ err: cause, site: siteId }, "a site's files could not be kept for the next start");
    }
  }

  /** Null when it could not be learned: that is told, and the last good version goes on serving. */
  async #learn({ id: siteId, policy }: Site, book: FaqBook, isNewest: () => boolean): Promise<IntentModel | null> {
    try {
      const model = await this.#options.trainer.train(book, policy.wrongAnswerBudget);
      this.#learnAgain.settled(siteId);
      return model;
    } catch (cause) {
      if (!isNewest()) return null;
      this.#options.log.error({ err: cause, site: siteId }, 'the bot could not learn a site');
      this.#setProblems(siteId, [learningProblem(siteId, cause)]);
      this.#learnAgain.failed(siteId);
      return null;
    }
  }

  /** Until a bot answers somebody, nobody is slowed down by what is built. */
  #pace(): Pace {
    return this.#knowledge.size > 0 ? 'gentle' : 'brisk';
  }

  async #forget(siteId: string): Promise<void> {
    this.#learnAgain.settled(siteId);
    this.#sites.delete(siteId);
    this.#knowledge.delete(siteId);
    this.#help.delete(siteId);
    this.#finders.forget(siteId);
    this.#setProblems(siteId, []);
    this.#options.log.info({ site: siteId }, 'a site is gone');
    await this.#kept?.forget(siteId);
  }

  #logRefused(siteId: string, problems: readonly FileProblem[]): void {
    for (const { file, line, column, message } of problems) {
      this.#options.log.error({ site: siteId, file, line, column, reason: message }, 'a site file was refused');
    }
  }

  #setProblems(siteId: string, problems: FileProblem[]): void {
    const had = this.problems(siteId).length > 0;
    this.#problems.set(siteId, problems);
    if (had || problems.length > 0) this.#options.onProblems(siteId, problems);
  }
}
