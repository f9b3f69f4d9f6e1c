import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { KnownProblems } from '@solodesk/core';
import type { Clock, IntentTrainer, KnowledgeBase, Sites, Store } from '@solodesk/core';
import { Lanes, loadProblems, Replies, ReplyTimes } from '@solodesk/core/use-cases';
import type { Desk } from '@solodesk/core/use-cases';
import { openFiles } from '@solodesk/files';
import type { Evaluator } from '@solodesk/nlu';
import { createLanguageGuesser, createSentiment } from '@solodesk/nlu';
import proxyaddr from 'proxy-addr';
import type { Socket } from 'socket.io';
import { Accounts } from './auth/accounts.ts';
import { Passwords } from './auth/passwords.ts';
import type { PasswordCost } from './auth/passwords.ts';
import { checkIdentity } from './auth/identity.ts';
import { Sealed } from './auth/sealed.ts';
import { SecondFactors } from './auth/second-factors.ts';
import { Sessions } from './auth/sessions.ts';
import { SiteSecrets } from './auth/site-secrets.ts';
import { startBackground } from './background.ts';
import { calendar } from './calendar.ts';
import type { Config } from './config.ts';
import { Gathering } from './gathering.ts';
import { createApp } from './http/app.ts';
import type { BuiltFolders } from './http/app-options.ts';
import { keepPreviousAssets } from './http/previous-assets.ts';
import { createInProcessBus } from './in-process-bus.ts';
import { startInsights } from './insights/start-insights.ts';
import { UploadedFiles } from './imports/uploaded-files.ts';
import { Intake } from './intake.ts';
import { startJobRunner } from './notices/job-runner.ts';
import { mailerOf, openCourier } from './notices/open-courier.ts';
import { webhookEndpoints } from './notices/webhook-endpoints.ts';
import { listen } from './listen.ts';
import type { ServerLog } from './log.ts';
import { QueueFeed } from './next-up/queue-feed.ts';
import { followBus, tellingStore } from './next-up/queue-news.ts';
import { OwnerPresence } from './owner-presence.ts';
import { addressKey } from './realtime/address-key.ts';
import { Announcer } from './realtime/announcer.ts';
import { ContactNames } from './realtime/contact-names.ts';
import { Limits } from './realtime/limits.ts';
import { OnlineVisitors } from './realtime/online-visitors.ts';
import { OwnerFeed } from './realtime/owner-feed.ts';
import { openOwnerGateway } from './realtime/owner-gateway.ts';
import { cutSlowReaders } from './realtime/slow-readers.ts';
import { createSocketServer } from './realtime/socket-server.ts';
import { VisitorFeed } from './realtime/visitor-feed.ts';
import { openVisitorGateway } from './realtime/visitor-gateway.ts';
import { ErasureWatch } from './privacy/erasure-watch.ts';
import { Looks } from './privacy/looks.ts';
import type { NeighbourTrainer } from './recommendations/neighbour-trainer.ts';
import { openRecommender } from './recommendations/open-recommender.ts';
import { shutDown } from './shut-down.ts';
import { SiteRegistry } from './sites/site-registry.ts';
import { surveyLinksOf } from './surveys/survey-links.ts';
import { actionLinksOf } from './digest/action-links.ts';
import { ReadChanges } from './realtime/read-changes.ts';
import { fileLinksOf } from './files/file-links.ts';
import { systemClock, systemIds } from './system.ts';

export interface Parts {
  config: Config;
  log: ServerLog;
  store: Store;
  trainer: IntentTrainer;
  evaluator: Evaluator;
  /** How what to recommend is learned; in this process unless told otherwise. */
  trainNeighbours?: NeighbourTrainer;
  built: Omit<BuiltFolders, 'previousAssets'>;
  /** The built program of the nightly batch; without it no figures are made by themselves. */
  insightsJob?: string;
  /** The machine's, unless a test lets time pass by itself. */
  clock?: Clock;
  /** Which push services may be called; the known ones, unless a test brings its own. */
  isPushService?: (endpoint: string) => boolean;
  /** How often the owners' queues are read again for time alone; only tests choose. */
  queueLookMs?: number;
  /** What guessing a password costs; only tests, which guess none, have it cheaper. */
  passwordCost?: PasswordCost;
  /** Certificates that calls to addresses outside trust in place of the system's, PEM; only for tests. */
  outgoingCa?: string;
}

