/* global tokenPage */
/*
 * The page behind "Don't ask me again". The token stands in the address's fragment, which no server and no log sees. Opening the page
 * only shows; nothing is changed before the button is pressed, as mail scanners open links too.
 */
(() => {
  'use strict';

  const TEXTS = {
    en: {
      lang: 'en',
      title: (site) => `No more questions from ${site}?`,
      text: (site, address) =>
        `${site} will send ${address} no more surveys, and will not ask by mail how it was. Answers to your questions and news of your orders still come.`,
      leave: 'Don’t ask me again',
      leftTitle: (site) => `No more questions from ${site}`,
      left: 'Done. You will not be asked by mail any more.',
      back: 'Ask me again, after all',
      returned: 'You may be asked by mail again.',
      failed: 'That did not get through. Please try again.',
      gone: 'This link does not work any more.',
      many: 'Too many tries in a short time. Please wait a minute.',
    },
    zh: {
      lang: 'zh-CN',
      title: (site) => `不再接收 ${site} 的问卷？`,
      text: (site, address) =>
        `${site} 将不再给 ${address} 发送问卷，也不再通过邮件询问您是否满意。对您提问的答复和订单通知仍会照常发送。`,
      leave: '不再询问',
      leftTitle: (site) => `已停止接收 ${site} 的问卷`,
      left: '好的，不会再通过邮件询问您。',
      back: '恢复接收',
      returned: '已恢复，之后仍可能通过邮件询问您。',
      failed: '没有提交成功，请重试。',
      gone: '此链接已失效。',
      many: '操作太频繁，请稍等一分钟。',
    },
  };
  const { main, make, say, headOf, faultOf, button } = tokenPage;
  const ask = (path) => tokenPage.ask('leave', path, { token: location.hash.slice(1) });
  let texts = /^zh/i.test(navigator.language) ? TEXTS.zh : TEXTS.en;
  document.documentElement.lang = texts.lang;

  /** @param said what has just happened; none when the page is opened */
  function show(view, said) {
    texts = TEXTS[view.locale] ?? texts;
    document.documentElement.lang = texts.lang;
    const title = (view.left ? texts.leftTitle : texts.title)(view.site.name);
    document.title = title;
    main.replaceChildren(...headOf(view.site, title));
    const acts = (label, path, words) =>
      button(label, texts, async () => {
        const { status, body } = await ask(path);
        if (body === null) return status;
        show(body, texts[words]);
        return null;
      });
    if (view.left) {
      say(texts.left, false);
      if (view.back) main.append(acts(texts.back, '/api/survey/leave/back', 'returned'));
      return;
    }
    main.append(
      make('p', { textContent: texts.text(view.site.name, view.address) }),
      acts(texts.leave, '/api/survey/leave', 'left'),
    );
    if (said) say(said, false);
  }

  ask('/api/survey/leave/show').then(
    ({ status, body }) => (body ? show(body) : say(faultOf(status, texts), true)),
    () => say(texts.failed, true),
  );
})();
