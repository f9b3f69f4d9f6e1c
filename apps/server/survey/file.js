/* global tokenPage */
/*
 * The page behind a mail's link to a file. The token stands in the address's fragment, which no server and no log sees; a form sends it in
 * its body, so that the browser saves what comes as any other download.
 */
(() => {
  'use strict';

  const TEXTS = {
    en: {
      lang: 'en',
      title: (site) => `A file from ${site}`,
      download: 'Download',
      until: (day) => `This link works until ${day}.`,
      failed: 'That did not get through. Please try again.',
      gone: 'This link does not work any more: its time is over, or the file was deleted. Ask for the file in the chat, or answer the mail.',
      many: 'Too many tries in a short time. Please wait a minute.',
    },
    zh: {
      lang: 'zh-CN',
      title: (site) => `${site} 发来的文件`,
      download: '下载',
      until: (day) => `此链接在 ${day} 之前有效。`,
      failed: '加载失败，请重试。',
      gone: '此链接已失效：可能已过期，或文件已删除。请在聊天中或回复邮件索取该文件。',
      many: '操作太频繁，请稍等一分钟。',
    },
  };
  const { main, make, ask, say, headOf, faultOf } = tokenPage;
  const token = location.hash.slice(1);
  let texts = /^zh/i.test(navigator.language) ? TEXTS.zh : TEXTS.en;
  document.documentElement.lang = texts.lang;

  /** As the chat writes it. */
  const sizeOf = (bytes) =>
    bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} KB` : `${+(bytes / 1_000_000).toFixed(1)} MB`;

  function show({ site, name, bytes, until, locale }) {
    texts = TEXTS[locale] ?? texts;
    document.documentElement.lang = texts.lang;
    const title = texts.title(site.name);
    document.title = title;
    const day = new Date(until).toLocaleDateString(texts.lang === 'en' ? 'en-GB' : texts.lang, { dateStyle: 'long' });
    const form = make(
      'form',
      { method: 'post', action: '/api/file/get' },
      make('input', { type: 'hidden', name: 'token', value: token }),
      make('button', { type: 'submit', textContent: texts.download }),
    );
    main.replaceChildren(
      ...headOf(site, title),
      make('p', {}, make('bdi', { textContent: name }), ` · ${sizeOf(bytes)}`),
      form,
      make('p', { className: 'small', textContent: texts.until(day) }),
    );
  }

  if (token === '') say(texts.gone, true);
  else
    ask('file', '/api/file/show', { token }).then(
      ({ status, body }) => (body ? show(body) : say(faultOf(status, texts), true)),
      () => say(texts.failed, true),
    );
})();
