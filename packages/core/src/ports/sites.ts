import type { Site } from '../domain/site.ts';

/** The sites that are served, as their files last read well. */
export interface Sites {
  get(siteId: string): Site | null;
  list(): readonly Site[];
}
