import type { SightingStore, WidgetSighting } from '../ports/sighting-store.ts';

export function createMemorySightings(): SightingStore {
  const kept = new Map<string, WidgetSighting[]>();
  return {
    async sawWidget(site, sighting, most) {
      const before = kept.get(site) ?? [];
      const known = before.find(({ origin }) => origin === sighting.origin);
      const newest = { origin: sighting.origin, at: Math.max(sighting.at, known?.at ?? 0) };
      const all = [...before.filter((each) => each !== known), newest];
      kept.set(site, all.sort((a, b) => b.at - a.at || (a.origin < b.origin ? -1 : 1)).slice(0, most));
    },
    widgetSightings: async (site) => (kept.get(site) ?? []).map((each) => ({ ...each })),
  };
}
