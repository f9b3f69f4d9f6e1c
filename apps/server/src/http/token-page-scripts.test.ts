/** @jest-environment jsdom */
import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from '@jest/globals';

const read = (name: string) => readFileSync(new URL(`../../survey/${name}`, import.meta.url), 'utf8');
const asked: { path: string; page: string; body: unknown }[] = [];
let answers: Record<string, [status: number, body: object | null] | 'no line'>;
const settle = () => new Promise((resolve) => setTimeout(resolve, 0));
const text = () => document.querySelector('main')!.textContent;
const button = () => document.querySelector('button');

/** Opens a page as the build puts it together, with a token in its address. */
async function open(script: string, token = 't0k3n'): Promise<void> {
  document.head.innerHTML = '';
  document.body.innerHTML = '<main></main>';
  location.hash = token;
  new Function(`${read('token-page.js')}\n${read(script)}`)();
  await settle();
}
const press = async () => {
  button()!.click();
  await settle();
};

beforeEach(() => {
  asked.length = 0;
  globalThis.fetch = (async (path: string, { headers, body }: { headers: Record<string, string>; body: string }) => {
    asked.push({ path, page: headers['X-Solodesk']!, body: JSON.parse(body) });
    const answer = answers[path]!;
    if (answer === 'no line') throw new TypeError('Failed to fetch');
    const [status, sent] = answer;
    return { status, ok: status === 200, json: async () => sent };
  }) as never;
});

describe('the page that ends mails', () => {
  const view = (left: boolean) => ({ site: { id: 'shop', name: 'Teal' }, address: 'a@b.example', left });

  it('changes nothing before its button is pressed, and then says that it is done', async () => {
    answers = { '/api/unsubscribe/show': [200, view(false)], '/api/unsubscribe/leave': [200, view(true)] };
    await open('unsubscribe.js');
    expect(asked).toEqual([{ path: '/api/unsubscribe/show', page: 'unsubscribe', body: { token: 't0k3n' } }]);
    expect(text()).toContain('No more mails from Teal?');
    await press();
    expect(asked[1]).toEqual({ path: '/api/unsubscribe/leave', page: 'unsubscribe', body: { token: 't0k3n' } });
    expect(text()).toContain('Done.');
    expect(button()).toBeNull();
    expect(document.querySelectorAll('link')).toHaveLength(1);
  });

  it('says what went wrong, and lets it be tried again', async () => {
    answers = { '/api/unsubscribe/show': [200, view(false)], '/api/unsubscribe/leave': 'no line' };
    await open('unsubscribe.js');
    await press();
    expect(text()).toContain('That did not get through.');
    expect(button()!.disabled).toBe(false);
    answers['/api/unsubscribe/leave'] = [429, null];
    await press();
    expect(text()).toContain('Too many tries');
    expect(document.querySelectorAll('[role]')).toHaveLength(1);
  });
});

describe('the page of who wants to be asked no more', () => {
  const view = (left: boolean, back = true) => ({
    ...{ site: { id: 'shop', name: 'Teal' }, address: 'a…@b.example', locale: 'zh' },
    ...{ left, back },
  });

  it('asks in the mail’s language, changes nothing before its button is pressed, and can be taken back', async () => {
    answers = {
      '/api/survey/leave/show': [200, view(false)],
      '/api/survey/leave': [200, view(true)],
      '/api/survey/leave/back': [200, view(false)],
    };
    await open('leave.js');
    expect(text()).toContain('不再接收 Teal 的问卷？');
    expect(asked.map(({ path }) => path)).toEqual(['/api/survey/leave/show']);
    await press();
    expect(asked[1]).toEqual({ path: '/api/survey/leave', page: 'leave', body: { token: 't0k3n' } });
    expect(text()).toContain('不会再通过邮件询问您');
    await press();
    expect(asked[2]).toMatchObject({ path: '/api/survey/leave/back' });
    expect(text()).toContain('已恢复');
    expect(button()!.textContent).toBe('不再询问');
  });

  it('takes nothing back by a link that is for mail programs', async () => {
    answers = { '/api/survey/leave/show': [200, view(true, false)] };
    await open('leave.js');
    expect(text()).toContain('不会再通过邮件询问您');
    expect(button()).toBeNull();
  });
});

