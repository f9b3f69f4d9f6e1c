import type { ApiScope, Locale } from '@solodesk/core';
import type { ApiTag } from '../api-route.ts';
import type { ProblemKind } from '../problem.ts';

/** What the page says besides what the routes say of themselves. Words between backticks are code. */
export interface DocsTexts {
  lang: string;
  language: string;
  title: string;
  description: string;
  skip: string;
  languages: string;
  contents: string;
  start: string;
  rules: readonly string[];
  scopes: string;
  scopesText: string;
  scope: Record<ApiScope, string>;
  errors: string;
  errorsText: string;
  errorExample: string;
  problems: Record<ProblemKind, string>;
  tags: Record<ApiTag, string>;
  needs: string;
  inPath: string;
  inQuery: string;
  body: string;
  orArray(most: number): string;
  request: string;
  answer: string;
  fields: string;
  needed: string;
}

const errorExample = `HTTP/1.1 422
Content-Type: application/problem+json

{
  "type": "urn:solodesk:problem:invalid",
  "title": "The request is not valid",
  "status": 422,
  "detail": "\\"price\\" must be a whole number of minor units (4990 for 49.90)",
  "errors": [{ "in": "body", "pointer": "/price", "field": "price", "reason": "must be a whole number of minor units …" }]
}`;

const en: DocsTexts = {
  lang: 'en',
  language: 'English',
  title: 'Solodesk API',
  description:
    'Tickets, customers, orders, products, appointments, conversations and webhooks of one site, over HTTPS and JSON.',
  skip: 'To the content',
  languages: 'Languages and formats',
  contents: 'Contents',
  start: 'How it works',
  rules: [
    'Make a key in the console under Settings → API keys and send it as `Authorization: Bearer …`. Keep it on your server: in a web page everybody could read it.',
    'A key is good for one site and for its scopes. What belongs to another site is answered like what does not exist.',
    'Send an `Idempotency-Key` with whatever changes something. A repeat within 24 hours gets the first answer again, with `Idempotency-Replayed: true`, and nothing is done twice.',
    'Lists come in pages: `{"items": […], "next": "…"}`. Send `next` as `cursor` until it is null.',
    'Moments are ISO 8601 (UTC in answers), amounts whole numbers of minor units with their ISO 4217 currency (4990 EUR is 49.90 €), telephone numbers E.164.',
    'A key may make 120 calls at once and 20 a second after that. Above it comes 429 with `Retry-After`, in seconds.',
    '`POST /api/receive_message` needs no key: it is the visitor’s door, open to the origins of the site. Its files come by `POST /api/receive_file`, with the token that it has answered.',
  ],
  scopes: 'Scopes',
  scopesText: 'Give a key only what it needs.',
  scope: {
    'products:write': 'Send and remove products',
    'orders:write': 'Send orders, and the customers that they name',
    'customers:write': 'Send customers',
    'products:read': 'Read products',
    'orders:read': 'Read orders',
    'customers:read': 'Read customers',
    'tickets:read': 'Read tickets, without what is sensitive',
    'tickets:write': 'Make and change tickets',
    'appointments:read': 'Read appointments and free slots',
    'appointments:write': 'Book, move and cancel appointments',
    'conversations:read': 'Read conversations as they were typed',
    'surveys:read': 'Read scores and surveys',
    'recommendations:read': 'Read what to recommend',
    'insights:read': 'Read the figures of the business',
    'feedback:read': 'Read feedback from elsewhere',
    'feedback:write': 'Send feedback from elsewhere',
    'webhooks:write': 'List, add, change, test and remove webhooks',
  },
  errors: 'Errors',
  errorsText:
    'Errors are `application/problem+json` (RFC 9457). `type` says what kind it is, and `errors` names each wrong field.',
  errorExample,
  problems: {
    malformed: 'The body is no JSON (line and column are told), or a header cannot be read.',
    unauthorized: 'There is no key, or it is not good; why is not told.',
    forbidden: 'The key lacks the scope, or the thing may not be changed any more.',
    not_found: 'There is no such thing on this site.',
    wrong_method: 'The address takes other methods: see `Allow`.',
    conflict: 'Somebody else was faster: the time is taken, or the same request is under way.',
    too_large: 'The body is larger than 4 MB, or holds too many records.',
    wrong_media_type: 'The body must be `application/json`.',
    invalid: 'Something that was sent is not valid; `errors` says what.',
    key_reused: 'The `Idempotency-Key` was sent with another request.',
    rate_limited: 'Too many calls; come again after `Retry-After` seconds.',
    internal: 'Something went wrong on our side.',
    unavailable: 'It cannot be stored just now; try again.',
  },
  tags: {
    tickets: 'Tickets',
    customers: 'Customers',
    orders: 'Orders',
    products: 'Products',
    appointments: 'Appointments',
    conversations: 'Conversations',
    surveys: 'Surveys',
    recommendations: 'Recommendations',
    insights: 'Insights',
    feedback: 'Feedback',
    webhooks: 'Webhooks',
  },
  needs: 'Scope:',
  inPath: 'In the address',
  inQuery: 'Parameters',
  body: 'Body',
  orArray: (most) => `One object, or an array of up to ${most}.`,
  request: 'Request',
  answer: 'Answer',
  fields: 'Fields',
  needed: 'needed',
};

