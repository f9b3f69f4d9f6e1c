import { subjectOf, ticketNumberIn } from '@solodesk/core';
import type { Site, Ticket } from '@solodesk/core';
import { changeTicket, noteOnTicket, openTicket, setStateOfTicket } from '@solodesk/core/use-cases';
import type { Desk } from '@solodesk/core/use-cases';
import { z } from 'zod';
import { apiRoute } from './api-route.ts';
import type { ApiAnswer, ApiRoute } from './api-route.ts';
import { fromCursor, line, locale, momentIn, none, page, pageOf, paging, told, words, wrongCursor } from './fields.ts';
import { Problem } from './problem.ts';
import { historyView, ticketDetailSchema, ticketSchema, ticketViews } from './ticket-view.ts';

const tag = 'tickets';
const named = z.strictObject({
  ticket: told(z.string().max(60), 'Its name (SHOP-T17) or its number (17).', '名称（SHOP-T17）或编号（17）。'),
});
const category = told(
  line(60),
  'A category of the FAQs or forms, or a new one; routing goes by it.',
  'FAQ 或表单的分类，也可以是新的；分派规则据此判断。',
);
const newTicketSchema = z.strictObject({
  subject: told(line(120), 'One line.', '一行文字。'),
  text: told(words(4_000).optional(), 'What it is about.', '具体内容。'),
  category: category.default('general'),
  details: z
    .array(
      z.strictObject({
        slot: z.string().regex(/^\w{1,40}$/, 'must be letters, digits and _ (at most 40)'),
        label: line(100),
        value: words(2_000),
        sensitive: told(
          z.boolean().default(false),
          'Shown to the owner only: no mail, search, webhook or answer of this API holds it.',
          '仅店主可见：不会出现在邮件、搜索、Webhook 或本接口的应答里。',
        ),
      }),
    )
    .max(40, 'has more than 40 details')
    .default([]),
  contact: z
    .strictObject({
      name: line(200).optional(),
      email: z.email('is no e-mail address').optional(),
      phone: told(
        z.e164('must be a number with its country code, such as +4930123456').optional(),
        'E.164.',
        'E.164 格式。',
      ),
    })
    .default({}),
  customer: told(
    z.string().max(100).optional(),
    'Id of a known customer; their address and number are used where `contact` has none.',
    '已知客户的 id；`contact` 未写时使用其邮箱和电话。',
  ),
  locale: locale.optional(),
  dueAt: told(momentIn.optional(), 'Until when an answer was promised.', '承诺答复的时间。'),
  acknowledge: told(
    z.boolean().default(false),
    'Whether the person is told the number by mail or SMS.',
    '是否通过邮件或短信把编号告知对方。',
  ),
});
const changeSchema = z
  .strictObject({
    state: told(
      z.enum(['open', 'waiting', 'solved'], 'must be "open", "waiting" or "solved"').optional(),
      'A solved one that is opened counts as reopened.',
      '把已解决的工单设为 open 即重新打开。',
    ),
    category: category.optional(),
    note: told(words(4_000).optional(), 'A remark that only the owner reads.', '只有店主能看到的备注。'),
  })
  .refine(
    (change) => Object.keys(change).length > 0,
    'changes nothing: one of "state", "category" and "note" is needed',
  );

