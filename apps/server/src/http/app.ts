import { join } from 'node:path';
import type { IntentTrainer, Store } from '@solodesk/core';
import type { Desk, SurveyLinks } from '@solodesk/core/use-cases';
import { faqJsonSchema, formJsonSchema, productsJsonSchema, siteJsonSchema, surveyJsonSchema } from '@solodesk/faq';
import type { Evaluator } from '@solodesk/nlu';
import { MAX_PACKET_BYTES } from '@solodesk/protocol/visitor';
import express from 'express';
import type { Express } from 'express';
import { ApiKeys } from '../api/api-keys.ts';
import { apiRouter } from '../api/api-router.ts';
import { apiRoutes } from '../api/api-routes.ts';
import { docsRoutes } from '../api/docs/docs-routes.ts';
import type { Accounts } from '../auth/accounts.ts';
import type { SecondFactors } from '../auth/second-factors.ts';
import type { Sessions } from '../auth/sessions.ts';
import type { SiteSecrets } from '../auth/site-secrets.ts';
import type { Config } from '../config.ts';
import { readHelpAssets } from '../help/help-assets.ts';
import { helpRoutes } from '../help/help-routes.ts';
import type { Insights } from '../insights/start-insights.ts';
import type { Intake } from '../intake.ts';
import { UnansweredGroups } from '../faqs/unanswered-groups.ts';
import type { OpenCourier } from '../notices/open-courier.ts';
import type { Looks } from '../privacy/looks.ts';
import type { Limits } from '../realtime/limits.ts';
import { WireFault } from '../realtime/wire-error.ts';
import { WidgetSightings } from '../sites/widget-sightings.ts';
import { Previews } from '../sites/previews.ts';
import type { SiteRegistry } from '../sites/site-registry.ts';
import { consoleApi } from './console-api.ts';
import { consoleCrmApi } from './console-crm-api.ts';
import { consoleMergesApi } from './console-merges-api.ts';
import { consoleImportsApi } from '../imports/console-imports-api.ts';
import type { UploadedFiles } from '../imports/uploaded-files.ts';
import { consoleLifeApi } from './console-life-api.ts';
import { consoleSegmentsApi } from './console-segments-api.ts';
import { consoleContactEditsApi } from './console-contact-edits-api.ts';
import { consoleContactsApi } from './console-contacts-api.ts';
import { consoleFaqsApi, faqBodies } from './console-faqs-api.ts';
import { consoleKeysApi } from './console-keys-api.ts';
import { consoleExportApi } from './console-export-api.ts';
import { consoleHolidaysApi } from './console-holidays-api.ts';
import { consoleProblemsApi } from './console-problems-api.ts';
import { consolePhrasingsApi } from './console-phrasings-api.ts';
import { consolePrivacyApi } from './console-privacy-api.ts';
import { consoleTicketApi } from './console-ticket-api.ts';
import { consolePromisesApi } from './console-promises-api.ts';
import { consoleQualityApi } from './console-quality-api.ts';
import { consoleSatisfactionApi } from './console-satisfaction-api.ts';
import { consoleSecurityApi } from './console-security-api.ts';
import { consoleFeedbackApi } from './console-feedback-api.ts';
import { consoleSpendApi } from './console-spend-api.ts';
import { consoleSurveysApi } from './console-surveys-api.ts';
import { consoleInsightsApi } from './console-insights-api.ts';
import { consoleThemesApi } from './console-themes-api.ts';
import { consoleSearchApi } from './console-search-api.ts';
import { consoleSettingsApi, settingsBodies } from './console-settings-api.ts';
import { consoleSitesApi } from './console-sites-api.ts';
import { consoleWebhooksApi } from './console-webhooks-api.ts';
import { consoleUnansweredApi } from './console-unanswered-api.ts';
import { healthRoutes } from './health.ts';
import type { Files } from '@solodesk/files';
import { consoleFilesApi } from '../files/console-files-api.ts';
import { visitorFiles } from '../files/visitor-files.ts';
import { answerErrors } from './http-errors.ts';
import { installationApi } from './installation-api.ts';
import { noticesApi } from './notices-api.ts';
import { requireOwnPage } from './own-page.ts';
import { receiveFileRoute } from './receive-file.ts';
import { receiveMessageRoute } from './receive-message.ts';
import { robotsRoute } from './robots.ts';
import { securityHeaders } from './security-headers.ts';
import { actRoutes } from '../digest/act-routes.ts';
import type { ReadChanges } from '../realtime/read-changes.ts';
import type { FileLinks } from '../files/file-links.ts';
import { linkedFileRoutes } from '../files/linked-file-routes.ts';
import type { ActionLinks } from '../digest/action-links.ts';
import { messagePreviewRoutes, messageTestApi } from '../crm/message-previews.ts';
import { unsubscribeRoutes } from '../crm/unsubscribe-routes.ts';
import { surveyLeaveRoutes } from '../surveys/survey-leave-routes.ts';
import { surveyRoutes } from '../surveys/survey-routes.ts';
import { consolePages, demoPages } from './static-pages.ts';
import { readWidgetAssets } from './widget-assets.ts';
import { widgetRoutes } from './widget-routes.ts';

/** Folders that come with the program; all but the starter packs were built. */
export interface BuiltFolders {
  widget: string;
  console: string;
  /** Style sheets and script of the pages that the server renders: the help centre, and the API's. */
  help: string;
  /** The demo shop's pages. */
  demo: string;
  /** A site folder for each starter pack. */
  starterPacks: string;
  /** Hashed files of the widget's release before. */
  previousAssets: string;
}

