import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { Lanes } from '@solodesk/core';
import type { Desk, IntentTrainer, Store } from '@solodesk/core';
import proxyaddr from 'proxy-addr';
import type { Socket } from 'socket.io';
import { Accounts } from './auth/accounts.ts';
import { checkIdentity } from './auth/identity.ts';
import { Sessions } from './auth/sessions.ts';
import { SiteSecrets } from './auth/site-secrets.ts';
import { calendar } from './calendar.ts';
import type { Config } from './config.ts';
import { createApp } from './http/app.ts';
import type { BuiltFolders } from './http/app.ts';
import { createInProcessBus } from './in-process-bus.ts';
import type { ServerLog } from './log.ts';
import { OwnerPresence } from './owner-presence.ts';
import { Announcer } from './realtime/announcer.ts';
import { Limits } from './realtime/limits.ts';
import { OnlineVisitors } from './realtime/online-visitors.ts';
import { OwnerFeed } from './realtime/owner-feed.ts';
import { openOwnerGateway } from './realtime/owner-gateway.ts';
import { cutSlowReaders } from './realtime/slow-readers.ts';
import { createSocketServer } from './realtime/socket-server.ts';
import { openVisitorGateway } from './realtime/visitor-gateway.ts';
import { SiteRegistry } from './sites/site-registry.ts';
import { startSweeper } from './sweeper.ts';
import { systemClock, systemIds } from './system.ts';

export interface Parts {
  config: Config;
  log: ServerLog;
  store: Store;
  trainer: IntentTrainer;
  built: Omit<BuiltFolders, 'previousAssets'>;
}

export interface RunningServer {
  port: number;
  publicUrl: string;
  accounts: Accounts;
  /** Stops taking work, drains and lets go of everything. */
  stop(): Promise<void>;
}

/** Composes the whole server and starts it. The store is the caller's until then, and closed by `stop`. */
export async function startServer({ config, log, store, trainer, built }: Parts): Promise<RunningServer> {
  const clock = systemClock;
  const ids = systemIds;
  const bus = createInProcessBus(log);
  const online = new OnlineVisitors();
  const limits = new Limits(config.limits);
  const sessions = new Sessions(store, clock, ids);
  const accounts = new Accounts(store, clock, ids);
  const secrets = new SiteSecrets(config.dataDir);
  let accepting = true;
  let port = config.port;
  const publicUrl = () => config.publicUrl ?? `http://localhost:${port}`;

  const feed = new OwnerFeed(store, online, log);
  const registry = new SiteRegistry({
    sitesDir: config.sitesDir,
    trainer,
    log,
    onProblems: (site, problems) => feed.tell(site, 'problems', { site, problems }),
  });
  const presence = new OwnerPresence(store, clock, (site) => {
    announcer.presenceChanged(site);
    feed.tell(site, 'presence', { site, presence: { mode: presence.mode(site), here: presence.isHere(site) } });
  });
  const lanes = new Lanes();
  const desk: Desk = { store, bus, sites: registry, knowledge: registry, presence, calendar, clock, ids, log, lanes };
  const announcer = new Announcer(desk, online, feed);

  await registry.start();
  await Promise.all(registry.list().map((site) => presence.load(site.id)));

  const app = createApp({
    config,
    built: { ...built, previousAssets: join(config.dataDir, 'previous-assets') },
    desk,
    store,
    registry,
    accounts,
    sessions,
    secrets,
    limits,
    publicUrl,
    accepting: () => accepting,
  });
  const trust = app.get('trust proxy fn') as (address: string, hop: number) => boolean;
  const addressOfRequest = (request: IncomingMessage) => proxyaddr(request, trust);
  const addressOf = (socket: Socket) => addressOfRequest(socket.request);

  const http = createServer(app);
  const io = createSocketServer({
    http,
    sites: registry,
    publicUrl: config.publicUrl,
    limitConnection: (request) => limits.check('connection', { address: addressOfRequest(request) }, clock.now()),
  });
  const gateway = { io, desk, online, limits, publicUrl: config.publicUrl, addressOf, accepting: () => accepting };
  openVisitorGateway({
    ...gateway,
    checkIdentity: (site, identity) => checkIdentity(identity, secrets.identitySecret(site)),
    onTyping: (visitor, on) => announcer.visitorTypes(visitor, on),
    onPresenceChange: (visitor) => announcer.visitorCameOrWent(visitor),
  });
  openOwnerGateway({
    ...gateway,
    sessions,
    presence,
    feed,
    announcer,
    problemsOf: (site) => registry.problems(site),
  });
  const slowReaders = cutSlowReaders(io, log);

  await new Promise<void>((resolve, reject) => {
    http.once('error', reject);
    http.listen(config.port, config.host, resolve);
  });
  port = (http.address() as AddressInfo).port;
  const sweeper = startSweeper(desk, () => presence.tellChanges());

  return {
    port,
    publicUrl: publicUrl(),
    accounts,
    async stop() {
      accepting = false;
      slowReaders.stop();
      await registry.stop();
      await sweeper.stop();
      // What was taken is finished: its acks and the bot's answers go out before the line is cut.
      await lanes.idle();
      await new Promise<void>((resolve) => void io.close(() => resolve()));
      http.closeAllConnections();
      await store.close();
    },
  };
}
