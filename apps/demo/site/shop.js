/* The shop's own script: basket, size picker, and what the chat may know about them. */
(() => {
  'use strict';

  // Calls made before the chat has loaded wait in a queue.
  window.Solodesk =
    window.Solodesk ||
    function () {
      (window.Solodesk.q = window.Solodesk.q || []).push(arguments);
    };

  const KEY = 'teal-and-linen.basket';
  const find = (selector) => document.querySelector(selector);
  const all = (selector) => [...document.querySelectorAll(selector)];

  /** What lies in the basket: {id, name, price (whole euros), quantity}. It lives as long as the tab. */
  let lines = [];
  let storageRefused = false;
  let quiet;

  function load() {
    try {
      const kept = JSON.parse(sessionStorage.getItem(KEY) ?? '[]');
      if (Array.isArray(kept)) lines = kept;
    } catch {
      lines = []; // Refused or damaged: the basket starts empty, and `keep` says so if it matters.
    }
  }

  function keep() {
    if (storageRefused) return;
    try {
      sessionStorage.setItem(KEY, JSON.stringify(lines));
    } catch {
      warnOfForgetting();
    }
  }

  /** Some browsers refuse all storage: the basket then works, and says what it cannot do. */
  function warnOfForgetting() {
    storageRefused = true;
    say('Your browser stores nothing: the basket is emptied when you leave this page.');
  }

  function element(tag, text, className) {
    const made = document.createElement(tag);
    made.textContent = text;
    if (className) made.className = className;
    return made;
  }

  function draw() {
    const count = lines.reduce((sum, line) => sum + line.quantity, 0);
    const total = lines.reduce((sum, line) => sum + line.quantity * line.price, 0);
    find('[data-count]').textContent = String(count);
    find('[data-basket-empty]').hidden = count > 0;
    const sum = find('[data-basket-total]');
    sum.hidden = count === 0;
    sum.replaceChildren(element('span', 'Total'), element('span', `€${total}`));
    find('[data-basket-list]').replaceChildren(
      ...lines.map((line) => {
        const row = document.createElement('li');
        const remove = element('button', 'Remove', 'inline-button');
        remove.type = 'button';
        remove.setAttribute('aria-label', `Remove ${line.name}`);
        remove.addEventListener('click', () => {
          lines = lines.filter((other) => other.id !== line.id);
          keep();
          draw();
          find('[data-close-basket]').focus();
        });
        const name = line.quantity > 1 ? `${line.quantity} × ${line.name}` : line.name;
        row.append(element('span', name), element('span', `€${line.price * line.quantity}`), remove);
        return row;
      }),
    );
  }

  function say(text) {
    find('[data-said]').textContent = text;
    clearTimeout(quiet);
    quiet = setTimeout(() => (find('[data-said]').textContent = ''), 4000);
  }

  /** Adds one piece; `product` is the catalogue's id, `variant` its size and colour, if it has any. */
  function add(product, name, price, variant) {
    const id = variant ? `${product}/${variant}` : product;
    const line = lines.find((other) => other.id === id);
    if (line) line.quantity += 1;
    else lines.push({ id, name: variant ? `${name}, ${variant}` : name, price, quantity: 1 });
    draw();
    say(`In your basket: ${name}`);
    keep();
    window.Solodesk('track', 'cart', { product, price, ...(variant ? { variant } : {}) });
  }

  function showPicture(address) {
    find('[data-main-picture]').src = address;
    for (const thumb of all('.thumbs button'))
      thumb.setAttribute('aria-pressed', String(thumb.dataset.picture === address));
  }

  for (const button of all('[data-add]')) {
    button.addEventListener('click', () => add(button.dataset.add, button.dataset.name, Number(button.dataset.price)));
  }
  for (const button of all('[data-ask]')) button.addEventListener('click', () => window.Solodesk('show'));
  for (const thumb of all('.thumbs button')) thumb.addEventListener('click', () => showPicture(thumb.dataset.picture));
  for (const colour of all('input[data-picture]'))
    colour.addEventListener('change', () => showPicture(colour.dataset.picture));

  const basket = find('[data-basket]');
  find('[data-open-basket]').addEventListener('click', () => basket.showModal());
  find('[data-close-basket]').addEventListener('click', () => basket.close());
  basket.addEventListener('click', (event) => event.target === basket && basket.close());

  const { product, price } = document.body.dataset;
  const form = find('[data-product-form]');
  if (form) {
    const error = find('[data-form-error]');
    form.addEventListener('change', () => (error.textContent = ''));
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      const chosen = new FormData(form);
      if (!chosen.get('size')) {
        error.textContent = 'Please choose a size first.';
        form.querySelector('input[name="size"]').focus();
        return;
      }
      add(product, form.dataset.name, Number(price), `${chosen.get('colour')}, ${chosen.get('size')}`);
    });
  }
  if (product) window.Solodesk('track', 'view', { product, price: Number(price) });

  load();
  draw();
})();
