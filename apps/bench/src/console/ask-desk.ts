import type { OwnerSocket } from '../desk/connect.ts';
import { pick } from '../desk/seeded-random.ts';
import type { Random } from '../desk/seeded-random.ts';
import { orderNumber, personOf, rareWord } from './desk-words.ts';
import type { FilledDesk } from './fill-desk.ts';

/** A desk that is asked, from a signed-in console. */
export interface AskedDesk extends FilledDesk {
  url: string;
  cookie: string;
  socket: OwnerSocket;
  site: string;
}

/** One question to the server; resolves when the whole answer is there. @throws when it is refused. */
export type Question = (desk: AskedDesk, random: Random) => Promise<unknown>;

const WITHIN_MS = 30_000;
/** Of twenty customers that are looked at, one has a long history. */
const REGULAR = 0.05;

const anybody = ({ stored, regulars }: FilledDesk, random: Random): number =>
  random() < REGULAR ? pick(random, regulars) : Math.floor(random() * stored.customers);

async function get({ url, cookie }: AskedDesk, path: string): Promise<unknown> {
  const answer = await fetch(`${url}/console/api${path}`, {
    headers: { cookie, 'x-solodesk': '1' },
    signal: AbortSignal.timeout(WITHIN_MS),
  });
  const body = (await answer.json()) as unknown;
  if (!answer.ok) throw new Error(`${path} was refused: ${JSON.stringify(body)}`);
  return body;
}

async function emit(desk: AskedDesk, event: 'queue' | 'tickets', body: object): Promise<unknown> {
  const answer = await desk.socket.timeout(WITHIN_MS).emitWithAck(event, { site: desk.site, ...body } as never);
  if (!answer.ok) throw new Error(`${event} was refused: ${answer.error.kind}`);
  return answer;
}

const search =
  (words: (desk: AskedDesk, random: Random) => string, more: (desk: AskedDesk, random: Random) => string = () => '') =>
  (desk: AskedDesk, random: Random) =>
    get(desk, `/search/${desk.site}?q=${encodeURIComponent(words(desk, random))}${more(desk, random)}`);

const fewDays = (_: AskedDesk, random: Random) => {
  const from = Date.now() - Math.floor(100 + random() * 500) * 86_400_000;
  return `&from=${from}&to=${from + 7 * 86_400_000}`;
};

/** What is typed into the search: from what is in one row to what is in every third, and what is nowhere. */
export const SEARCHES: Readonly<Record<string, Question>> = {
  aName: search((desk, random) => personOf(anybody(desk, random)).name),
  anAddress: search((desk, random) => personOf(anybody(desk, random)).email),
  aNumbersEnd: search((desk, random) => personOf(anybody(desk, random)).phone.slice(-4)),
  aTicket: search(({ stored }, random) => `SHOP-T${1 + Math.floor(random() * stored.tickets)}`),
  anOrder: search(({ stored }, random) => orderNumber(Math.floor(random() * stored.customers))),
  aRareWord: search((_, random) => rareWord(Math.floor(random() * 8_000))),
  aCommonWord: search((_, random) => pick(random, ['delivery', 'refund', 'working days'])),
  whileTyping: search((_, random) => pick(random, ['de', 'ref', 'gab', 'wo'])),
  commonWordsNeverTogether: search((_, random) => pick(random, ['delivery refund', 'refund chart', 'working label'])),
  twoSigns: search((_, random) => pick(random, ['退货', '尺码'])),
  signsNeverTogether: search(() => '退货 尺码'),
  whatIsNowhere: search(() => 'xylophone'),
  ofOpenOnes: search(
    () => 'delivery',
    () => '&state=open',
  ),
  ofFewDays: search(() => 'refund', fewDays),
  ofOnePerson: search(
    () => 'delivery',
    ({ regulars }, random) => `&person=${1 + pick(random, regulars)}`,
  ),
};

export const QUESTIONS = {
  queue: (desk) => emit(desk, 'queue', {}),
  timeline: (desk, random) => get(desk, `/contacts/${desk.site}/${1 + anybody(desk, random)}/timeline`),
  customer: (desk, random) => get(desk, `/contacts/${desk.site}/${1 + anybody(desk, random)}`),
  contacts: (desk) => get(desk, `/contacts/${desk.site}`),
  contactsNamed: (desk, random) => {
    const { name, email } = personOf(anybody(desk, random));
    return get(
      desk,
      `/contacts/${desk.site}?search=${encodeURIComponent(pick(random, [name, email, 'nobody at all']))}`,
    );
  },
  tickets: (desk, random) => emit(desk, 'tickets', { filter: pick(random, ['open', 'waiting', 'solved', 'all']) }),
  ticketsNamed: (desk, random) =>
    emit(desk, 'tickets', {
      filter: pick(random, ['open', 'all']),
      search: pick(random, ['vienna', rareWord(777), 'xylophone']),
    }),
} satisfies Record<string, Question>;
