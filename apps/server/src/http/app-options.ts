import type { IntentTrainer, Store } from '@solodesk/core';
import type { Desk, SurveyLinks } from '@solodesk/core/use-cases';
import type { Evaluator } from '@solodesk/nlu';
import type { Files } from '@solodesk/files';
import type { Accounts } from '../auth/accounts.ts';
import type { SecondFactors } from '../auth/second-factors.ts';
import type { Sessions } from '../auth/sessions.ts';
import type { SiteSecrets } from '../auth/site-secrets.ts';
import type { Config } from '../config.ts';
import type { ActionLinks } from '../digest/action-links.ts';
import type { FileLinks } from '../files/file-links.ts';
import type { UploadedFiles } from '../imports/uploaded-files.ts';
import type { Insights } from '../insights/start-insights.ts';
import type { Intake } from '../intake.ts';
import type { OpenCourier } from '../notices/open-courier.ts';
import type { Looks } from '../privacy/looks.ts';
import type { Limits } from '../realtime/limits.ts';
import type { ReadChanges } from '../realtime/read-changes.ts';
import type { SiteRegistry } from '../sites/site-registry.ts';

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
