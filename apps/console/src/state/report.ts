/** Says in the browser's console what went wrong and was got over; for developers, and without anybody's words. */
export function report(what: string, error: unknown): void {
  // eslint-disable-next-line no-console -- there is no other place for it in a browser
  console.warn(what, error);
}
