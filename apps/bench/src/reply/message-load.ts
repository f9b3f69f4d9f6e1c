/** A process of many visitors who write as fast as they are served. Takes its orders from the process that started it. */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { ACTION_INTENTS, timeOrderedId } from '@solodesk/protocol/visitor';
import type { VisitorEvents } from '@solodesk/protocol/visitor';
import { connectVisitor } from '../desk/connect.ts';
import type { VisitorSocket } from '../desk/connect.ts';
import { seededRandom } from '../desk/seeded-random.ts';
import type { LoadAnswer, LoadCounts, LoadOrder, RunOrder } from './load-order.ts';
import { sentenceSource } from './sentences.ts';

/** A message that takes longer than this fails the run. */
const STUCK_MS = 20_000;

interface Talker {
  conversation: string;
  /** Says one thing; resolves when it is done. Answers whether it only brought the bot back. */
  say(): Promise<boolean>;
}

let talkers: Talker[] = [];

async function connect(order: LoadOrder): Promise<void> {
  const next = sentenceSource(order.phrasings, seededRandom(order.seed));
  for (let made = 0; made < order.connections; made++) {
    const { socket } = await connectVisitor(order.url, order.site);
    const talker = makeTalker(socket, order, () => next().text);
    await talker.say();
    talkers.push(talker);
  }
}

function makeTalker(socket: VisitorSocket, { bot, ordered }: LoadOrder, nextText: () => string): Talker {
  let away = false;
  let asked = false;
  let heard: (body: VisitorEvents) => void = () => undefined;
  socket.on('events', (body) => {
    away = body.state === 'waiting';
    for (const event of body.events) if (event.type === 'bot_message') asked = event.ask !== undefined;
    heard(body);
  });
  const talker: Talker = {
    conversation: '',
    say: () =>
      new Promise((resolve, reject) => {
        const clientId = ordered ? timeOrderedId(randomUUID(), Date.now()) : randomUUID();
        // Who is asked for something (a complaint begins a form, whatever it is about) leaves it: what follows is a question again.
        const leaves = bot && asked && !away;
        const resumes = bot && (away || asked);
        // The message itself is told by the ack (with `at`) or by an event.
        let open = bot ? 3 : 2;
        const stuck = setTimeout(() => reject(new Error('a message was not done in time')), STUCK_MS);
        const step = () => {
          open -= 1;
          if (open > 0) return;
          clearTimeout(stuck);
          resolve(resumes);
        };
        heard = ({ events }) => {
          for (const event of events) {
            if (event.type === 'visitor_message' && event.clientId === clientId) step();
            if (bot && event.type === 'bot_message') step();
          }
        };
        const intent = bot && away ? { intent: ACTION_INTENTS.resumeBot } : {};
        socket.emit('message', { clientId, text: leaves ? 'cancel' : nextText(), ...intent }, (answer) => {
          if (!answer.ok) return reject(new Error(`${answer.error.kind}: ${answer.error.message}`));
          talker.conversation = answer.conversation;
          step();
          if (answer.at !== undefined) step();
        });
      }),
  };
  return talker;
}

async function run(ms: number): Promise<LoadCounts> {
  const began = performance.now();
  const counts = { messages: 0, resumed: 0 };
  await Promise.all(
    talkers.map(async (talker) => {
      while (performance.now() - began < ms) {
        if (await talker.say()) counts.resumed += 1;
        counts.messages += 1;
      }
    }),
  );
  const took = performance.now() - began;
  // The console hears the last of it a moment later.
  await pause(50);
  return { ...counts, ms: took };
}

async function obey(order: LoadOrder | RunOrder): Promise<LoadAnswer> {
  if (order.kind === 'run') return { kind: 'ran', counts: await run(order.ms) };
  talkers = [];
  await connect(order);
  return { kind: 'connected', conversations: talkers.map((talker) => talker.conversation) };
}

process.on('message', (order: LoadOrder | RunOrder) => {
  obey(order).then(
    (answer) => process.send?.(answer),
    (error: unknown) => process.send?.({ kind: 'failed', reason: String(error) } satisfies LoadAnswer),
  );
});
