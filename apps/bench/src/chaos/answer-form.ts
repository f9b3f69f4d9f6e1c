import type { ChatClient } from '@solodesk/client';
import { between, pick } from '../desk/seeded-random.ts';
import type { Random } from '../desk/seeded-random.ts';

/** Of ten questions of a form so many are answered: the others are left for something else. */
const ANSWERED = 0.9;
/** The first buttons that everybody chooses from. */
const WANTED = 2;

/** Whether the bot waits for an answer. */
export function isAsked(client: ChatClient): boolean {
  const last = lastSaid(client);
  return last?.type === 'bot_message' && (last.ask !== undefined || buttonsOf(last.quickReplies).length > 0);
}

/** Answers what the bot asks for, if it asks; presses the first buttons, so that many want the same time. */
export function answerForm(client: ChatClient, random: Random): boolean {
  const last = lastSaid(client);
  if (last?.type !== 'bot_message' || random() >= ANSWERED) return false;
  const { ask } = last;
  const buttons = buttonsOf(last.quickReplies);
  const go = buttons.find(({ intent }) => intent?.endsWith('.send'));
  if (go?.intent !== undefined) client.send(go.label, go.intent);
  else if (buttons.length > 0) {
    const { label, intent } = pick(random, buttons.slice(0, WANTED));
    client.send(label, intent);
  } else if (ask?.type === 'email') client.send(`v${between(random, 1, 9_999)}@mail.example`);
  else if (ask?.type === 'phone') client.send('+49 341 1234567');
  else if (ask?.type === 'text') client.send('Ann Lee');
  else return false;
  return true;
}

/** Choices, times and "send": what goes on, and not what cancels. */
const OF_A_FORM = /^solodesk\.(?:form\.(?:choose|send|go-on)|action\.)/;

function lastSaid(client: ChatClient) {
  const said = client.getState().items.filter(({ type }) => type === 'bot_message' || type === 'outbox');
  return said.at(-1);
}

const buttonsOf = (replies: readonly { label: string; intent?: string }[] = []) =>
  replies.filter(({ intent }) => intent !== undefined && OF_A_FORM.test(intent));
