import { expect, test } from '../fixtures/test.ts';

/** Stands in for the browser's recogniser, which needs a microphone and the maker's servers. */
const fakeRecogniser = () => {
  class Fake {
    lang = '';
    interimResults = false;
    onresult: ((event: { results: { transcript: string }[][] }) => void) | null = null;
    onerror: ((event: { error: string }) => void) | null = null;
    onend: (() => void) | null = null;
    start() {
      setTimeout(() => {
        this.onresult?.({ results: [[{ transcript: this.lang === 'zh-CN' ? '太小了' : 'it is too small' }]] });
        this.onend?.();
      }, 50);
    }
    abort() {
      this.onend?.();
    }
  }
  Object.assign(window, { webkitSpeechRecognition: Fake, SpeechRecognition: Fake });
};

test('a return is taken down by typing, speaking and pressing, and goes on after a reload', async ({ widget }) => {
  await widget.page.addInitScript(fakeRecogniser);
  await widget.start();
  await widget.say('I want to return my order TL-10421');
  await widget.expectAnswer(/Why does it go back/);
  await expect(widget.frame.locator('.ask')).toContainText('Asked to make our things better');
  await widget.page.screenshot({ path: test.info().outputPath('asked.png') });
  await widget.frame.getByRole('button', { name: /^Speak instead of typing/ }).click();
  await expect(widget.box).toHaveValue('it is too small');
  await widget.box.press('Enter');
  await widget.expectAnswer(/What would you like instead/);
  await widget.page.reload();
  await widget.choices.filter({ hasText: 'Money back' }).click();
  await widget.expectAnswer(/Which e-mail address/);
  await expect(widget.box).toHaveAttribute('inputmode', 'email');
  await widget.say('ann@mail.example');
  await widget.expectAnswer(/Shall I send it/);
  await widget.choices.filter({ hasText: 'Send' }).click();
  await widget.expectAnswer(/your return is noted/);
  await expect(widget.frame.locator('.ask')).toHaveCount(0);
});

test('a form may be corrected in Chinese', async ({ widget }) => {
  await widget.page.setViewportSize({ width: 360, height: 740 });
  await widget.page.emulateMedia({ colorScheme: 'dark' });
  await widget.start('/zh');
  await widget.say('我想退货，订单号 TL-30001，衣服太小了');
  await widget.choices.filter({ hasText: '退款' }).click();
  await widget.say('li@mail.example');
  await expect(widget.said('助手').last()).toContainText('现在发送吗');
  await widget.page.screenshot({ path: test.info().outputPath('summary.png') });
  await widget.say('改一下邮箱');
  await widget.say('li2@mail.example');
  await expect(widget.said('助手').last()).toContainText('邮箱：li2@mail.example');
  await widget.choices.filter({ hasText: '发送' }).click();
  await expect(widget.said('助手').last()).toContainText('退货已登记');
});
