import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Validator } from '@seriousme/openapi-schema-validator';
import { ApiDesk, NOW } from '../testing/api-desk.ts';
import { storedFigures } from '../testing/stored-figures.ts';

const BIG = 4_200_000;
/** Bodies of megabytes on a busy machine. */
const SLOW_MS = 60_000;
const METHODS = ['get', 'post', 'put', 'patch', 'delete'];
const HOUR = 3_600_000;
const hour = (of: number) => new Date(NOW + of * HOUR).toISOString();
const span = (of: number) => ({ startsAt: hour(of), endsAt: hour(of + 1) });

/** A step of somebody who tries the document from its top to its end. `{}` in an address is what `of` names of an earlier answer. */
interface Step {
  id: string;
  request: string;
  body?: unknown;
  of?: string;
  /** What of an earlier answer is sent in the place of a key. */
  keyOf?: string;
  headers?: Record<string, string>;
  status?: number;
}

/** Every operation in an order in which each has something to show, and its first answer is one that the document promises. */
const STEPS: readonly Step[] = [
  { id: 'saveProducts', request: 'POST /api/products', body: { id: 'lamp', names: { en: 'Lamp' } } },
  { id: 'saveProducts', request: 'POST /api/products', body: [{ id: 'lamp', names: { en: 'Lamp' } }], status: 200 },
  { id: 'saveCustomers', request: 'POST /api/customers', body: { id: 'C-1', email: 'ann@one.example' } },
  { id: 'saveCustomers', request: 'POST /api/customers', body: { id: 'C-1', email: 'ann@one.example' }, status: 200 },
  { id: 'saveOrders', request: 'POST /api/orders', body: { number: 'O-1', customer: { id: 'C-1' } } },
  { id: 'saveOrders', request: 'POST /api/orders', body: { number: 'O-1', customer: { id: 'C-1' } }, status: 200 },
  { id: 'listProducts', request: 'GET /api/products?limit=1' },
  { id: 'getProduct', request: 'GET /api/products/lamp' },
  { id: 'listCustomers', request: 'GET /api/customers?search=ann' },
  { id: 'getCustomer', request: 'GET /api/customers/C-1' },
  { id: 'listOrdersOfCustomer', request: 'GET /api/customers/C-1/orders' },
  { id: 'listOrders', request: 'GET /api/orders' },
  { id: 'getOrder', request: 'GET /api/orders/O-1' },
  { id: 'createTicket', request: 'POST /api/tickets', body: { subject: 'Broken', customer: 'C-1' } },
  { id: 'listTickets', request: 'GET /api/tickets' },
  { id: 'getTicket', request: 'GET /api/tickets/SHOP-T1' },
  { id: 'changeTicket', request: 'PATCH /api/tickets/SHOP-T1', body: { state: 'open' } },
  { id: 'listFreeSlots', request: 'GET /api/appointments/free?days=1' },
  { id: 'bookAppointment', request: 'POST /api/appointments', body: { id: 'A-1', ...span(1), service: 'visit' } },
  { id: 'listAppointments', request: `GET /api/appointments?from=${hour(0)}&to=${hour(9)}` },
  { id: 'getAppointment', request: 'GET /api/appointments/A-1' },
  { id: 'moveAppointment', request: 'PATCH /api/appointments/A-1', body: span(3) },
  { id: 'cancelAppointment', request: 'POST /api/appointments/A-1/cancel' },
  { id: 'receiveMessage', request: 'POST /api/receive_message', body: { message: 'How can I pay?', site: 'shop' } },
  {
    ...{
      id: 'receiveFile',
      request: 'POST /api/receive_file?site=shop',
      body: 'some words',
      keyOf: 'receiveMessage.token',
    },
    headers: { 'content-type': 'application/octet-stream', 'x-file-name': 'a.txt' },
  },
  { id: 'listMessages', request: 'GET /api/conversations/{}/messages', of: 'receiveMessage.conversation' },
  { id: 'listScores', request: `GET /api/scores?from=${hour(0)}&to=${hour(9)}` },
  { id: 'countSurvey', request: 'GET /api/surveys/satisfaction' },
  { id: 'listRecommendations', request: 'GET /api/recommendations' },
  { id: 'getInsights', request: 'GET /api/insights?period=2026-11' },
  { id: 'analyzeFeedback', request: 'POST /api/analyze_feedback', body: { feedback: 'The parcel is late' } },
  { id: 'saveFeedback', request: 'POST /api/feedback', body: { text: 'Late again', source: 'google', id: 'r-1' } },
  { id: 'saveFeedback', request: 'POST /api/feedback', body: { text: 'Late again', source: 'google', id: 'r-1' } },
  { id: 'listFeedback', request: 'GET /api/feedback' },
  { id: 'addWebhook', request: 'POST /api/webhooks', body: { url: 'https://hooks.example/a', events: ['handoff'] } },
  { id: 'listWebhooks', request: 'GET /api/webhooks' },
  { id: 'changeWebhook', request: 'PATCH /api/webhooks/{}', of: 'addWebhook.id', body: { paused: true } },
  { id: 'testWebhook', request: 'POST /api/webhooks/{}/test', of: 'addWebhook.id' },
  { id: 'listFailedCalls', request: 'GET /api/webhooks/{}/failures', of: 'addWebhook.id' },
  { id: 'sendFailedCalls', request: 'POST /api/webhooks/{}/failures/send', of: 'addWebhook.id' },
  { id: 'sendFailedCall', request: 'POST /api/webhooks/{}/failures/1/send', of: 'addWebhook.id', status: 404 },
  { id: 'removeWebhook', request: 'DELETE /api/webhooks/{}', of: 'addWebhook.id' },
  { id: 'deleteProduct', request: 'DELETE /api/products/lamp' },
];

