import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { drawShots, readClinc, readCsv } from '@solodesk/nlu';
import type { DataSet } from '@solodesk/nlu';

export interface NamedSet extends DataSet {
  name: string;
  /** The same for a part of several: shots that are drawn with several seeds, corpora that are counted together. */
  group: string;
  /** Whether nlp.js is trained on it, too; its training takes minutes on the large ones. */
  besideStock: boolean;
}

const SEEDS = [1, 2, 3];
const CORPORA = ['AskUbuntu', 'Chatbot', 'WebApplications'];

/** The public sets that are in a folder; what is not there is left out. */
export function nluSets(data: string): NamedSet[] {
  const sets: NamedSet[] = [];
  const clinc = (file: string): DataSet | null => {
    const path = join(data, 'clinc150', file);
    if (!existsSync(path)) return null;
    const content = readFileSync(path, 'utf8');
    const part = (name: string) => readClinc(content, path, name);
    return { train: part('train'), validation: part('val'), test: part('test') };
  };
  const full = clinc('data_full.json');
  if (full) sets.push({ name: 'clincFull', group: 'clincFull', besideStock: true, ...full });
  const small = clinc('data_small.json');
  if (small) sets.push({ name: 'clincSmall', group: 'clincSmall', besideStock: true, ...small });
  for (const shots of [5, 10]) {
    for (const seed of full ? SEEDS : []) {
      const name = `clinc${shots}Shots`;
      const drawn = { ...full!, train: drawShots(full!.train, shots, seed) };
      sets.push({ name: `${name}_${seed}`, group: name, besideStock: seed === 1, ...drawn });
    }
  }
  for (const corpus of CORPORA) {
    const path = join(data, 'nlu-evaluation-corpora', `${corpus}.csv`);
    if (!existsSync(path)) continue;
    const content = readFileSync(path, 'utf8');
    const part = (name: string) => readCsv(content, path, name);
    sets.push({
      name: corpus,
      group: 'corpora',
      besideStock: true,
      train: part('train'),
      validation: [],
      test: part('test'),
    });
  }
  const bitext = (part: string) => join(data, 'bitext-customer-service', `${part}.csv`);
  if (existsSync(bitext('train'))) {
    const read = (part: string) => readCsv(readFileSync(bitext(part), 'utf8'), bitext(part));
    const set = { train: read('train'), validation: read('dev'), test: read('test') };
    sets.push({ name: 'bitext', group: 'bitext', besideStock: true, ...set });
  }
  return sets;
}
