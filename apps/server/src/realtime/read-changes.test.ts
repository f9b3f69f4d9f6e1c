import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Secret, TOTP } from 'otpauth';
import { ApiDesk } from '../testing/api-desk.ts';
import { FollowedReads } from '../testing/followed-reads.ts';
import { OWNER, postToConsole } from '../testing/owner.ts';
import type { Owner } from '../testing/owner.ts';
import { until } from '../testing/until.ts';
import type { Visitor } from '../testing/visitor.ts';

/** What the console's screens read, of two contacts and their conversation. */
const ADDRESSES = [
  ...['', '/1', '/1/profile', '/1/timeline', '/1/life', '/1/duplicates', '/2'].map((path) => `contacts/shop${path}`),
  ...['tags', 'segments', 'life', 'blocked', 'faqs', 'unanswered', 'settings', 'holidays', 'sites'].map(ofShop),
  ...['problems', 'webhooks', 'keys', 'spend', 'feedback', 'surveys', 'satisfaction', 'imports', 'insights'].map(
    ofShop,
  ),
  ...['unanswered/shop/count', 'privacy/shop/erasures', 'sessions', 'second-factor', 'notices', 'session'],
];
function ofShop(first: string): string {
  return `${first}/shop`;
}

/** What is done over HTTP, by the first part of its address: here followed from another device. */
const FOLLOWED = new Set<string>();
/** Not followed here, each with its reason. */
const OTHERWISE: Readonly<Record<string, string>> = {
  setup: 'before there is a second device',
  password: 'changes nothing that is read; it ends sessions, which `sessions` follows',
  logout: 'ends a session, which `sessions` follows',
  installation: 'asks about a page',
  phrasings: 'asks how others say it',
  files: 'is told of as a message, which the queue’s tests follow',
  tickets: 'is told of as a ticket, which the tickets’ tests follow',
  quality: 'is measured when it is asked for',
  insights: 'pins themes of a night’s run, of which these sites have none; its own test follows that',
  surveys: 'sends mails; its answers are followed',
};

