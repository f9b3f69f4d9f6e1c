/** Who else hears what happens on a site. */
export const enWebhooks = {
  title: 'Webhooks',
  text: 'Zapier, IFTTT, n8n, Make or a program of your own hear at once what happens: each event is posted to their address as flat JSON, signed with HMAC-SHA256.',
  none: 'Nothing is called yet.',
  add: 'Add a webhook',
  url: 'Address',
  urlHint: 'Starts with https://. Addresses inside of private networks are never called.',
  urlWrong: 'Please write a whole address that starts with https://.',
  events: 'Events',
  noEvents: 'Choose at least one event.',
  refused: (reason: string) => `It was not added: ${reason}.`,
  secret: (url: string) => `The secret of ${url}: calls are signed with it, and it is not shown again.`,
  secretLabel: (url: string) => `Secret of ${url}`,
  paused: 'paused',
  pause: 'Pause',
  resume: 'Go on',
  test: 'Send a test',
  testing: 'Calling…',
  taken: (status: number | null) => `It was taken (answer ${status ?? '—'}).`,
  failed: (reason: string) => `Nothing was taken: ${reason}`,
  remove: 'Remove',
  removeSure: 'Remove this webhook? What still waits for it is not sent.',
  deliveries: 'Last deliveries since the start of the server',
  noDeliveries: 'Nothing was sent since the server started.',
  givenUp: (count: number) =>
    count >= 100 ? '100 calls or more were given up.' : `${count} ${count === 1 ? 'call was' : 'calls were'} given up.`,
  sendAgain: 'Send again',
  sentAgain: (count: number) => (count === 1 ? 'It is on its way again.' : `${count} are on their way again.`),
  ok: 'taken',
};

export type WebhookTexts = typeof enWebhooks;
