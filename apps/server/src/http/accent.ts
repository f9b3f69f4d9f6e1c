/** Relative luminance of `#rrggbb` (WCAG 2.2, "relative luminance"), from 0 to 1. */
function luminance(color: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light! + 0.05) / (dark! + 0.05);
}

const DARK_PAPER = '#191822';
const DARK_INK = '#14121f';
/** WCAG AA for text. */
const READABLE = 4.5;

/** Black or white, whichever is easier to read on the accent: never chosen by hand. */
export function onAccent(accent: string): string {
  return contrast(accent, '#ffffff') >= contrast(accent, DARK_INK) ? '#ffffff' : DARK_INK;
}

/** The accent, lightened until it can be read on dark paper. */
export function accentOnDark(accent: string): string {
  let color = accent;
  for (let share = 0.1; contrast(color, DARK_PAPER) < READABLE && share <= 1; share += 0.1)
    color = lighten(accent, share);
  return color;
}

/** The accent, darkened until it can be read on white paper. */
export function accentOnLight(accent: string): string {
  let color = accent;
  for (let share = 0.1; contrast(color, '#ffffff') < READABLE && share <= 1; share += 0.1)
    color = darken(accent, share);
  return color;
}

const lighten = (color: string, share: number) => mix(color, 255, share);
const darken = (color: string, share: number) => mix(color, 0, share);

function mix(color: string, towards: number, share: number): string {
  const channels = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(color.slice(at, at + 2), 16);
    return Math.round(channel + (towards - channel) * share)
      .toString(16)
      .padStart(2, '0');
  });
  return `#${channels.join('')}`;
}