describe('whoever walks through the document of the API', () => {
  let at: ApiDesk;
  const answers = new Map<string, Record<string, string>>();
  const answered = (what: string) => {
    const [id = '', field = ''] = what.split('.');
    return answers.get(id)?.[field];
  };
  const requestOf = ({ request, of = '' }: Step) => request.replace('{}', answered(of) ?? '{}');
  const operations = () =>
    Object.entries(at.api.document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ path, method, ...operation })),
    );

  beforeAll(async () => {
    at = await ApiDesk.start();
    const body = JSON.stringify(storedFigures('2026-11'));
    const groups = JSON.stringify({ channels: [], cohorts: [{ group: '2026-10', figures: {}, talks: [], lost: [] }] });
    const found = { period: '2026-11', model: 'm' };
    const results = [
      { ...found, kind: 'figures', body },
      { ...found, kind: 'groups', body: groups },
    ];
    await at.desk.store.saveInsights('shop', results, NOW);
    for (const step of STEPS) {
      const key = step.keyOf === undefined ? at.shop : answered(step.keyOf);
      const { status, body } = await at.call(requestOf(step), step.body, key, step.headers);
      if (step.status === undefined ? status >= 300 : status !== step.status) {
        throw new Error(`${step.id}: ${status} ${JSON.stringify(body)}`);
      }
      answers.set(step.id, body);
    }
  }, SLOW_MS);
  afterAll(() => at.end());

  it('finds it valid, and every operation of it there, with every good answer that it promises', async () => {
    const result = await new Validator().validate(structuredClone(at.api.document) as never);
    expect(result).toEqual({ valid: true });
    expect(
      operations()
        .map(({ operationId }) => operationId)
        .sort(),
    ).toEqual([...new Set(STEPS.map(({ id }) => id).sort())]);
    const promised = operations().flatMap(({ operationId, responses }) =>
      Object.keys(responses)
        .filter((status) => status < '300' && operationId !== 'sendFailedCall')
        .map((status) => `${operationId} ${status}`),
    );
    expect(promised.filter((each) => !at.api.seen.has(each))).toEqual([]);
  });

  it('finds no other method at any of its addresses', async () => {
    for (const path of Object.keys(at.api.document.paths)) {
      const here = Object.keys(at.api.document.paths[path] ?? {});
      for (const method of METHODS.filter((each) => !here.includes(each))) {
        const address = path.replaceAll(/\{\w+\}/g, 'x');
        // Whatever stands at a place of its own may be one of a pattern as well.
        const others = Object.entries(at.api.document.paths).filter(([other, of]) => {
          const pattern = new RegExp(`^${other.replaceAll(/\{\w+\}/g, '[^/]+')}$`);
          return pattern.test(address) && of[method] !== undefined;
        });
        if (others.length > 0) continue;
        const { status, headers } = await at.call(`${method.toUpperCase()} ${address}`);
        expect([method, address, status]).toEqual([method, address, 405]);
        expect(headers.get('allow')?.toLowerCase().split(', ')).toEqual(expect.arrayContaining(here));
      }
    }
  });

  const ask = (
    step: Step,
    key = at.shop,
    { query, headers, body = step.body }: { body?: unknown; headers?: Record<string, string>; query?: string } = {},
  ) => {
    const request = requestOf(step);
    const asked = query === undefined ? request : `${request}${request.includes('?') ? '&' : '?'}${query}`;
    return at.call(asked, body, key, headers);
  };
  const named = (steps: readonly Step[]) => steps.map((step): [string, Step] => [step.id, step]);
  const keyed = STEPS.filter(
    ({ id }, index) => !id.startsWith('receive') && STEPS.findIndex((one) => one.id === id) === index,
  );

  describe.each(named(keyed))('is, at %s,', (_id, step) => {
    it('kept out without a key, or with one of other scopes', async () => {
      const nobody = await ask(step, '');
      expect([nobody.status, nobody.headers.get('www-authenticate')]).toEqual([401, 'Bearer realm="Solodesk"']);
      const other = await at.keyFor(step.request.includes('/products') ? 'tickets:read' : 'products:read');
      expect(await ask(step, other)).toMatchObject({ status: 403, body: { type: 'urn:solodesk:problem:forbidden' } });
    });

    it('told of a question that is not known there', async () => {
      expect(await ask(step, at.shop, { query: 'surprise=1' })).toMatchObject({
        status: 422,
        body: { errors: [{ in: 'query', field: 'surprise' }] },
      });
    });
  });

  // A survey that nobody was asked is one of zeros, on every site.
  const ofSomething = keyed.filter((step) => namesSomething(step) && step.id !== 'countSurvey');
  it.each(named(ofSomething))('finds nothing at %s with the key of another site', async (_id, step) => {
    const foreign = await ask(step, at.bakery);
    expect([foreign.status, foreign.body]).toMatchObject([404, { type: 'urn:solodesk:problem:not-found' }]);
  });

  it.each(named(keyed.filter(({ body }) => body !== undefined)))(
    'is told at %s of a body of another kind, broken, too large or unknown',
    async (_id, step) => {
      const typed = async (type: string) => (await ask(step, at.shop, { headers: { 'content-type': type } })).status;
      expect([await typed('text/plain'), await typed('application/json; charset=iso-8859-1')]).toEqual([415, 415]);
      const sent = (body: unknown) => ask(step, at.shop, { body });
      expect(await sent('{"subject": ')).toMatchObject({
        status: 400,
        body: { detail: expect.stringContaining('line 1') },
      });
      for (const body of ['"text"', 'null', '7']) expect((await sent(body)).status).toBe(400);
      expect((await sent(`{"subject":"${'x'.repeat(BIG)}"}`)).status).toBe(413);
      const unknown = await sent({ ...([step.body].flat()[0] as object), surprise: 1 });
      expect(unknown).toMatchObject({ status: 422, body: { errors: [{ in: 'body', field: 'surprise' }] } });
    },
    SLOW_MS,
  );

  it.each(named(keyed.filter(({ request }) => !request.startsWith('GET'))))(
    'is told at %s of an Idempotency-Key that is none',
    async (_id, step) => {
      expect(await ask(step, at.shop, { headers: { 'idempotency-key': 'a b' } })).toMatchObject({
        status: 400,
        body: { detail: expect.stringContaining('Idempotency-Key') },
      });
    },
  );
});

/** Whether its address has a part that names one thing. */
function namesSomething({ request }: Step): boolean {
  return !/^\w+ \/api\/(\w+|appointments\/free)(\?|$)/.test(request);
}
