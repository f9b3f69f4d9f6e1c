import type { Locale } from '@solodesk/core';
import { receiveMessageSchema } from '@solodesk/protocol';
import type { z } from 'zod';
import { html } from '../../help/html.ts';
import type { Html } from '../../help/html.ts';
import type { Told } from '../api-route.ts';
import { JsonSchemas } from '../json-schemas.ts';
import { answerSchema, fileAnswerSchema } from '../open-api-visitor.ts';
import { code, fields, marked } from './docs-parts.ts';
import type { DocsTexts } from './docs-texts.ts';
import { exampleOf } from './example.ts';
import { rowsOf } from './field-rows.ts';

/** A door of the visitors: it needs no key, and no scope. */
interface VisitorDoor {
  readonly id: 'receiveMessage' | 'receiveFile';
  readonly path: string;
  readonly title: Told;
  readonly about: Told;
  /** Fields of its JSON body; null where the body is a file. */
  readonly body: z.ZodType | null;
  /** What is said of the fields, by name. */
  readonly said: Readonly<Record<string, Told>>;
  readonly status: number;
  readonly answered: Told;
  readonly answer: z.ZodType;
  readonly errors: Told;
  request(publicUrl: string): string;
}

const ANSWERED: Readonly<Record<string, Told>> = {
  conversation: {
    en: 'Its id, for `conversation` of the next message.',
    zh: '对话的 id，供下一条消息的 `conversation` 使用。',
  },
  token: { en: 'Send it with the next message, to stay the same visitor.', zh: '下一条消息带上它，就仍是同一位访客。' },
  seq: { en: 'Place of the message in the conversation, from 1.', zh: '消息在对话中的序号，从 1 开始。' },
  state: {
    en: 'Who has the conversation: with `waiting` and `owner` a person answers later.',
    zh: '对话由谁处理：为 `waiting` 或 `owner` 时，稍后由人工回复。',
  },
  replies: {
    en: 'What the bot said to it; empty where a person answers.',
    zh: '机器人对这条消息的回复；由人工处理时为空。',
  },
};

