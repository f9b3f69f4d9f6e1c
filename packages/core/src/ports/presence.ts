/** Whether the person behind a site's desk is there: by activity within 5 minutes, or by their own word. */
export interface Presence {
  isHere(siteId: string): boolean;
}