export interface RunningServer {
  port: number;
  publicUrl: string;
  accounts: Accounts;
  sites: Sites & KnowledgeBase;
  /** Does at once what is done every few seconds anyway: pays what the bot owes, what time alone makes due, mails and pushes. */
  sweep(): Promise<void>;
  /** Stops taking work, drains and lets go of everything. */
  stop(): Promise<void>;
}

/**
 * How long a connection without a request is kept. Longer than proxies keep theirs (nginx and most load balancers: 60 s): a request that one sends
 * just as we close would be lost, and with Node's own 5 s a server that was busy for so long closes what waits to be read.
 */
const KEEP_ALIVE_MS = 75_000;

/**
 * Composes the whole server and starts it. The store is the caller's until then, and closed by `stop`. Parts that tell each other name each
 * other in functions before they are made: nothing is told before all are there, and the first of them starts.
 */
export async function startServer(parts: Parts): Promise<RunningServer> {
  const { config, log, trainer, evaluator, built, clock = systemClock } = parts;
  const store = tellingStore(
    parts.store,
    (site) => queue.changed(site),
    (site) => {
      names.changed(site);
      reads.changed(site, 'contacts');
    },
    (site) => reads.changed(site, 'contacts'),
  );
  const names = new ContactNames(parts.store, log);
  const ids = systemIds;
  const bus = createInProcessBus(log);
  const online = new OnlineVisitors();
  const limits = new Limits(config.limits);
  const sessions = new Sessions(store, clock, ids, log);
  const secondFactors = new SecondFactors(store, clock, new Sealed(config.dataDir));
  const passwords = new Passwords(parts.passwordCost);
  const accounts = new Accounts({ store, passwords, sessions, secondFactors, clock, ids });
  const secrets = new SiteSecrets(config.dataDir);
  const intake = new Intake();
  let port = config.port;
  const publicUrl = () => config.publicUrl ?? `http://localhost:${port}`;

  const feed = new OwnerFeed(store, names, online, log);
  const registry = new SiteRegistry({
    sitesDir: config.sitesDir,
    keptDir: join(config.dataDir, 'last-good'),
    trainer,
    store,
    log,
    publicUrl,
    onProblems: (site, problems) => feed.tell(site, 'problems', { site, problems }),
    async onArrival(site) {
      await Promise.all([presence.load(site), loadProblems(desk, site)]);
    },
  });
  const reads = new ReadChanges({ feed, sites: registry, sessions, log });
  const presence = new OwnerPresence(store, clock, (site) => {
    announcer.presenceChanged(site);
    feed.tell(site, 'presence', { site, presence: { mode: presence.mode(site), here: presence.isHere(site) } });
  });
  const files = openFiles(join(config.dataDir, 'files'), store);
  await files.clearIncoming();
  const fileLinks = fileLinksOf(config.dataDir, publicUrl);
  const notices = openCourier({
    ...{ config, publicUrl: publicUrl(), clock, sites: registry, secrets, files, fileLinks },
    ...{ isAllowed: parts.isPushService, outgoingCa: parts.outgoingCa },
  });
  const recommender = openRecommender({ store, bus, clock, log }, registry, parts.trainNeighbours);
  const gathering = new Gathering();
  const lanes = new Lanes(() => gathering.join());
  const desk: Desk = {
    store,
    bus,
    sites: registry,
    knowledge: registry,
    presence,
    languages: createLanguageGuesser(),
    sentiment: createSentiment(),
    calendar,
    mailer: mailerOf(config),
    webhooks: webhookEndpoints(notices.webhooks, log),
    consoleUrl: () => `${publicUrl()}/console/`,
    clock,
    ids,
    log,
    lanes,
    replies: new Replies(),
    problems: new KnownProblems(),
    files,
    recommender,
    replyTimes: new ReplyTimes({ store, sites: registry, calendar, log }),
  };
  const visitorFeed = new VisitorFeed(online);
  const queue = new QueueFeed(desk, feed, names, parts.queueLookMs);
  followBus(bus, queue);
  const announcer = new Announcer(desk, online, feed, visitorFeed, reads);

  const erasures = new ErasureWatch({ desk, online, feed });
  const looks = new Looks(desk);
  const insights = startInsights(desk, {
    ...{ config, script: parts.insightsJob ?? null },
    onRun: (site) => reads.changed(site, 'insights'),
  });
  const surveyLinks = surveyLinksOf(ids, publicUrl, online);
  const actionLinks = actionLinksOf(config.dataDir, publicUrl);
  const imports = new UploadedFiles(config.dataDir);
  const app = createApp({
    config,
    built: { ...built, previousAssets: keepWidgetAssets(config, built, log) },
    desk,
    store,
    registry,
    trainer,
    evaluator,
    accounts,
    secondFactors,
    sessions,
    secrets,
    notices,
    limits,
    publicUrl,
    intake,
    surveyLinks,
    actionLinks,
    fileLinks,
    reads,
    insights,
    onProblems: (site) => announcer.problemsChanged(site),
    onErased: () => erasures.look(),
    looks,
    files,
    imports,
  });
  const trust = app.get('trust proxy fn') as (address: string, hop: number) => boolean;
  const addressOfRequest = (request: IncomingMessage) => addressKey(proxyaddr(request, trust));
  const addressOf = (socket: Socket) => addressOfRequest(socket.request);

  const http = createServer({ keepAliveTimeout: KEEP_ALIVE_MS }, app);
  const io = createSocketServer({
    http,
    sites: registry,
    publicUrl: config.publicUrl,
    limitConnection: (request) => limits.check('connection', { address: addressOfRequest(request) }, clock.now()),
  });
  const gateway = { io, desk, online, limits, publicUrl: config.publicUrl, address: publicUrl, addressOf, intake };
  openVisitorGateway({
    ...gateway,
    checkIdentity: (site, identity) => checkIdentity(identity, secrets.identitySecret(site)),
    feed: visitorFeed,
    onTyping: (visitor, on) => announcer.visitorTypes(visitor, on),
    onPresenceChange: (visitor) => announcer.visitorCameOrWent(visitor),
  });
  openOwnerGateway({
    ...gateway,
    sessions,
    presence,
    feed,
    names,
    announcer,
    queue,
    problemsOf: (site) => registry.problems(site),
    looks,
  });

  try {
    await erasures.start();
    await registry.start();
    port = await listen(http, config.port, config.host);
  } catch (cause) {
    await insights.stop();
    await registry.stop();
    await io.close();
    throw cause;
  }
  const slowReaders = cutSlowReaders(io, log);
  const linkTo = (site: string, id: string) => `${publicUrl()}/console/#/desk/${site}/open/${encodeURIComponent(id)}`;
  const runner = startJobRunner(desk, {
    courier: notices.courier,
    carrier: notices.carrier,
    caller: notices.caller,
    linkTo,
  });

  for (const { id } of registry.list()) recommender.warm(id);
  const background = startBackground(desk, {
    ...{ config, log, registry, presence, sessions, erasures, files, imports, publicUrl, surveyLinks, actionLinks },
    outgoingCa: parts.outgoingCa,
  });

  let stopped: Promise<void> | null = null;
  const stop = async () => {
    intake.close();
    await registry.stop();
    await background.stop();
    await Promise.all([insights.stop(), recommender.stop()]);
    await Promise.all([runner.stop(), shutDown({ http, io, intake, lanes })]);
    slowReaders.stop();
    queue.stop();
    await store.close();
  };

  return {
    port,
    publicUrl: publicUrl(),
    accounts,
    sites: registry,
    async sweep() {
      await background.sweep();
      await queue.look();
      await runner.run();
    },
    stop: () => (stopped ??= stop()),
  };
}

function keepWidgetAssets({ dataDir }: Config, { widget }: Parts['built'], log: ServerLog): string {
  return keepPreviousAssets({ assetsDir: join(widget, 'assets'), keepDir: join(dataDir, 'assets'), log });
}
