/* global tokenPage */
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
  const { main, make, say, headOf, faultOf, button } = tokenPage;
  const ask = (path) => tokenPage.ask('unsubscribe', path, { token: location.hash.slice(1) });
  const texts = /^zh/i.test(navigator.language) ? TEXTS.zh : TEXTS.en;
  document.documentElement.lang = texts.lang;

  function show(view) {
    document.title = texts.title(view.site.name);
    main.replaceChildren(...headOf(view.site, texts.title(view.site.name)));
    if (view.left) return say(texts.done, false);
    const leave = button(texts.leave, texts, async () => {
      const { status, body } = await ask('/api/unsubscribe/leave');
      if (body === null) return status;
      show(body);
      return null;
    });
    main.append(make('p', { textContent: texts.text(view.site.name, view.address) }), leave);
  }

  ask('/api/unsubscribe/show').then(
    ({ status, body }) => (body ? show(body) : say(faultOf(status, texts), true)),
    () => say(texts.failed, true),
  );
})();