describe('what a console reads over HTTP', () => {
  let at: ApiDesk;
  let owner: Owner;
  let followed: FollowedReads;
  let visitor: Visitor;
  let conversation: string;
  /** Who is asked how it was. */
  let guest: Visitor;
  let guestKey: number;
  beforeAll(async () => {
    at = await ApiDesk.start();
    owner = await at.desk.console();
    await at.ok('POST /api/customers', { id: 'K-1', name: 'Ada', email: 'ada@one.example', phone: '+49 30 901820' });
    await at.ok('POST /api/customers', { id: 'K-2', name: 'Ada L.', email: 'ada@two.example', phone: '+49 30 901820' });
    visitor = await at.desk.visit();
    const said = await visitor.mustSay('purple elephants flying backwards');
    await visitor.answerTo(said.seq);
    ({ conversation } = said);
    const row = await at.desk.store.findConversation('shop', conversation);
    const write = { site: 'shop', at: at.clock.now(), uuid: () => crypto.randomUUID(), batch: null };
    await at.desk.store.noteVisitorContact(row?.visitor.key ?? 0, { email: 'bo@three.example' }, write);
    guest = await at.desk.visit();
    const greeted = await guest.mustSay('hello');
    guestKey = (await at.desk.store.findConversation('shop', greeted.conversation))!.visitor.key;
    followed = await FollowedReads.begin(at.desk, ADDRESSES);
  });
  afterAll(() => at.end());

  const post = async (address: string, body: object) => {
    FOLLOWED.add(/^\w[\w-]*/.exec(address)?.[0] ?? '');
    const response = await postToConsole(at.desk.url, `/${address}`, body, owner.cookie);
    const answer = (await response.json()) as Record<string, unknown>;
    if (!response.ok) throw new Error(`${address}: ${JSON.stringify(answer)}`);
    return answer;
  };
  async function read<T>(address: string): Promise<T> {
    const response = await fetch(`${at.desk.url}/console/api/${address}`, { headers: { cookie: owner.cookie } });
    return (await response.json()) as T;
  }
  const afterPost = (address: string, body: object) => followed.after(() => post(address, body));

  it('follows what is noted of a contact, who is blocked, merged and parted, and what a program sends', async () => {
    expect(await afterPost('contacts/shop/1/profile', { addTags: ['wholesale'] })).toEqual(
      expect.arrayContaining(['contacts/shop/1/profile', 'tags/shop']),
    );
    expect(await afterPost('contacts/shop/3/block', { blocked: true })).toContain('blocked/shop');
    const { blocked } = await read<{ blocked: { visitor: number }[] }>('blocked/shop');
    expect(await afterPost(`blocked/shop/${blocked[0]?.visitor}`, { blocked: false })).toContain('blocked/shop');
    expect(await afterPost('contacts/shop/1/merge', { loser: 2 })).toContain('contacts/shop');
    const { merges } = await read<{ merges: { key: number }[] }>('contacts/shop/1/duplicates');
    expect(await afterPost(`merges/shop/${merges[0]?.key}/undo`, {})).toContain('contacts/shop/2');
    const renamed = { id: 'K-1', name: 'Ada Lovelace', email: 'ada@one.example' };
    expect(await followed.after(() => at.ok('POST /api/customers', renamed))).toContain('contacts/shop/1');
    const segments = [{ name: 'wholesale', where: { tags: ['wholesale'] } }];
    expect(await afterPost('segments/shop', { was: [], segments })).toContain('segments/shop');
  });

  it('follows an import from its beginning to its end, and back', async () => {
    const upload = async () => {
      const response = await fetch(`${at.desk.url}/console/api/imports/shop?name=people.csv`, {
        ...{ method: 'POST', body: 'id,name,email\nI-1,Ida,ida@one.example\n' },
        headers: { 'content-type': 'text/csv', 'x-solodesk': '1', cookie: owner.cookie },
      });
      const { id } = (await response.json()) as { id: string };
      await post(`imports/shop/${id}`, { kind: 'customers', map: [] });
    };
    expect(await followed.after(upload)).toContain('imports/shop');
    await until(async () => JSON.stringify(await read('contacts/shop')).includes('Ida'), 'for the import');
    const { batches } = await read<{ batches: { key: number }[] }>('imports/shop');
    const undone = await afterPost(`imports/shop/batches/${batches[0]?.key}/undo`, {});
    expect(undone).toEqual(expect.arrayContaining(['imports/shop', 'contacts/shop']));
  });

  it('follows settings, holidays, FAQs, problems, webhooks, keys and spend', async () => {
    const { version } = await read<{ version: string }>('settings/shop');
    const draft = { values: { name: 'Another shop' } };
    const saved = await afterPost('settings/shop/save', { version, draft, locale: 'en' });
    expect(saved).toEqual(expect.arrayContaining(['settings/shop', 'sites/shop']));
    const { undo } = await read<{ undo: string }>('settings/shop');
    expect(await afterPost('settings/shop/undo', { undo })).toContain('settings/shop');
    const holidays = [{ date: '2026-12-24', name: { en: 'Christmas Eve' } }];
    expect(await afterPost('holidays/shop', { was: [], holidays })).toContain('holidays/shop');
    expect(await afterPost('sites/shop', { ownerName: 'Bea' })).toContain('sites/shop');
    expect(await afterPost('problems/shop', { text: { en: 'Parcels are late' }, words: ['parcel'] })).toContain(
      'problems/shop',
    );
    const { problems } = await read<{ problems: { id: string }[] }>('problems/shop');
    expect(await afterPost(`problems/shop/${problems[0]?.id}/fixed`, { text: { en: 'Fixed' } })).toContain(
      'problems/shop',
    );
    const hook = { url: 'https://hooks.example/x', events: ['ticket.created'] };
    expect(await afterPost('webhooks/shop', hook)).toContain('webhooks/shop');
    expect(await afterPost('keys/shop', { name: 'Till', scopes: ['orders:write'] })).toContain('keys/shop');
    const spent = { channel: 'ads', month: '2026-10', currency: 'EUR', amount: 10 };
    expect(await afterPost('spend/shop', spent)).toContain('spend/shop');
    const said = (text: string) => ({ text, links: [], quickReplies: [] });
    const faq = {
      ...{ question: { en: 'Is it new?', zh: '是新的吗？' }, phrasings: { en: ['is it new'], zh: ['是新的吗'] } },
      ...{ answer: { en: said('Yes, it is.'), zh: said('是的。') }, followUp: null },
    };
    const change = { kind: 'add_faq', category: 'returns', faq };
    expect(await afterPost('faqs/shop/save', { change, keys: [] })).toContain('faqs/shop');
  });

  it('follows what visitors answer when they are asked how it was', async () => {
    const id = crypto.randomUUID();
    await at.desk.store.askSurvey({
      ...{ id, site: 'shop', survey: 'satisfaction', visitorKey: guestKey, contactKey: null },
      ...{ conversationKey: null, ticket: null, locale: 'en', askedAt: at.clock.now(), restMs: 1 },
    });
    const answered = await followed.after(() => guest.emit('rate', { request: id, score: 9 }));
    expect(answered).toEqual(['satisfaction/shop']);
    expect(await read('satisfaction/shop')).toMatchObject({ latest: [{ score: 9 }] });
  });

  it('follows the account: what it is called, where it is signed in, and how it is reached', async () => {
    const login = () => post('login', { ...OWNER, code: null, device: 'Phone' });
    expect(await followed.after(login)).toContain('sessions');
    expect(await afterPost('sessions/others/revoke', {})).toContain('sessions');
    expect(await afterPost('account', { name: 'Mei L.', email: OWNER.email, current: OWNER.password })).toContain(
      'session',
    );
    const notices = { mail: false, address: null, locale: 'zh', quiet: null };
    expect(await afterPost('notices', notices)).toContain('notices');
    const { secret } = (await post('second-factor/begin', { current: OWNER.password })) as { secret: string };
    const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at.clock.now() });
    expect(await afterPost('second-factor/confirm', { code })).toContain('second-factor');
  });

  it('follows the questions that are seen to, and who is erased', async () => {
    const keys = (await at.desk.store.unanswered('shop', { status: 'open', limit: 10 })).map((each) => each.key);
    expect(await afterPost('unanswered/shop/status', { keys, status: 'ignored' })).toContain('unanswered/shop');
    const { confirm } = await read<{ confirm: string }>(`privacy/shop/person?conversation=${conversation}`);
    const erased = await afterPost('privacy/shop/erase', { conversation, confirm });
    expect(erased).toEqual(expect.arrayContaining(['privacy/shop/erasures', 'contacts/shop']));
  });

  it('is changed by no address that is not followed', () => {
    const folders = ['../http/console/', '../imports/', '../faqs/', '../files/'].map(
      (path) => new URL(path, import.meta.url),
    );
    const sources = folders.flatMap((folder) =>
      readdirSync(folder)
        .filter((name) => /api\.ts$/.test(name))
        .map((name) => readFileSync(new URL(name, folder), 'utf8')),
    );
    const changing = sources.flatMap((text) =>
      [...text.matchAll(/router\.(?:post|put|patch|delete)\(\s*['`]\/([\w-]+)/g)].map(([, first]) => first ?? ''),
    );
    expect(changing.length).toBeGreaterThan(40);
    const missing = changing.filter((first) => !FOLLOWED.has(first) && OTHERWISE[first] === undefined);
    expect(missing).toEqual([]);
  });
});
