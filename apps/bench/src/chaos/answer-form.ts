import type { ChatClient } from '@solodesk/client';
import { between, pick } from '../desk/seeded-random.ts';
import type { Random } from '../desk/seeded-random.ts';

/** Of ten questions of a form so many are answered: the others are left for something else. */
const ANSWERED = 0.9;

/** Answers what the bot asks for, if it asks; presses the first buttons, so that many want the same time. */
export function answerForm(client: ChatClient, random: Random): boolean {
  const said = client.getState().items.filter(({ type }) => type === 'bot_message' || type === 'outbox');
  const last = said.at(-1);
  if (last?.type !== 'bot_message' || random() >= ANSWERED) return false;
  const { ask, quickReplies = [] } = last;
  const buttons = quickReplies.filter(({ intent }) => intent !== undefined && OF_A_FORM.test(intent));
  const go = buttons.find(({ intent }) => intent?.endsWith('.send'));
  if (go?.intent !== undefined) client.send(go.label, go.intent);
  else if (buttons.length > 0) {
    const { label, intent } = pick(random, buttons.slice(0, 3));
    client.send(label, intent);
  } else if (ask?.type === 'email') client.send(`v${between(random, 1, 9_999)}@mail.example`);
  else if (ask?.type === 'phone') client.send('+49 341 1234567');
  else if (ask?.type === 'text') client.send('Ann Lee');
  else return false;
  return true;
}

/** Choices, times and "send": what goes on, and not what cancels. */
const OF_A_FORM = /^solodesk\.(?:form\.(?:choose|send|go-on)|action\.)/;