const zh: DocsTexts = {
  lang: 'zh-CN',
  language: '中文',
  title: 'Solodesk API',
  description: '通过 HTTPS 和 JSON 访问一个站点的工单、客户、订单、商品、预约、对话和 Webhook。',
  skip: '跳到正文',
  languages: '语言和格式',
  contents: '目录',
  start: '使用方法',
  rules: [
    '在控制台的“设置 → API 密钥”中创建密钥，以 `Authorization: Bearer …` 发送。请只放在您的服务器上：放在网页里任何人都能看到。',
    '密钥只对一个站点及其权限有效。属于其他站点的内容与不存在的内容应答相同。',
    '凡有修改的请求，请带上 `Idempotency-Key`。24 小时内重复发送会得到第一次的应答（`Idempotency-Replayed: true`），不会重复执行。',
    '列表分页返回：`{"items": […], "next": "…"}`。把 `next` 作为 `cursor` 发送，直到为 null。',
    '时间为 ISO 8601（应答中为 UTC），金额为最小货币单位的整数并附 ISO 4217 币种（4990 EUR 即 49.90 €），电话为 E.164。',
    '每个密钥可一次连续调用 120 次，之后每秒 20 次。超出时返回 429，`Retry-After` 为等待秒数。',
    '`POST /api/receive_message` 不需要密钥：它是访客的入口，对站点自己的来源开放。文件通过 `POST /api/receive_file` 上传，并附上它返回的令牌。',
  ],
  scopes: '权限',
  scopesText: '只给密钥它需要的权限。',
  scope: {
    'products:write': '发送和删除商品',
    'orders:write': '发送订单及其中的客户',
    'customers:write': '发送客户',
    'products:read': '读取商品',
    'orders:read': '读取订单',
    'customers:read': '读取客户',
    'tickets:read': '读取工单，不含敏感内容',
    'tickets:write': '创建和修改工单',
    'appointments:read': '读取预约和空闲时段',
    'appointments:write': '预订、改期和取消预约',
    'conversations:read': '读取对话原文',
    'surveys:read': '读取评分和问卷',
    'recommendations:read': '读取推荐',
    'insights:read': '读取经营数字',
    'feedback:read': '读取其他渠道的反馈',
    'feedback:write': '发送其他渠道的反馈',
    'webhooks:write': '列出、添加、修改、测试和删除 Webhook',
  },
  errors: '错误',
  errorsText: '错误为 `application/problem+json`（RFC 9457）。`type` 说明种类，`errors` 指出每个有误的字段。',
  errorExample,
  problems: {
    malformed: '请求体不是 JSON（会指出行和列），或请求头无法读取。',
    unauthorized: '没有密钥或密钥无效；不说明原因。',
    forbidden: '密钥缺少权限，或该对象已不能修改。',
    not_found: '本站点没有这个对象。',
    wrong_method: '此地址接受其他方法，见 `Allow`。',
    conflict: '别人抢先了：时间已被占用，或同一请求正在处理。',
    too_large: '请求体超过 4 MB，或记录太多。',
    wrong_media_type: '请求体必须为 `application/json`。',
    invalid: '发送的内容有误，详见 `errors`。',
    key_reused: '此 `Idempotency-Key` 已用于另一个请求。',
    rate_limited: '调用过于频繁，请在 `Retry-After` 秒后再试。',
    internal: '我们这边出了问题。',
    unavailable: '暂时无法保存，请重试。',
  },
  tags: {
    tickets: '工单',
    customers: '客户',
    orders: '订单',
    products: '商品',
    appointments: '预约',
    conversations: '对话',
    surveys: '问卷',
    recommendations: '推荐',
    insights: '洞察',
    feedback: '反馈',
    webhooks: 'Webhook',
  },
  needs: '权限：',
  inPath: '路径参数',
  inQuery: '查询参数',
  body: '请求体',
  orArray: (most) => `一个对象，或最多 ${most} 个对象的数组。`,
  request: '请求示例',
  answer: '应答',
  fields: '字段',
  needed: '必填',
};

export const DOCS_TEXTS: Readonly<Record<Locale, DocsTexts>> = { en, zh };
