const SITE_ID = /^[a-z0-9][a-z0-9-]{0,39}$/;

/** Folder name of a site: lower-case letters, digits and hyphens, at most 40, not beginning with a hyphen. */
export function isSiteId(id: string): boolean {
  return SITE_ID.test(id);
}
