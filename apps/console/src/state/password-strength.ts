/** In code points; the server asks for the same. */
export const MIN_PASSWORD = 10;

/**
 * A rough word for how hard a password is to guess: by length and variety, as a hint and not a rule, since long plain
 * words are better than short riddles.
 */
export function passwordStrength(password: string): 'trivial' | 'short' | 'weak' | 'fair' | 'strong' {
  const points = [...password];
  if (points.length < MIN_PASSWORD) return 'short';
  // Blanks, or one character again and again: the server refuses these, and more.
  if (new Set(password.toLowerCase().replace(/\s+/g, '')).size <= 1) return 'trivial';
  const variety = new Set(points.map((point) => point.toLowerCase())).size;
  const common = /^(?:password|passwort|qwert|abcdef|12345|letmein|admin)/i.test(password);
  if (variety < 6 || common) return 'weak';
  return points.length >= 15 && variety >= 9 ? 'strong' : 'fair';
}
