/** What passes the door (`realtime/well-formed.ts`): half a surrogate pair and an empty message do not come as far as the desk. */
export function isWellFormed(text: string): boolean {
  return text.trim() !== '' && !/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.test(text);
}
