import { join } from 'node:path';
import { faqJsonSchema, formJsonSchema, productsJsonSchema, siteJsonSchema, surveyJsonSchema } from '@solodesk/faq';
import { MAX_PACKET_BYTES } from '@solodesk/protocol/visitor';
import express from 'express';
import type { Express } from 'express';
import { ApiKeys } from '../api/api-keys.ts';
import { apiRouter } from '../api/api-router.ts';
import { apiRoutes } from '../api/api-routes.ts';
import { docsRoutes } from '../api/docs/docs-routes.ts';
import { messagePreviewRoutes } from '../crm/message-previews.ts';
import { unsubscribeRoutes } from '../crm/unsubscribe-routes.ts';
import { actRoutes } from '../digest/act-routes.ts';
import { linkedFileRoutes } from '../files/linked-file-routes.ts';
import { visitorFiles } from '../files/visitor-files.ts';
import { readHelpAssets } from '../help/help-assets.ts';
import { helpRoutes } from '../help/help-routes.ts';
import { Previews } from '../sites/previews.ts';
import { WidgetSightings } from '../sites/widget-sightings.ts';
import { surveyLeaveRoutes } from '../surveys/survey-leave-routes.ts';
import { surveyRoutes } from '../surveys/survey-routes.ts';
import type { AppOptions } from './app-options.ts';
import { consoleRoutes } from './console/console-routes.ts';
import { healthRoutes } from './health.ts';
import { answerErrors } from './http-errors.ts';
import { receiveFileRoute } from './receive-file.ts';
import { receiveMessageRoute } from './receive-message.ts';
import { robotsRoute } from './robots.ts';
import { securityHeaders } from './security-headers.ts';
import { Compression } from './compression.ts';
import { consolePages, demoPages } from './static-pages.ts';
import { readWidgetAssets } from './widget-assets.ts';
import { widgetRoutes } from './widget-routes.ts';

/** Everything over plain HTTP. */
export function createApp(options: AppOptions): Express {
  const { config, built, desk, store, registry, intake } = options;
  const { publicUrl } = config;
  const https = options.publicUrl().startsWith('https:');
  const previews = new Previews(desk.ids, desk.clock);
  const sightings = new WidgetSightings(store, desk.clock, desk.log);
  const compression = new Compression();
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', config.trustProxy);
  app.use(securityHeaders(https));
  app.use(healthRoutes(store, desk.log, intake));
  app.use(messagePreviewRoutes({ previews, recommender: desk.recommender, publicUrl: options.publicUrl }));
  app.use(
    widgetRoutes({
      sites: registry,
      previews,
      assets: readWidgetAssets(built.widget),
      previousAssets: built.previousAssets,
      publicUrl: options.publicUrl,
      calendar: desk.calendar,
      clock: desk.clock,
      compression,
      onSeen: (site, page) => sightings.saw(site, page),
    }),
  );

  app.use(
    helpRoutes({
      readings: registry,
      built: built.help,
      compression,
      knowledge: desk.knowledge,
      store,
      clock: desk.clock,
      limits: options.limits,
      limited: config.limits,
      intake,
      ownOrigin: publicUrl,
      publicUrl: options.publicUrl,
      log: desk.log,
      onVainSearch: (site) => options.reads.changed(site, 'unanswered'),
    }),
  );
  // What browsers ask for by themselves; all of them take the drawing under this name.
  app.get('/favicon.ico', (_request, response) => response.sendFile(join(built.console, 'icon.svg')));
  app.use(robotsRoute(registry, options.publicUrl));

  const json = express.json({ limit: MAX_PACKET_BYTES });
  app.use(receiveMessageRoute({ desk, limits: options.limits, publicUrl, intake, json }));
  app.use(receiveFileRoute({ ...options, publicUrl }));
  app.use(visitorFiles({ ...options, publicUrl }));
  const assets = readHelpAssets(built.help);
  app.use(surveyRoutes({ desk, assets, limits: options.limits, publicUrl, intake, json }));
  app.use(surveyLeaveRoutes({ desk, assets, limits: options.limits, publicUrl, intake, json }));
  app.use(actRoutes({ desk, links: options.actionLinks, assets, limits: options.limits, publicUrl, intake, json }));
  app.use(linkedFileRoutes({ ...options, links: options.fileLinks, assets, publicUrl, json }));
  app.use(unsubscribeRoutes({ desk, assets, limits: options.limits, publicUrl, intake, json }));
  const keys = new ApiKeys(store, desk.clock, desk.ids);
  const onProducts = (site: string) => registry.productsChanged(site);
  const routes = apiRoutes({ desk, notices: options.notices, onProducts });
  app.use(docsRoutes({ routes, built: built.help, publicUrl: options.publicUrl }));
  app.use(apiRouter({ ...options, routes, keys, sites: registry, clock: desk.clock, log: desk.log }));
  app.get('/schemas/faq.json', (_request, response) => void response.json(faqJsonSchema()));
  app.get('/schemas/form.json', (_request, response) => void response.json(formJsonSchema()));
  app.get('/schemas/survey.json', (_request, response) => void response.json(surveyJsonSchema()));
  app.get('/schemas/site.json', (_request, response) => void response.json(siteJsonSchema()));
  app.get('/schemas/products.json', (_request, response) => void response.json(productsJsonSchema()));

  app.use('/console/api', consoleRoutes(options, { keys, json, previews, sightings, onProducts }));
  app.use('/console', consolePages(built.console, compression));
  if (config.demo) app.use(demoPages(built.demo));
  app.use((_request, response) => void response.status(404).type('text/plain').send('Not found'));
  app.use(answerErrors(desk.log));
  return app;
}
