import { join } from 'node:path';
import type { Catalogue, FaqBook, IntentModel, Site } from '@solodesk/core';
import { checkSite, readSiteFiles } from '@solodesk/faq';
import type { SiteFiles } from '@solodesk/faq';
import { createCatalogue, loadModel, trainModel } from '@solodesk/nlu';
import { CommandError } from '../command-error.ts';
import { shown } from './site-folders.ts';
import type { SiteFolder } from './site-folders.ts';

export interface ReadSite {
  files: SiteFiles;
  site: Site;
  book: FaqBook;
  catalogue: Catalogue | null;
}

/** @throws CommandError where the server would refuse the site, with each reason and place */
export async function readSite({ sitesDir, id }: SiteFolder): Promise<ReadSite> {
  const files = await readSiteFiles(sitesDir, id);
  const reading = checkSite(id, files);
  if (reading.ok) {
    const { site, book, products } = reading;
    return { files, site, book, catalogue: createCatalogue(products) };
  }
  const reasons = reading.problems.map(
    ({ file, line, column, message }) => `  ${shown(join(sitesDir, file))}:${line}:${column} ${message}`,
  );
  throw new CommandError(`the server would refuse "${id}":\n${reasons.join('\n')}`);
}

export interface TrainedModel {
  model: IntentModel;
  seconds: number;
}

/** The model that the server would train, trained here. */
export async function trainedModel({ site, book }: ReadSite): Promise<TrainedModel> {
  const start = performance.now();
  const bytes = await trainModel(book);
  const seconds = (performance.now() - start) / 1000;
  return { model: loadModel(bytes, book.hash, { wrongAnswerBudget: site.policy.wrongAnswerBudget }), seconds };
}
