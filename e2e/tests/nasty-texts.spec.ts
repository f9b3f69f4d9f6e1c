import type { Page } from '../fixtures/test.ts';
import { expect, test } from '../fixtures/test.ts';

const TEXTS = {
  'a script element': '<script>window.pwned=1</script>',
  'an image that fails': '<img src=x onerror="window.pwned=1">',
  'an svg that loads': '<svg/onload=window.pwned=1>',
  'a frame with a document': '<iframe srcdoc="<script>parent.pwned=1</script>"></iframe>',
  'a link that is a script': 'javascript:window.pwned=1 [x](javascript:window.pwned=1)',
  'a link with data': 'data:text/html,<script>window.pwned=1</script>',
  'an address that breaks out of its quotes': 'https://example.com/"onmouseover="window.pwned=1',
  'the end of a script and a comment': '--></script></textarea></title><script>window.pwned=1</script><!--',
  'template syntax': '{{constructor.constructor("window.pwned=1")()}} ${window.pwned=1} <%= 1 %> #{1}',
  entities: '&lt;b&gt; &#60;img src=x onerror=window.pwned=1&#62;',
  'a change of direction': 'abc\u202Efdp.exe\u202C \u2066hidden\u2069',
  'NUL and control characters': 'nul\u0000bell\u0007esc\u001b[31m',
  'a lone surrogate': 'half \ud83d of it',
  'words of a prototype': '__proto__ constructor toString',
} as const;

/** What is left of a text on the screen: unpaired halves have become U+FFFD at the door, NUL is not shown. */
function shown(text: string): string {
  return text.toWellFormed().split('\u0000')[0]!.trim();
}

async function watchForHarm(page: Page): Promise<() => Promise<void>> {
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  return async () => {
    for (const frame of page.frames()) expect(await frame.evaluate(() => window.pwned)).toBeUndefined();
    expect(dialogs).toEqual([]);
  };
}

test.describe('texts that mean harm', () => {
  test('are shown as they were written, in the widget and in the console, and never run', async ({ widget, owner }) => {
    const visitorIsWell = await watchForHarm(widget.page);
    const ownerIsWell = await watchForHarm(owner.page);
    await widget.start();
    await widget.askForPerson();
    await owner.read(await widget.conversation());
    for (const text of Object.values(TEXTS)) {
      await widget.box.evaluate((box: HTMLTextAreaElement, value) => {
        box.value = value;
        box.dispatchEvent(new InputEvent('input', { bubbles: true }));
      }, text);
      await widget.box.press('Enter');
      await expect(widget.box).toHaveValue('');
      await expect(widget.said('You').last()).toContainText(shown(text));
      await expect(owner.log).toContainText(shown(text));
    }
    for (const text of Object.values(TEXTS).slice(0, 6)) {
      await owner.say(text);
      await expect(widget.said('Mei').last()).toContainText(shown(text));
    }
    await widget.page.reload();
    for (const text of Object.values(TEXTS)) {
      await expect(widget.log).toContainText(shown(text));
    }
    await owner.visit('shop', 'open');
    await expect(owner.queue.first()).toBeVisible();
    await visitorIsWell();
    await ownerIsWell();
  });

  test('make no link but for http, https and mailto', async ({ widget, owner }) => {
    await widget.start();
    await widget.askForPerson();
    await widget.tell('javascript:alert(1) data:text/html,x file:///etc/passwd vbscript:x https://shop.example/a?b=1.');
    // The greeting has a link of its own, to the help centre.
    const links = widget.said('You').getByRole('link');
    await expect(links).toHaveCount(1);
    await expect(links).toHaveAttribute('href', 'https://shop.example/a?b=1');
    await expect(links).toHaveAttribute('rel', /noopener/);
    await owner.read(await widget.conversation());
    await expect(owner.log.getByRole('link')).toHaveCount(1);
  });

  test('of 4,000 combining marks stay inside their bubble', async ({ widget, owner }) => {
    await widget.start();
    await widget.askForPerson();
    await widget.tell('after me the flood');
    const marks = `Z${'\u0300\u0323\u0489'.repeat(1333)}`;
    await widget.box.fill(marks);
    await widget.box.press('Enter');
    await expect(widget.box).toHaveValue('');
    await widget.tell('after the flood');
    await expect(widget.said('You', 'after me the flood')).toBeVisible();
    await owner.read(await widget.conversation());
    await expect(owner.log).toContainText('after the flood');
    // Nothing of it covers what can be pressed.
    await owner.reply.click({ timeout: 5_000 });
    await widget.frame.getByRole('button', { name: 'More' }).click({ timeout: 5_000 });
  });

  test('as a name that the page claims, are shown as text to the owner', async ({ widget, owner }) => {
    const ownerIsWell = await watchForHarm(owner.page);
    await widget.visit('/api');
    await widget.page.evaluate(() =>
      window.Solodesk('setUser', '<img src=x onerror="window.pwned=1">', {
        '<b>key</b>': '<script>window.pwned=1</script>',
      }),
    );
    await widget.open();
    await widget.tell('hello');
    await owner.read(await widget.conversation());
    await expect(owner.customer).toContainText('<img src=x onerror="window.pwned=1">');
    await expect(owner.customer).toContainText('<script>window.pwned=1</script>');
    await ownerIsWell();
  });
});
