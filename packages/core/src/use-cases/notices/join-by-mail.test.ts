import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Conversation } from '../../domain/conversation/conversation.ts';
import type { Visitor } from '../../domain/visitor.ts';
import type { OutboxJob } from '../../domain/notice/job.ts';
import type { MailPayload } from '../../domain/outbox/mail.ts';
import { anonymous } from '../../testing/contract/stage.ts';
import { createTestDesk } from '../../testing/test-desk.ts';
import type { TestDesk } from '../../testing/test-desk.ts';
import { joinByMail } from './join-by-mail.ts';
import type { MailedFiles } from './join-by-mail.ts';
import { receiveVisitorMessage } from '../conversation/receive-visitor-message.ts';
import { setBlocked } from '../visitor/update-visitor.ts';

const ID = '0f8fad5b-d9cb-869f-8165-70867728950e';

describe('an answer by mail', () => {
  let desk: TestDesk;
  let visitor: Visitor;
  let conversation: Conversation;
  /** Whose files were asked for. */
  const asked: string[] = [];

  beforeEach(async () => {
    desk = createTestDesk();
    visitor = await desk.store.createVisitor(anonymous('shop', 'v-1'), 'hash');
    ({ conversation } = await receiveVisitorMessage(desk, visitor, { text: 'hello', clientId: 'c-1' }));
  });

  const mailed = (text: string, change = {}, files: Partial<MailedFiles> = {}) => {
    const words = { site: 'shop', conversation: conversation.id, id: ID, text, from: 'ann@customer.example' };
    return joinByMail(desk, { ...words, ...change }, async (whose) => {
      asked.push(whose.id);
      return { taken: [], refused: [], ...files };
    });
  };
  const said = async () =>
    (await desk.store.readLog(conversation.key, { limit: 50 })).flatMap(({ entry }) =>
      entry.type === 'visitor_message' ? [entry.text] : [],
    );
  const outgoing = async () => {
    const now = desk.clock.now();
    return (await desk.store.claimJobs({ now, until: now, limit: 10, lease: 'L' })) as OutboxJob[];
  };

  it('is a message that the bot answers, by mail', async () => {
    expect(await mailed('how do I return it')).toBe('joined');
    expect(await said()).toEqual(['hello', 'how do I return it']);
    expect(await outgoing()).toMatchObject([
      {
        kind: 'mail',
        payload: {
          to: { address: 'ann@customer.example' },
          conversation: conversation.id,
          content: {
            template: 'owner_answer_unseen',
            toMail: true,
            answers: [{ name: 'Teal & Linen', text: 'Within 30 days.' }],
          },
        },
      },
    ]);
  });

  it('that is read twice is one message with one answer', async () => {
    await mailed('how do I return it');
    await mailed('how do I return it');
    expect(await said()).toHaveLength(2);
    expect(await outgoing()).toHaveLength(1);
  });

  it('carries the files that were taken, and may be nothing else', async () => {
    const photo = { id: 'f-1', name: 'crack.jpg', type: 'image/jpeg', bytes: 9 } as const;
    const upload = { ...photo, conversationKey: visitor.key, from: 'visitor', at: desk.clock.now() } as const;
    await desk.store.addUpload('shop', upload, 20);
    expect(await mailed('', {}, { taken: [photo] })).toBe('joined');
    const [, message] = (await desk.store.readLog(conversation.key, { limit: 50 })).filter(
      ({ entry }) => entry.type === 'visitor_message',
    );
    expect(message?.entry).toMatchObject({ text: '', attachments: [photo] });
    expect(await desk.store.findUpload('shop', 'f-1')).toMatchObject({ seq: message?.seq });
  });

  it('names the files that were not taken, each with its reason, and its sender hears of it', async () => {
    const refused = [{ name: 'setup.exe', fault: 'type' } as const, { name: 'film.mp4', fault: 'too_large' } as const];
    await mailed('x'.repeat(5_000), {}, { refused });
    const text = (await said())[1] ?? '';
    const names = 'setup.exe – this kind of file is not taken; film.mp4 – it is too large';
    expect(text.replace(/^x+/, '')).toBe(`\n(Attached, not kept: ${names})`);
    expect([...text].length).toBeLessThanOrEqual(4_000);
    const [mail] = await outgoing();
    const { content } = mail?.payload as MailPayload;
    const answers = 'answers' in content ? content.answers : [];
    expect(answers.at(-1)?.text).toBe(`These files of your mail could not be taken: ${names}.`);
  });

  it('is told of its files in its own language', async () => {
    await mailed('照片在附件里', {}, { refused: [{ name: `${'长'.repeat(80)}.heic`, fault: 'type' }] });
    expect((await said())[1]).toBe(`照片在附件里\n（附件未保存：${'长'.repeat(60)}…，不支持这种文件）`);
  });

  it('is no message where nothing is left of it', async () => {
    expect(await mailed('')).toBe('empty');
    expect(await said()).toEqual(['hello']);
  });

  it('joins nothing of another site, nor of a visitor who is blocked', async () => {
    expect(await mailed('hi', { site: 'bakery' })).toBe('refused');
    expect(await mailed('hi', { conversation: 'none' })).toBe('refused');
    await setBlocked(desk, 'shop', conversation.id, 'blocked');
    asked.length = 0;
    expect(await mailed('hi')).toBe('refused');
    expect(await said()).toEqual(['hello']);
    // Their files are not even looked at.
    expect(asked).toEqual([]);
  });
});
