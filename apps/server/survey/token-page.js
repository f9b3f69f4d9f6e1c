/*
 * What the pages behind the links of mails share; the build puts it before each of their scripts. The token stands in the address's
 * fragment, which no server and no log sees.
 */
globalThis.tokenPage = (() => {
  'use strict';

  const main = document.querySelector('main');

  function make(tag, props = {}, ...children) {
    const element = Object.assign(document.createElement(tag), props);
    element.append(...children);
    return element;
  }

  /** @param page names who asks: a form of another site cannot send this header */
  async function ask(page, path, body) {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Solodesk': page },
      body: JSON.stringify(body),
    });
    return { status: response.status, body: response.ok ? await response.json() : null };
  }

  /** One line under everything else, in place of the one before it. */
  function say(text, bad) {
    const line = make('p', { textContent: text, className: bad ? 'bad' : '' });
    line.setAttribute('role', bad ? 'alert' : 'status');
    main.querySelectorAll('[role]').forEach((old) => old.remove());
    main.append(line);
  }

  /** The head of the page, in the site's colours. */
  function headOf(site, title) {
    if (/^[a-z0-9-]{1,40}$/.test(site.id) && document.querySelector('link[href$="/theme.css"]') === null) {
      document.head.append(make('link', { rel: 'stylesheet', href: `/frame/${site.id}/theme.css` }));
    }
    return [make('p', { className: 'site', textContent: site.name }), make('h1', { textContent: title })];
  }

  const faultOf = (status, texts) =>
    status === 429 ? texts.many : status === 404 || status === 400 ? texts.gone : texts.failed;

  /** A button that does something once, and may be pressed again where that failed. @param run resolves to the status of a failure, or null */
  function button(label, texts, run) {
    const element = make('button', { type: 'button', textContent: label });
    element.addEventListener('click', async () => {
      element.disabled = true;
      try {
        const fault = await run();
        if (fault === null) return;
        say(faultOf(fault, texts), true);
      } catch (error) {
        // The line is down: that is what the words say.
        if (!(error instanceof TypeError)) throw error;
        say(texts.failed, true);
      }
      element.disabled = false;
    });
    return element;
  }

  return { main, make, ask, say, headOf, faultOf, button };
})();
