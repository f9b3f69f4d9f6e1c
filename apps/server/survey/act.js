/*
 * The page behind a link of the morning's mail. The token stands in the address's fragment, which no server and no log sees. Opening the
 * page only shows; nothing is changed before the button is pressed, as mail scanners open links too.
 */
(() => {
  'use strict';

  const TEXTS = {
    en: {
      lang: 'en',
      title: { snooze: 'Put it away until tomorrow?', done: 'Is this done?', ignore: 'Leave this question out?' },
      button: { snooze: 'Until tomorrow', done: 'Done', ignore: 'Leave it out' },
      done: 'Done.',
      open: 'Open the console',
      failed: 'That did not get through. Please try again.',
      gone: 'This link does not work any more.',
      many: 'Too many tries in a short time. Please wait a minute.',
    },
    zh: {
      lang: 'zh-CN',
      title: { snooze: '推迟到明天？', done: '已经处理完了吗？', ignore: '忽略这个问题？' },
      button: { snooze: '推迟到明天', done: '已完成', ignore: '忽略' },
      done: '已完成。',
      open: '打开控制台',
      failed: '没有提交成功，请重试。',
      gone: '此链接已失效。',
      many: '操作太频繁，请稍等一分钟。',
    },
  };
  const main = document.querySelector('main');
  const token = location.hash.slice(1);
  let texts = /^zh/i.test(navigator.language) ? TEXTS.zh : TEXTS.en;
  document.documentElement.lang = texts.lang;

  function make(tag, props = {}, ...children) {
    const element = Object.assign(document.createElement(tag), props);
    element.append(...children);
    return element;
  }

  async function ask(path) {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Solodesk': 'act' },
      body: JSON.stringify({ token }),
    });
    return { status: response.status, body: response.ok ? await response.json() : null };
  }

  function say(text, bad) {
    const line = make('p', { textContent: text, className: bad ? 'bad' : '' });
    line.setAttribute('role', bad ? 'alert' : 'status');
    main.querySelectorAll('[role]').forEach((old) => old.remove());
    main.append(line);
  }

  const faultOf = (status) =>
    status === 429 ? texts.many : status === 404 || status === 400 ? texts.gone : texts.failed;

  function show(view) {
    texts = TEXTS[view.locale] ?? texts;
    document.documentElement.lang = texts.lang;
    document.title = `${texts.title[view.act]} · ${view.site.name}`;
    if (/^[a-z0-9-]{1,40}$/.test(view.site.id)) {
      document.head.append(make('link', { rel: 'stylesheet', href: `/frame/${view.site.id}/theme.css` }));
    }
    const head = [
      make('p', { className: 'site', textContent: view.site.name }),
      make('h1', { textContent: texts.title[view.act] }),
      make('p', { textContent: view.about, dir: 'auto' }),
    ];
    const open = make('p', {}, make('a', { href: view.console, textContent: texts.open }));
    const button = make('button', { type: 'button', textContent: texts.button[view.act] });
    button.addEventListener('click', async () => {
      button.disabled = true;
      try {
        const { status } = await ask('/api/act/do');
        if (status === 200) {
          main.replaceChildren(...head, open);
          say(texts.done, false);
          return;
        }
        say(faultOf(status), true);
      } catch (error) {
        if (!(error instanceof TypeError)) throw error;
        say(texts.failed, true);
      }
      button.disabled = false;
    });
    main.replaceChildren(...head, button, open);
  }

  ask('/api/act/show').then(
    ({ status, body }) => (body ? show(body) : say(faultOf(status), true)),
    () => say(texts.failed, true),
  );
})();
