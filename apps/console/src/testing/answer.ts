/** What `fetch` resolves to, as far as the console looks at it: jsdom has no `Response`. */
export function answer(body: unknown, status = 200): Response {
  return { ok: status < 400, status, text: async () => JSON.stringify(body) } as Response;
}