export const VISITOR_DOORS: readonly VisitorDoor[] = [
  {
    id: 'receiveMessage',
    path: '/api/receive_message',
    title: { en: 'Say something as a visitor', zh: '以访客身份发消息' },
    about: {
      en: 'For a chat of your own: the same door, origins and limits as the widget’s. It needs no key: browsers may call it from the origins of the site, and programs that send no `Origin` from anywhere. The first message makes a new visitor, whose `token` goes with the next ones.',
      zh: '供您自己的聊天界面使用：入口、来源和限制都与挂件相同。不需要密钥：浏览器可以从站点自己的来源调用，不带 `Origin` 的程序可以从任何地方调用。第一条消息会建立一位新访客，之后的消息带上返回的 `token`。',
    },
    body: receiveMessageSchema,
    said: {
      message: {
        en: 'The words, at most 4,000 characters. May be left out where files go.',
        zh: '消息内容，最多 4,000 个字符。只发文件时可以省略。',
      },
      attachments: {
        en: 'Ids that `receive_file` has answered to the same token, at most five.',
        zh: '`receive_file` 对同一令牌返回的 id，最多五个。',
      },
      site: { en: 'May be left out when the server has one site.', zh: '服务器只有一个站点时可以省略。' },
      conversation: { en: 'As answered before; it must be the token’s.', zh: '之前返回的对话 id，必须属于该令牌。' },
      token: { en: 'As answered before; without it a new visitor is made.', zh: '之前返回的令牌；不带则建立新访客。' },
      clientId: {
        en: 'An id of your own: sent twice, the message is taken once.',
        zh: '您自己的 id：同一 id 发两次，消息只收一次。',
      },
      locale: { en: 'The visitor’s language.', zh: '访客的语言。' },
      consent: {
        en: 'Where the site asks for consent: which text was agreed to, and when.',
        zh: '站点要求同意时：同意了哪个版本，以及何时同意。',
      },
    },
    status: 200,
    answered: { en: 'It was taken, with what the bot said to it.', zh: '消息已收到，并附上机器人的回复。' },
    answer: answerSchema,
    errors: {
      en: 'A refusal is `{"error": {"kind", "message", "retryAfterMs"}}`, as the widget gets it: 400 `bad_request`, 401 `unauthorized` for a token that is none, 403 for another origin or a blocked visitor, 404 for a conversation that is not the token’s, 413 `too_large`, 429 `rate_limited` with the wait in `retryAfterMs`.',
      zh: '被拒绝时返回 `{"error": {"kind", "message", "retryAfterMs"}}`，与挂件收到的相同：400 `bad_request`；401 `unauthorized` 表示令牌无效；403 表示来源不符或访客被屏蔽；404 表示对话不属于该令牌；413 `too_large`；429 `rate_limited`，等待时间在 `retryAfterMs` 中。',
    },
    request: (url) =>
      `curl -X POST "${url}/api/receive_message" \\\n  -H "Content-Type: application/json" \\\n  -d '${JSON.stringify({ message: 'How long does delivery take?', site: 'shop' }, null, 2).replaceAll('\n', '\n  ')}'`,
  },
  {
    id: 'receiveFile',
    path: '/api/receive_file',
    title: { en: 'Bring in a file as a visitor', zh: '以访客身份上传文件' },
    about: {
      en: 'The body is the file and nothing else: JPEG, PNG, GIF, WebP, PDF, text, CSV, docx, xlsx, odt or ods by its content, of up to 10 MB, 20 an hour. The token is the one that `receive_message` has answered; `X-File-Name` holds the name, percent-encoded. Pictures are drawn anew, without what a camera writes into them. Name its id in `attachments` of a message within a day.',
      zh: '请求体就是文件本身：按内容识别的 JPEG、PNG、GIF、WebP、PDF、文本、CSV、docx、xlsx、odt 或 ods，最大 10 MB，每小时 20 个。令牌是 `receive_message` 返回的那个；`X-File-Name` 为百分号编码的文件名。图片会重新生成，去除相机写入的信息。请在一天之内把 id 写进某条消息的 `attachments`。',
    },
    body: null,
    said: {},
    status: 201,
    answered: { en: 'It lies ready to go with a message.', zh: '文件已就绪，可以随消息发送。' },
    answer: fileAnswerSchema,
    errors: {
      en: 'A refusal is `{"error": {"kind", "message", "fault", "retryAfterMs"}}`: 401 `unauthorized` for a token that is none, 413 `too_large`, 429 `rate_limited` with the wait in `retryAfterMs`; `fault` says why a file is not taken.',
      zh: '被拒绝时返回 `{"error": {"kind", "message", "fault", "retryAfterMs"}}`：401 `unauthorized` 表示令牌无效；413 `too_large`；429 `rate_limited`，等待时间在 `retryAfterMs` 中；`fault` 说明文件为何未被接受。',
    },
    request: (url) =>
      `curl --data-binary @vase.jpg "${url}/api/receive_file?site=shop" \\\n  -H "Authorization: Bearer $TOKEN" \\\n  -H "Content-Type: application/octet-stream" \\\n  -H "X-File-Name: vase%20broken.jpg"`,
  },
];

/** The articles about the visitors' doors, which stand in no table of routes: their errors are the widget's. */
export function visitorArticles(around: { locale: Locale; publicUrl: string; texts: DocsTexts }): Html {
  return html`${VISITOR_DOORS.map((door) => article(door, around))}`;
}

function article(
  { id, path, title, about, body, said, status, answered, answer, errors, request }: VisitorDoor,
  { locale, publicUrl, texts }: { locale: Locale; publicUrl: string; texts: DocsTexts },
): Html {
  const schemas = new JsonSchemas();
  const told = (rows: ReturnType<typeof rowsOf>, words: VisitorDoor['said']) =>
    rows.map((row) => ({
      ...row,
      about: (row.depth === 0 ? words[row.name]?.[locale] : undefined) ?? (locale === 'en' ? row.about : ''),
    }));
  const shape = schemas.output(answer);
  return html`<article id="${id}" class="operation">
    <h3>${title[locale]}</h3>
    <p class="address"><span class="method post">POST</span> <code>${path}</code></p>
    <p>${marked(about[locale])}</p>
    ${
      body === null
        ? null
        : html`<h4>${texts.body}</h4>
            ${fields(told(rowsOf(schemas.input(body), schemas, locale), said), texts)}`
    }
    <h4>${texts.request}</h4>
    ${code(request(publicUrl))}
    <h4>${texts.answer} <b class="status">${status}</b></h4>
    <p>${answered[locale]}</p>
    ${code(JSON.stringify(exampleOf(shape, schemas), null, 2))}
    <details>
      <summary>${texts.fields}</summary>
      ${fields(told(rowsOf(shape, schemas, locale), ANSWERED), texts)}
    </details>
    <h4>${texts.errors}</h4>
    <p>${marked(errors[locale])}</p>
  </article>`;
}