describe('the page behind a link of the morning’s mail', () => {
  const VIEW = {
    site: { id: 'shop', name: 'Teal' },
    act: 'done',
    about: 'SHOP-T1',
    console: '/console/',
    locale: 'zh',
  };

  it('asks in the language of its account, and does it once', async () => {
    answers = { '/api/act/show': [200, VIEW], '/api/act/do': [200, {}] };
    await open('act.js');
    expect(text()).toContain('已经处理完了吗？');
    expect(asked).toHaveLength(1);
    await press();
    expect(asked[1]).toMatchObject({ path: '/api/act/do', page: 'act' });
    expect(text()).toContain('已完成。');
    expect(button()).toBeNull();
  });

  it('says so where its link does not work any more', async () => {
    answers = { '/api/act/show': [404, null] };
    await open('act.js');
    expect(text()).toBe('This link does not work any more.');
  });
});

describe('the page behind a mail’s link to a file', () => {
  const VIEW = { site: { id: 'shop', name: 'Teal' }, name: '<b>a</b>.pdf', bytes: 9_437_184, until: 0, locale: 'zh' };

  it('says what it is, and sends its token only in the body of a form', async () => {
    answers = { '/api/file/show': [200, VIEW] };
    await open('file.js');
    expect(text()).toContain('Teal 发来的文件<b>a</b>.pdf · 9.4 MB');
    const form = document.querySelector('form')!;
    expect([form.method, form.getAttribute('action')]).toEqual(['post', '/api/file/get']);
    expect(new FormData(form).get('token')).toBe('t0k3n');
  });

  it('says so where its link does not work any more, also when it comes back without one', async () => {
    answers = { '/api/file/show': [404, null] };
    await open('file.js');
    expect(text()).toContain('This link does not work any more');
    asked.length = 0;
    await open('file.js', '');
    expect(text()).toContain('This link does not work any more');
    expect(asked).toEqual([]);
  });
});

describe('the page that asks how it was', () => {
  it('sends nothing before its button is pressed', async () => {
    const question = { name: 'all', type: 'score', ask: 'All in all?', required: true };
    const view = { site: { id: 'shop', name: 'Teal' }, title: 'How was it?', locale: 'en', open: true, intro: '' };
    answers = {
      '/api/survey/show': [200, { ...view, answered: false, answers: {}, questions: [question] }],
      '/api/survey/answer': [200, {}],
    };
    await open('survey.js');
    expect(text()).toContain('How was it?');
    expect(asked.map(({ path }) => path)).toEqual(['/api/survey/show']);
    document.querySelectorAll<HTMLInputElement>('input')[8]!.checked = true;
    document.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
    expect(asked[1]).toEqual({
      path: '/api/survey/answer',
      page: 'survey',
      body: { token: 't0k3n', answers: { all: 9 } },
    });
    expect(text()).toContain('Thank you!');
  });

  it('says to who answered that it is too late for another mind, and to who did not that it is too late', async () => {
    const question = { name: 'all', type: 'score', ask: 'All in all?', required: true };
    const view = { site: { id: 'shop', name: 'Teal' }, title: 'How was it?', locale: 'zh', intro: '', answers: {} };
    const shown = (change: object): [number, object] => [200, { ...view, questions: [question], ...change }];
    answers = { '/api/survey/show': shown({ open: false, answered: true }) };
    await open('survey.js');
    expect(text()).toContain('我们已收到您的回答');
    answers = { '/api/survey/show': shown({ open: false, answered: false }) };
    await open('survey.js');
    expect(text()).toContain('这份问卷已不能再回答。');
    // Its time is over while the page is open.
    answers = {
      '/api/survey/show': shown({ open: true, answered: true, answers: { all: 9 } }),
      '/api/survey/answer': [403, null],
    };
    await open('survey.js');
    document.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
    expect(text()).toContain('我们已收到您的回答');
    expect(document.querySelector('[role=alert]')).toBeNull();
  });
});
