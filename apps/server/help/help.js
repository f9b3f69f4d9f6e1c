/*
 * What makes the help centre's pages quicker where scripts run; each of them works without. No state, nothing stored.
 */
(() => {
  'use strict';

  const PAUSE_MS = 200;
  /** Who rests so long before an empty list has typed all that was to be typed. */
  const RESTS_MS = 3000;
  const SHORTEST = 2;
  /** One character of Chinese is a word. */
  const HAN = /\p{Script=Han}/u;

  /** The chat has a button of its own once its script can be called. */
  function offerChat() {
    window.Solodesk =
      window.Solodesk ||
      function () {
        (window.Solodesk.q = window.Solodesk.q || []).push(arguments);
      };
    for (const button of document.querySelectorAll('[data-open-chat]')) {
      button.hidden = false;
      button.addEventListener('click', () => window.Solodesk('show'));
    }
  }

  /** Results while one is typing, from the page that the form leads to. */
  function searchWhileTyping() {
    const box = document.querySelector('form.search.large input');
    const list = document.getElementById('page_results');
    if (!box || !list) return;
    let timer;
    let resting;
    let unfound = null;
    /** What nothing is found for is told once it is all typed, or the page is left. */
    const tell = () => {
      clearTimeout(resting);
      if (unfound !== null) navigator.sendBeacon(box.form.action, new URLSearchParams({ q: unfound }));
      unfound = null;
    };
    const onShown = (query) => {
      if (list.querySelector('.results')) return;
      unfound = query;
      resting = setTimeout(tell, RESTS_MS);
    };
    let asking = new AbortController();
    const look = () => {
      clearTimeout(timer);
      clearTimeout(resting);
      unfound = null;
      asking.abort();
      asking = new AbortController();
      const { signal } = asking;
      const query = box.value.trim();
      if (query.length < SHORTEST && !HAN.test(query)) {
        list.hidden = list.closest('main').querySelector('.hero') !== null;
        if (!list.hidden) return;
        return list.replaceChildren();
      }
      timer = setTimeout(() => void show(box.form.action, query, list, signal, onShown), PAUSE_MS);
    };
    box.addEventListener('input', look);
    // The page of results that the form leads to counts by itself.
    box.form.addEventListener('submit', () => {
      unfound = null;
    });
    addEventListener('pagehide', tell);
    // Who types faster than this script arrives would see nothing happen.
    if (box.value !== box.defaultValue) look();
  }

  async function show(action, query, list, signal, onShown) {
    try {
      const answer = await fetch(`${action}?q=${encodeURIComponent(query)}&typing`, { signal });
      if (!answer.ok) return;
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const found = page.getElementById('page_results');
      if (!found || signal.aborted) return;
      list.hidden = false;
      fill(list, found);
      onShown(query);
    } catch (error) {
      // Offline, or overtaken by the next letter: the button still leads to the results.
      if (error.name !== 'AbortError' && !(error instanceof TypeError)) throw error;
    }
  }

  /** A status that stays in its place and changes is read out; one that comes with the rest is not. */
  function fill(list, found) {
    const status = list.querySelector('[role=status]');
    const next = found.querySelector('[role=status]');
    if (!status || !next) return list.replaceChildren(...found.childNodes);
    for (const child of [...list.childNodes]) if (child !== status) child.remove();
    status.replaceChildren(...next.childNodes);
    next.remove();
    list.append(...found.childNodes);
  }

  /** A vote stays on its page. When it cannot be sent so, the form is sent as it is without a script. */
  function voteInPlace() {
    for (const form of document.querySelectorAll('form.vote')) {
      form.addEventListener('submit', async (event) => {
        const { submitter } = event;
        if (!submitter) return;
        event.preventDefault();
        const body = new URLSearchParams(new FormData(form, submitter));
        try {
          const headers = { accept: 'application/json' };
          const answer = await fetch(form.action, { method: 'POST', body, headers });
          if (answer.ok) return thank(form, submitter.value);
        } catch (error) {
          if (!(error instanceof TypeError)) throw error;
        }
        const chosen = document.createElement('input');
        Object.assign(chosen, { type: 'hidden', name: submitter.name, value: submitter.value });
        form.append(chosen);
        form.submit();
      });
    }
  }

  function thank(form, helpful) {
    const status = form.querySelector('[role=status]');
    const hadFocus = form.contains(document.activeElement);
    form.querySelector('fieldset').remove();
    status.textContent = helpful === 'yes' ? form.dataset.yes : form.dataset.no;
    // Else whoever goes by keyboard would begin again at the top of the page.
    if (!hadFocus) return;
    status.tabIndex = -1;
    status.focus();
  }

  offerChat();
  searchWhileTyping();
  voteInPlace();
})();
