import { join } from 'node:path';

const ID = /^[\w-]{1,80}$/;

/**
 * Where files lie: `<folder>/<site>/<conversation>/<id>`, and beside it `<id>.preview` of a picture. By the folder of a
 * conversation all of it can go, also what nobody remembers.
 */
export class FilePlaces {
  readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
  }

  /** Of what has not arrived whole. */
  get incoming(): string {
    return join(this.folder, '.incoming');
  }

  site(site: string): string {
    return join(this.folder, named(site));
  }

  conversation(site: string, key: number): string {
    return join(this.site(site), String(key));
  }

  file(site: string, key: number, id: string): string {
    return join(this.conversation(site, key), named(id));
  }

  preview(site: string, key: number, id: string): string {
    return `${this.file(site, key, id)}.preview`;
  }
}

/** Ids are ours; whatever else comes here must not become a path. */
function named(id: string): string {
  if (!ID.test(id)) throw new Error('not a name of a file of ours');
  return id;
}
