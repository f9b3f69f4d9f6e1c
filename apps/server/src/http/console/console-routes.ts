import type { RequestHandler } from 'express';
import { Router } from 'express';
import type { ApiKeys } from '../../api/api-keys.ts';
import { messageTestApi } from '../../crm/message-previews.ts';
import { UnansweredGroups } from '../../faqs/unanswered-groups.ts';
import { consoleFilesApi } from '../../files/console-files-api.ts';
import { consoleImportsApi } from '../../imports/console-imports-api.ts';
import { WireFault } from '../../realtime/wire-error.ts';
import type { Previews } from '../../sites/previews.ts';
import type { WidgetSightings } from '../../sites/widget-sightings.ts';
import type { AppOptions } from '../app-options.ts';
import { requireOwnPage } from '../own-page.ts';
import { consoleApi } from './console-api.ts';
import { consoleContactEditsApi } from './console-contact-edits-api.ts';
import { consoleContactsApi } from './console-contacts-api.ts';
import { consoleCrmApi } from './console-crm-api.ts';
import { consoleExportApi } from './console-export-api.ts';
import { consoleFaqsApi, faqBodies } from './console-faqs-api.ts';
import { consoleFeedbackApi } from './console-feedback-api.ts';
import { consoleHolidaysApi } from './console-holidays-api.ts';
import { consoleInsightsApi } from './console-insights-api.ts';
import { consoleKeysApi } from './console-keys-api.ts';
import { consoleLifeApi } from './console-life-api.ts';
import { consoleMergesApi } from './console-merges-api.ts';
import { consolePhrasingsApi } from './console-phrasings-api.ts';
import { consolePrivacyApi } from './console-privacy-api.ts';
import { consoleProblemsApi } from './console-problems-api.ts';
import { consolePromisesApi } from './console-promises-api.ts';
import { consoleQualityApi } from './console-quality-api.ts';
import { consoleSatisfactionApi } from './console-satisfaction-api.ts';
import { consoleSearchApi } from './console-search-api.ts';
import { consoleSecurityApi } from './console-security-api.ts';
import { consoleSegmentsApi } from './console-segments-api.ts';
import { consoleSettingsApi, settingsBodies } from './console-settings-api.ts';
import { consoleSitesApi } from './console-sites-api.ts';
import { consoleSpendApi } from './console-spend-api.ts';
import { consoleSurveysApi } from './console-surveys-api.ts';
import { consoleThemesApi } from './console-themes-api.ts';
import { consoleTicketApi } from './console-ticket-api.ts';
import { consoleUnansweredApi } from './console-unanswered-api.ts';
import { consoleWebhooksApi } from './console-webhooks-api.ts';
import { installationApi } from './installation-api.ts';
import { noticesApi } from './notices-api.ts';

/** What the console's doors share with the public ones. */
export interface SharedDoors {
  keys: ApiKeys;
  /** Reads a body of JSON. */
  json: RequestHandler;
  previews: Previews;
  sightings: WidgetSightings;
  /** Products of a site were written. */
  onProducts(site: string): void;
}

/** All that the console asks for over HTTP, under `/console/api`: by the session cookie, and from our own page only. */
export function consoleRoutes(options: AppOptions, shared: SharedDoors): Router {
  const { config, built, desk, store, registry } = options;
  const { keys, json, previews, sightings, onProducts } = shared;
  const router = Router();
  router.use('/faqs', faqBodies());
  router.use('/settings', settingsBodies());
  router.use(json, requireOwnPage(config.publicUrl), (_request, response, next) => {
    response.setHeader('Cache-Control', 'no-store');
    next();
  });
  router.use(options.reads.watch);
  router.use(consoleApi({ ...options, sites: registry, secureCookies: options.publicUrl().startsWith('https:') }));
  router.use(consoleSecurityApi(options));
  router.use(consoleSitesApi({ ...options, sitesDir: config.sitesDir, starterPacks: built.starterPacks }));
  const faqParts = { ...options, sitesDir: config.sitesDir, dataDir: config.dataDir, ids: desk.ids, log: desk.log };
  router.use(consoleFaqsApi(faqParts));
  router.use(consolePhrasingsApi({ ...options, starterPacks: built.starterPacks }));
  router.use(consoleQualityApi(faqParts));
  router.use(consoleSettingsApi({ ...faqParts, previews }));
  router.use(
    messageTestApi({ ...options, previews, recommender: desk.recommender, carrier: options.notices.carrier, ...desk }),
  );
  router.use(installationApi({ ...options, sightings, fetch: options.notices.fetch }));
  router.use(consoleTicketApi(options));
  router.use(consolePromisesApi(options));
  router.use(consoleHolidaysApi({ ...options, sitesDir: config.sitesDir }));
  router.use(consoleSatisfactionApi(options));
  router.use(consoleSurveysApi(options));
  router.use(consoleSpendApi({ ...options, clock: desk.clock, ids: desk.ids }));
  router.use(consoleFeedbackApi({ ...options, clock: desk.clock }));
  router.use(consoleProblemsApi(options));
  router.use(consoleWebhooksApi({ ...options, clock: desk.clock, ids: desk.ids }));
  router.use(consoleUnansweredApi({ ...options, unanswered: new UnansweredGroups(store, registry) }));
  router.use(consoleContactsApi(options));
  router.use(consoleContactEditsApi(options));
  router.use(consoleCrmApi(options));
  router.use(consoleMergesApi(options));
  router.use(consoleLifeApi(options));
  router.use(consoleImportsApi({ ...options, files: options.imports, onProducts }));
  router.use(consoleSegmentsApi({ ...options, sitesDir: config.sitesDir }));
  router.use(consoleSearchApi(options));
  router.use(consoleInsightsApi(options));
  router.use(consoleThemesApi(options));
  router.use(consolePrivacyApi(options));
  router.use(consoleExportApi(options));
  router.use(consoleFilesApi(options));
  router.use(consoleKeysApi({ ...options, keys, clock: desk.clock }));
  router.use(noticesApi({ ...options, sites: registry, mail: config.mail, clock: desk.clock, ids: desk.ids }));
  router.use(() => {
    throw new WireFault('not_found', 'no such address');
  });
  return router;
}
