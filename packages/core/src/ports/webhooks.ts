/** Who hears what happens on a site. Asked at each commit, so it answers from memory. */
export interface Webhooks {
  /** Those that are not paused, with the events that each wants. */
  endpoints(site: string): readonly { readonly id: string; readonly events: readonly string[] }[];
}