export interface AppOptions {
  config: Config;
  built: BuiltFolders;
  desk: Desk;
  store: Store;
  registry: SiteRegistry;
  trainer: IntentTrainer;
  evaluator: Evaluator;
  accounts: Accounts;
  secondFactors: SecondFactors;
  sessions: Sessions;
  secrets: SiteSecrets;
  notices: OpenCourier;
  limits: Limits;
  publicUrl(): string;
  intake: Intake;
  surveyLinks: SurveyLinks;
  actionLinks: ActionLinks;
  fileLinks: FileLinks;
  reads: ReadChanges;
  /** The known problems of a site changed. */
  onProblems(site: string): void;
  /** Somebody was erased: whoever still shows something of them is to be told. */
  onErased(): Promise<void>;
  looks: Looks;
  files: Files;
  imports: UploadedFiles;
  insights: Insights;
}

/** Everything over plain HTTP. */
export function createApp(options: AppOptions): Express {
  const { config, built, desk, store, registry, intake } = options;
  const { publicUrl } = config;
  const https = options.publicUrl().startsWith('https:');
  const previews = new Previews(desk.ids, desk.clock);
  const sightings = new WidgetSightings(store, desk.clock, desk.log);
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', config.trustProxy);
  app.use(securityHeaders(https));
  app.use(healthRoutes(store, desk.log, intake));
  const mailPreviews = { previews, recommender: desk.recommender, publicUrl: options.publicUrl };
  app.use(messagePreviewRoutes(mailPreviews));
  app.use(
    widgetRoutes({
      sites: registry,
      previews,
      assets: readWidgetAssets(built.widget),
      previousAssets: built.previousAssets,
      publicUrl: options.publicUrl,
      calendar: desk.calendar,
      clock: desk.clock,
      onSeen: (site, page) => sightings.saw(site, page),
    }),
  );

  app.use(
    helpRoutes({
      readings: registry,
      built: built.help,
      store,
      clock: desk.clock,
      limits: options.limits,
      limited: config.limits,
      intake,
      ownOrigin: publicUrl,
      publicUrl: options.publicUrl,
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

  app.use('/console/api/faqs', faqBodies());
  app.use('/console/api/settings', settingsBodies());
  app.use('/console/api', json, requireOwnPage(publicUrl), (_request, response, next) => {
    response.setHeader('Cache-Control', 'no-store');
    next();
  });
  app.use('/console/api', options.reads.watch);
  app.use('/console/api', consoleApi({ ...options, sites: registry, secureCookies: https }));
  app.use('/console/api', consoleSecurityApi(options));
  app.use('/console/api', consoleSitesApi({ ...options, sitesDir: config.sitesDir, starterPacks: built.starterPacks }));
  const faqParts = { ...options, sitesDir: config.sitesDir, dataDir: config.dataDir, ids: desk.ids, log: desk.log };
  app.use('/console/api', consoleFaqsApi(faqParts));
  app.use('/console/api', consolePhrasingsApi({ ...options, starterPacks: built.starterPacks }));
  app.use('/console/api', consoleQualityApi(faqParts));
  app.use('/console/api', consoleSettingsApi({ ...faqParts, previews }));
  app.use('/console/api', messageTestApi({ ...options, ...mailPreviews, carrier: options.notices.carrier, ...desk }));
  app.use('/console/api', installationApi({ ...options, sightings, fetch: options.notices.fetch }));
  app.use('/console/api', consoleTicketApi(options));
  app.use('/console/api', consolePromisesApi(options));
  app.use('/console/api', consoleHolidaysApi({ ...options, sitesDir: config.sitesDir }));
  app.use('/console/api', consoleSatisfactionApi(options));
  app.use('/console/api', consoleSurveysApi(options));
  app.use('/console/api', consoleSpendApi({ ...options, clock: desk.clock, ids: desk.ids }));
  app.use('/console/api', consoleFeedbackApi({ ...options, clock: desk.clock }));
  app.use('/console/api', consoleProblemsApi(options));
  app.use('/console/api', consoleWebhooksApi({ ...options, clock: desk.clock, ids: desk.ids }));
  app.use('/console/api', consoleUnansweredApi({ ...options, unanswered: new UnansweredGroups(store, registry) }));
  app.use('/console/api', consoleContactsApi(options));
  app.use('/console/api', consoleContactEditsApi(options));
  app.use('/console/api', consoleCrmApi(options));
  app.use('/console/api', consoleMergesApi(options));
  app.use('/console/api', consoleLifeApi(options));
  app.use('/console/api', consoleImportsApi({ ...options, files: options.imports, onProducts }));
  app.use('/console/api', consoleSegmentsApi({ ...options, sitesDir: config.sitesDir }));
  app.use('/console/api', consoleSearchApi(options));
  app.use('/console/api', consoleInsightsApi(options));
  app.use('/console/api', consoleThemesApi(options));
  app.use('/console/api', consolePrivacyApi(options));
  app.use('/console/api', consoleExportApi(options));
  app.use('/console/api', consoleFilesApi(options));
  app.use('/console/api', consoleKeysApi({ ...options, keys, clock: desk.clock }));
  app.use(
    '/console/api',
    noticesApi({ ...options, sites: registry, mail: config.mail, clock: desk.clock, ids: desk.ids }),
  );
  app.use('/console/api', () => {
    throw new WireFault('not_found', 'no such address');
  });
  app.use('/console', consolePages(built.console));
  if (config.demo) app.use(demoPages(built.demo));
  app.use((_request, response) => void response.status(404).type('text/plain').send('Not found'));
  app.use(answerErrors(desk.log));
  return app;
}
