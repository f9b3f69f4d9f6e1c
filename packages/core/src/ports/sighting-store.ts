/** A web site that asked for a site's widget. */
export interface WidgetSighting {
  /** Scheme, host and port: `https://shop.example`. */
  origin: string;
  /** When it did so last, UTC milliseconds. */
  at: number;
}

/** Where widgets were seen: pages, never people. */
export interface SightingStore {
  /** Keeps the newest time of an origin, and of each site the `most` origins that were seen last. */
  sawWidget(site: string, sighting: WidgetSighting, most: number): Promise<void>;
  /** The newest first. */
  widgetSightings(site: string): Promise<WidgetSighting[]>;
}
