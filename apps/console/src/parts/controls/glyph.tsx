import type { JSX } from 'preact';

/** The console's own line icons, on the same grid as the shared ones. */
const PATHS = {
  inbox: 'M4 6h10M4 12h16M4 18h7',
  faqs: 'M5 4h14v16H5zM9 9h6M9 13h4',
  unanswered: 'M5 4h14v12h-6l-4 4v-4H5zM10 8.500a2 2 0 1 1 2.700 1.900c-.5.200-.7.500-.7.900M12 13.500h.01',
  tickets: 'M4 6h16v4a2 2 0 0 0 0 4v4H4v-4a2 2 0 0 0 0-4zM14 6v2M14 11v2M14 16v2',
  contacts: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 20c1-4 4-5.500 8-5.500s7 1.500 8 5.500',
  insights: 'M4 20h16M6 16v-4M11 16V6M16 16V9',
  settings: 'M4 7h10M18 7h2M4 17h2M10 17h10M14 4.500v5M8 14.500v5',
  search: 'M10.500 17a6.500 6.500 0 1 0 0-13 6.500 6.500 0 0 0 0 13zM15.500 15.500L20 20',
  help: 'M9.500 9.500a2.500 2.500 0 1 1 3.500 2.300c-.7.300-1 .800-1 1.700M12 17h.01M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18z',
  clock: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5l3 2',
  note: 'M5 4h14v10l-6 6H5zM13 20v-6h6',
  canned: 'M5 5h14v10h-8l-4 4v-4H5zM8.500 8.700h7M8.500 11.700h4',
  plus: 'M12 5v14M5 12h14',
  alert: 'M12 4l9 16H3zM12 10v4M12 17h.01',
} as const;

export type GlyphName = keyof typeof PATHS;

export function Glyph({ name, size = 20 }: { name: GlyphName; size?: number }): JSX.Element {
  return (
    <svg class="glyph" viewBox="0 0 24 24" width={size} height={size} aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}
