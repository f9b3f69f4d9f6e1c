/** Whether the snippet's address leads to the computer that reads it: it then works on this one alone. */
export function isLocalSnippet(snippet: string): boolean {
  const source = /src="([^"]+)"/.exec(snippet)?.[1];
  if (!source || !URL.canParse(source)) return false;
  return isThisComputer(new URL(source).hostname);
}

/** Whether a host's name, as `URL` writes it, means the computer that reads it. */
export function isThisComputer(hostname: string): boolean {
  return /^(?:localhost|.+\.localhost|127(?:\.\d+){3}|\[::1\]|0\.0\.0\.0)$/.test(hostname);
}