export function ticketRoutes(desk: Desk): ApiRoute[] {
  const { store } = desk;
  const find = async (site: Site, text: string): Promise<Ticket> => {
    const number = ticketNumberIn(text, site.ticketPrefix);
    const ticket = number === null ? null : await store.findTicketByNumber(site.id, number);
    if (ticket === null) throw new Problem('not_found', 'nothing of this site is called so');
    return ticket;
  };
  const answer = async (site: Site, ticket: Ticket, status = 200): Promise<ApiAnswer> => {
    const [view] = await ticketViews(store, site, [ticket]);
    const history = await store.ticketHistory(site.id, ticket.key);
    return { status, body: { ...view, history: history.map(historyView) } };
  };
  const one = { about: { en: 'The ticket with its history.', zh: '工单及其历史。' }, schema: ticketDetailSchema };

  return [
    apiRoute({
      ...{
        method: 'get',
        path: '/api/tickets',
        id: 'listTickets',
        tag,
        scope: 'tickets:read',
        params: none.params,
        body: null,
      },
      title: { en: 'List tickets', zh: '列出工单' },
      about: {
        en: 'Open and waiting ones by priority, the others by their last change, newest first.',
        zh: 'open 和 waiting 按优先级排序，其余按最近修改时间倒序。',
      },
      query: z.strictObject({
        state: told(
          z.enum(['open', 'waiting', 'solved', 'all']).default('open'),
          '`open` is new and open, `solved` is solved and closed.',
          '`open` 包括新建和处理中，`solved` 包括已解决和已关闭。',
        ),
        category: category.optional(),
        search: told(
          z.string().max(100).optional(),
          'Words of the subject, the details or the contact; every one must be there.',
          '标题、详情或联系人中的词；必须全部出现。',
        ),
        ...paging,
      }),
      answers: { 200: { about: { en: 'A page of tickets.', zh: '一页工单。' }, schema: pageOf(ticketSchema) } },
      async run({ site, query: { state, category: of, search = '', cursor, limit } }) {
        const number = fromCursor(cursor, 'number');
        const last = number === undefined ? null : await store.findTicketByNumber(site.id, number);
        if (number !== undefined && last === null) throw wrongCursor(null);
        const found = await store.tickets(site.id, {
          ...{ filter: state, limit: limit + 1, words: search.split(/\s+/).filter((word) => word !== '') },
          ...(of !== undefined && { category: of }),
          ...(last !== null && { after: last.key }),
        });
        return page(
          await ticketViews(store, site, found),
          limit,
          (ticket) => ticket,
          (ticket) => ticket.number,
        );
      },
    }),
    apiRoute({
      ...{
        method: 'get',
        path: '/api/tickets/{ticket}',
        id: 'getTicket',
        tag,
        scope: 'tickets:read',
        params: named,
        query: none.query,
      },
      title: { en: 'Read a ticket', zh: '读取工单' },
      about: { en: 'With all that happened to it, oldest first.', zh: '包括全部历史，最早的在前。' },
      ...{ body: null, answers: { 200: one }, problems: ['not_found'] },
      run: async ({ site, params }) => answer(site, await find(site, params.ticket)),
    }),
    apiRoute({
      ...{ method: 'post', path: '/api/tickets', id: 'createTicket', tag, scope: 'tickets:write', ...none },
      title: { en: 'Make a ticket', zh: '创建工单' },
      about: {
        en: 'It gets its number, its priority and its way by the rules of the site.',
        zh: '编号、优先级和分派均按站点规则得出。',
      },
      body: {
        schema: newTicketSchema,
        example: {
          ...{ subject: 'The lid of order TL-1042 is cracked', category: 'returns', customer: 'C-7' },
          details: [{ slot: 'order', label: 'Order', value: 'TL-1042' }],
        },
      },
      answers: { 201: one },
      async run({ site, body }) {
        const { subject, text, details, customer, dueAt = null, acknowledge } = body;
        const known = customer === undefined ? null : await store.findContact(site.id, { id: customer });
        if (customer !== undefined && known === null) {
          const reason = 'is no customer of this site';
          const error = { in: 'body', pointer: '/customer', field: 'customer', reason } as const;
          throw new Problem('invalid', `"customer" ${reason}`, { errors: [error] });
        }
        const language = body.locale ?? known?.locale ?? site.defaultLocale;
        const said =
          text === undefined
            ? []
            : [{ slot: 'text', label: language === 'zh' ? '内容' : 'Message', value: text, sensitive: false }];
        const draft = {
          ...{ subject: subjectOf(subject), category: body.category, form: null, missing: [], locale: language },
          details: [...said, ...details],
          contact: { ...contactOf(known), ...given(body.contact) },
        };
        return answer(
          site,
          await openTicket(desk, site, draft, { by: { kind: 'api' }, contact: known, dueAt, acknowledge }),
          201,
        );
      },
    }),
    apiRoute({
      ...{
        method: 'patch',
        path: '/api/tickets/{ticket}',
        id: 'changeTicket',
        tag,
        scope: 'tickets:write',
        params: named,
        query: none.query,
      },
      title: { en: 'Change a ticket', zh: '修改工单' },
      about: {
        en: 'What is left out stays. A ticket that is closed for good takes nothing but a note (403).',
        zh: '未写的保持不变。已最终关闭的工单只能加备注（否则 403）。',
      },
      ...{
        body: { schema: changeSchema, example: { state: 'solved', note: 'A new one was sent.' } },
        answers: { 200: one },
      },
      problems: ['not_found', 'conflict'],
      async run({ site, key, params, body: { state, category: to, note } }) {
        let ticket = await find(site, params.ticket);
        const target = { site: site.id, number: ticket.number, by: { kind: 'api' } } as const;
        if (to !== undefined) ticket = await changeTicket(desk, target, { category: to });
        if (state !== undefined) ticket = await setStateOfTicket(desk, target, state);
        if (note !== undefined) ticket = await noteOnTicket(desk, target, note, key.name);
        return answer(site, ticket);
      },
    }),
  ];
}

function contactOf(known: { name: string | null; email: string | null; phone: string | null } | null) {
  return given({ name: known?.name ?? undefined, email: known?.email ?? undefined, phone: known?.phone ?? undefined });
}

function given(contact: { name?: string | undefined; email?: string | undefined; phone?: string | undefined }) {
  const { name, email, phone } = contact;
  return {
    ...(name !== undefined && { name }),
    ...(email !== undefined && { email }),
    ...(phone !== undefined && { phone }),
  };
}
