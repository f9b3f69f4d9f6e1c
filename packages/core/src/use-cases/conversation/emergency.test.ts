import { beforeEach, describe, expect, it } from '@jest/globals';
import { flagPhrase } from '../../domain/emergency/flag-phrase.ts';
import type { Visitor } from '../../domain/visitor.ts';
import { anonymous } from '../../testing/contract/stage.ts';
import { createTestDesk } from '../../testing/test-desk.ts';
import type { TestDesk } from '../../testing/test-desk.ts';
import { replyAsOwner } from './act-as-owner.ts';
import { receiveVisitorMessage } from './receive-visitor-message.ts';

let desk: TestDesk;
let visitor: Visitor;

beforeEach(async () => {
  desk = createTestDesk();
  Object.assign(desk.site, {
    emergency: {
      number: '+1 911',
      flags: [
        {
          name: 'chest-pain',
          phrases: ['chest pain', '胸 痛'].map(flagPhrase),
          firstAid: { en: 'Sit down and rest.' },
        },
        { name: 'fainted', phrases: [flagPhrase('fainted')], firstAid: {} },
      ],
    },
  });
  visitor = await desk.store.createVisitor(anonymous('shop', 'v-1'), 'hash');
});

const receive = (text: string, clientId = desk.ids.uuid()) => receiveVisitorMessage(desk, visitor, { text, clientId });
const conversation = async () => {
  const found = await desk.store.findConversationOfVisitor('shop', visitor.key);
  if (found === null) throw new Error('there is no conversation');
  return found;
};
const log = async () =>
  (await desk.store.readLog((await conversation()).key, { limit: 100 })).map(({ entry }) => entry);

describe('somebody who may be in danger', () => {
  it('gets the number, the approved steps and a person, in one commit with the message', async () => {
    await receive('I have chest pain');
    expect((await conversation()).version).toBe(1);
    const [said, handoff, warning, ...more] = await log();
    expect(more).toEqual([]);
    expect(said).toMatchObject({ type: 'visitor_message' });
    expect(handoff).toEqual({ type: 'handoff', reason: 'emergency' });
    expect(warning).toMatchObject({
      type: 'bot_message',
      replyTo: 1,
      links: [{ label: 'Call +1 911', url: 'tel:+1911' }],
    });
    const text = warning?.type === 'bot_message' ? warning.text : '';
    expect(text).toMatch(
      /^This may be an emergency. Call \+1 911 now.*\n\nSit down and rest.\n\nI have passed this on to Mara/,
    );
    expect(await conversation()).toMatchObject({ state: 'waiting', botDue: [], promisedFor: null });
    expect(desk.announcements).toHaveLength(1);
  });

  it('is given no steps where the owner approved none', async () => {
    await receive('she fainted');
    const [, , warning] = await log();
    expect(warning?.type === 'bot_message' && warning.text.split('\n\n')).toHaveLength(2);
  });

  it('is answered in Chinese, with no English steps left out silently', async () => {
    await receive('我胸口很痛');
    const [, , warning] = await log();
    expect(warning?.type === 'bot_message' && warning.text).toMatch(/^这可能是紧急情况。请马上拨打 \+1 911/);
  });

  it('is told also while waiting for a person, without a second handoff', async () => {
    await receive('I want a person');
    const before = (await conversation()).waitingSince;
    desk.clock.advance(60_000);
    await receive('now he has chest pain');
    const entries = await log();
    expect(entries.filter(({ type }) => type === 'handoff')).toHaveLength(1);
    expect(entries.at(-1)).toMatchObject({ type: 'bot_message', links: [{ url: 'tel:+1911' }] });
    expect(await conversation()).toMatchObject({ state: 'waiting', waitingSince: before });
  });

  it('hears the number again for whatever is asked while nobody has come, and nothing for what is told', async () => {
    await receive('I have chest pain');
    await receive('what do I do now');
    expect((await log()).at(-1)).toMatchObject({
      type: 'bot_message',
      text: 'I cannot judge that. Please call +1 911 now: the people there tell you what to do, step by step.',
      links: [{ url: 'tel:+1911' }],
    });
    expect((await log()).filter(({ type }) => type === 'handoff')).toHaveLength(1);
    await receive('要去医院吗');
    expect((await log()).at(-1)).toMatchObject({ type: 'bot_message', text: expect.stringMatching(/^这个我无法判断/) });
    await receive('he is sweating');
    expect((await log()).at(-1)).toMatchObject({ type: 'visitor_message' });
    expect(await conversation()).toMatchObject({ state: 'waiting', urgent: true });
    const { id } = await conversation();
    await replyAsOwner(desk, { site: 'shop', conversationId: id, ownerName: 'Mara' }, 'On my way', desk.ids.uuid());
    await receive('when are you here?');
    expect((await log()).at(-1)).toMatchObject({ type: 'visitor_message' });
  });

  it('is left to the person who has the conversation', async () => {
    await receive('hello');
    const { id } = await conversation();
    await replyAsOwner(desk, { site: 'shop', conversationId: id, ownerName: 'Mara' }, 'Hi', desk.ids.uuid());
    await receive('chest pain');
    expect((await log()).at(-1)).toMatchObject({ type: 'visitor_message', text: 'chest pain' });
  });

  it('gets the number before the bot has learned anything', async () => {
    desk.learned = false;
    await receive('chest pain');
    expect((await log()).at(-1)).toMatchObject({ type: 'bot_message' });
  });

  it('finds the number under whatever the bot did not understand, without an alarm', async () => {
    await receive('zzz qqq xxx');
    const entries = await log();
    expect(entries.filter(({ type }) => type === 'handoff')).toEqual([]);
    const last = entries.at(-1);
    expect(last?.type === 'bot_message' && last.text).toMatch(
      /\n\nIf somebody is in danger, do not wait: call \+1 911\.$/,
    );
    await receive('I want a person');
    const asked = (await log()).at(-1);
    expect(asked?.type === 'bot_message' && asked.text).not.toContain('911');
  });

  it('is warned once when the message comes twice', async () => {
    await receive('chest pain', 'same');
    await receive('chest pain', 'same');
    expect(await log()).toHaveLength(3);
  });
});
