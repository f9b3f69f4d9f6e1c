/**
 * Text as it will come back from any store: lone surrogates become U+FFFD (SQLite would do that silently) and U+0000 is
 * dropped (PostgreSQL refuses it). Done before the ack, so that live and stored text are the same.
 */
export function wellFormed(text: string): string {
  const whole = text.isWellFormed() ? text : text.toWellFormed();
  return whole.includes('\0') ? whole.replaceAll('\0', '') : whole;
}
