/* global tokenPage */
/*
 * The page behind a mail's link. The token stands in the address's fragment, which no server and no log sees. Opening the page only
 * shows the questions; nothing is stored before "Send" is pressed, as mail scanners open links too.
 */
(() => {
  'use strict';

  const TEXTS = {
    en: {
      lang: 'en',
      send: 'Send',
      change: 'Change it',
      low: 'very bad',
      high: 'very good',
      thanks: 'Thank you! It can be changed for a day, with the same link.',
      gone: 'These questions cannot be answered any more.',
      late: 'Thank you! Your answers are with us; their day to be changed is over.',
      unknown:
        'This link leads to no questions. Perhaps it was cut off: please open it once more from the mail, or copy it whole.',
      failed: 'That did not get through. Please try again.',
      missing: 'Please answer what is marked with *.',
      many: 'Too many tries in a short time. Please wait a minute.',
    },
    zh: {
      lang: 'zh-CN',
      send: '提交',
      change: '修改',
      low: '很不满意',
      high: '非常满意',
      thanks: '谢谢！一天之内可以用同一链接更改。',
      gone: '这份问卷已不能再回答。',
      late: '谢谢！我们已收到您的回答；可以更改的一天已经过去。',
      unknown: '这个链接没有对应的问卷，可能没有复制完整。请从邮件中重新打开，或完整复制链接。',
      failed: '没有提交成功，请重试。',
      missing: '请回答带 * 的问题。',
      many: '操作太频繁，请稍等一分钟。',
    },
  };
  const { main, make, say, headOf } = tokenPage;
  const ask = (path, body) => tokenPage.ask('survey', path, body);
  let texts = /^zh/i.test(navigator.language) ? TEXTS.zh : TEXTS.en;
  document.documentElement.lang = texts.lang;

  const [token = '', chosen = ''] = location.hash.slice(1).split('.');

  function field(question, value) {
    const ask = question.ask + (question.required ? ' *' : '');
    if (question.type === 'text') {
      const box = make('textarea', { name: question.name, maxLength: 1000, value: value ?? '' });
      return make('fieldset', {}, make('label', {}, make('span', { className: 'ask', textContent: ask }), box));
    }
    const isScore = question.type === 'score';
    const options = isScore
      ? Array.from({ length: 10 }, (_, at) => ({ value: String(at + 1), label: String(at + 1) }))
      : question.choices;
    const wanted =
      value === undefined || value === null ? (isScore && question.preselect ? chosen : '') : String(value);
    const labels = options.map((option) =>
      make(
        'label',
        {},
        make('input', { type: 'radio', name: question.name, value: option.value, checked: option.value === wanted }),
        make('span', { textContent: option.label }),
      ),
    );
    const group = make('div', { className: isScore ? 'scores' : 'choices' }, ...labels);
    const ends = isScore
      ? [
          make(
            'p',
            { className: 'ends' },
            make('span', { textContent: `1 = ${texts.low}` }),
            make('span', { textContent: `10 = ${texts.high}` }),
          ),
        ]
      : [];
    return make('fieldset', {}, make('legend', { textContent: ask }), group, ...ends);
  }

  function read(form, questions) {
    const answers = {};
    for (const { name, type } of questions) {
      const value = new FormData(form).get(name);
      if (value === null || value === '') continue;
      answers[name] = type === 'score' ? Number(value) : value;
    }
    return answers;
  }

  function show(view) {
    texts = TEXTS[view.locale] ?? texts;
    document.documentElement.lang = texts.lang;
    document.title = `${view.title} · ${view.site.name}`;
    const head = headOf(view.site, view.title);
    if (!view.open) {
      main.replaceChildren(...head);
      return view.answered ? say(texts.late, false) : say(texts.gone, true);
    }
    const intro = view.intro ? [make('p', { textContent: view.intro })] : [];
    let isSent = view.answered;
    const button = make('button', { type: 'submit', textContent: view.answered ? texts.change : texts.send });
    const form = make(
      'form',
      { noValidate: true },
      ...view.questions.map((one) => field(one, view.answers[one.name])),
      button,
    );
    form.addEventListener('input', ({ target }) => target.closest('fieldset').classList.remove('missing'));
    form.addEventListener('submit', async (event) => {
      event.preventDefault();
      const answers = read(form, view.questions);
      const missing = view.questions.find(({ name, required }) => required && answers[name] === undefined);
      if (missing) {
        say(texts.missing, true);
        // Where the answer belongs, which may be far above the button.
        const first = form.querySelector(`[name="${CSS.escape(missing.name)}"]`);
        first.closest('fieldset').className = 'missing';
        return first.focus();
      }
      button.disabled = true;
      try {
        const { status } = await ask('/api/survey/answer', { token, answers });
        if (status === 429) say(texts.many, true);
        else if (status === 403 || status === 404) {
          // What stands in the form is not what was answered.
          if (isSent) main.replaceChildren(...head);
          say(isSent ? texts.late : texts.gone, !isSent);
        } else if (status !== 200) say(texts.failed, true);
        else {
          isSent = true;
          button.textContent = texts.change;
          say(texts.thanks, false);
        }
      } catch {
        // The line is down: that is what the words say.
        say(texts.failed, true);
      }
      button.disabled = false;
    });
    main.replaceChildren(...head, ...intro, form);
  }

  async function start() {
    try {
      const { status, body } = await ask('/api/survey/show', { token });
      if (body) return show(body);
      main.replaceChildren();
      say(status === 429 ? texts.many : status >= 500 ? texts.failed : texts.unknown, true);
    } catch {
      main.replaceChildren();
      say(texts.failed, true);
    }
  }
  void start();
})();
