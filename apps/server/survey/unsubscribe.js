/*
 * The page that ends an owner's mails. The token stands in the address's fragment, which no server and no log sees. Opening the page
 * only shows; nothing is changed before the button is pressed, as mail scanners open links too.
 */
(() => {
  'use strict';

  const TEXTS = {
    en: {
      lang: 'en',
      title: (site) => `No more mails from ${site}?`,
      text: (site, address) =>
        `${site} will not write to ${address} by itself any more. Answers to your questions and news of your orders still come.`,
      leave: 'Unsubscribe',
      done: 'Done. You will get no more of these mails.',
      failed: 'That did not get through. Please try again.',
      gone: 'This link does not work any more.',
      many: 'Too many tries in a short time. Please wait a minute.',
    },
    zh: {
      lang: 'zh-CN',
      title: (site) => `不再接收 ${site} 的邮件？`,
      text: (site, address) => `${site} 将不再主动给 ${address} 写信。对您提问的答复和订单通知仍会照常发送。`,
      leave: '退订',
      done: '已退订，您不会再收到这类邮件。',
      failed: '没有提交成功，请重试。',
      gone: '此链接已失效。',
      many: '操作太频繁，请稍等一分钟。',
    },
  };
  const main = document.querySelector('main');
  const texts = /^zh/i.test(navigator.language) ? TEXTS.zh : TEXTS.en;
  const token = location.hash.slice(1);
  document.documentElement.lang = texts.lang;

  function make(tag, props = {}, ...children) {
    const element = Object.assign(document.createElement(tag), props);
    element.append(...children);
    return element;
  }

  async function ask(path) {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Solodesk': 'unsubscribe' },
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
    document.title = texts.title(view.site.name);
    if (/^[a-z0-9-]{1,40}$/.test(view.site.id)) {
      document.head.append(make('link', { rel: 'stylesheet', href: `/frame/${view.site.id}/theme.css` }));
    }
    const head = [
      make('p', { className: 'site', textContent: view.site.name }),
      make('h1', { textContent: texts.title(view.site.name) }),
    ];
    main.replaceChildren(...head);
    if (view.left) return say(texts.done, false);
    const button = make('button', { type: 'button', textContent: texts.leave });
    button.addEventListener('click', async () => {
      button.disabled = true;
      try {
        const { status, body } = await ask('/api/unsubscribe/leave');
        if (body) return show(body);
        say(faultOf(status), true);
      } catch (error) {
        if (!(error instanceof TypeError)) throw error;
        say(texts.failed, true);
      }
      button.disabled = false;
    });
    main.append(make('p', { textContent: texts.text(view.site.name, view.address) }), button);
  }

  ask('/api/unsubscribe/show').then(
    ({ status, body }) => (body ? show(body) : say(faultOf(status), true)),
    () => say(texts.failed, true),
  );
})();
