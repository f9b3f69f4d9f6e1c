/** Relative luminance of a colour `#rrggbb`, by WCAG 2.2. */
function luminance(color: string): number {
  const channel = (from: number) => {
    const value = parseInt(color.slice(from, from + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

/** Black or white, whichever is easier to read on the colour: the better of the two always has 4.5 : 1. */
export function onAccent(accent: string): '#000000' | '#ffffff' {
  const light = luminance(accent);
  return 1.05 / (light + 0.05) >= (light + 0.05) / 0.05 ? '#ffffff' : '#000000';
}
