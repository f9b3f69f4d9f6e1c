/** Whether the snippet's address leads to the computer that reads it: it then works on this one alone. */
export function isLocalSnippet(snippet: string): boolean {
  const source = /src="([^"]+)"/.exec(snippet)?.[1];
  if (!source || !URL.canParse(source)) return false;
  const { hostname } = new URL(source);
  return /^(?:localhost|.+\.localhost|127(?:\.\d+){3}|\[::1\]|0\.0\.0\.0)$/.test(hostname);
}
