/* global tokenPage */
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
  const { main, make, say, headOf, faultOf, button } = tokenPage;
  const ask = (path) => tokenPage.ask('act', path, { token: location.hash.slice(1) });
  let texts = /^zh/i.test(navigator.language) ? TEXTS.zh : TEXTS.en;
  document.documentElement.lang = texts.lang;

  function show(view) {
    texts = TEXTS[view.locale] ?? texts;
    document.documentElement.lang = texts.lang;
    document.title = `${texts.title[view.act]} · ${view.site.name}`;
    const head = [...headOf(view.site, texts.title[view.act]), make('p', { textContent: view.about, dir: 'auto' })];
    const open = make('p', {}, make('a', { href: view.console, textContent: texts.open }));
    const act = button(texts.button[view.act], texts, async () => {
      const { status } = await ask('/api/act/do');
      if (status !== 200) return status;
      main.replaceChildren(...head, open);
      say(texts.done, false);
      return null;
    });
    main.replaceChildren(...head, act, open);
  }

  ask('/api/act/show').then(
    ({ status, body }) => (body ? show(body) : say(faultOf(status, texts), true)),
    () => say(texts.failed, true),
  );
})();
