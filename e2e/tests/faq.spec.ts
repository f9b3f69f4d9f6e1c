import { expect, test } from '../fixtures/test.ts';

test.describe('the bot', () => {
  test('greets, and answers an FAQ in English', async ({ widget }) => {
    await widget.start();
    await expect(widget.log).toContainText("I'm the shop's assistant, a bot");
    await widget.say('how many days do I have to send it back?');
    await widget.expectAnswer('30 days from delivery');
    await expect(widget.said('You', 'how many days').last()).toContainText('Sent');
  });

  test('answers an FAQ in Chinese to who writes Chinese, whatever the interface speaks', async ({ widget }) => {
    await widget.start();
    await widget.say('退货期限是几天');
    await widget.expectAnswer('收到货后 30 天内都可以退');
  });

  test('speaks the language of the page that it is on', async ({ widget }) => {
    await widget.start('/zh');
    await expect(widget.log).toContainText('我是小店的机器人助手');
    await widget.say('退货期限是几天');
    await expect(widget.said('助手', '收到货后 30 天内都可以退')).toBeVisible();
    await expect(widget.said('您', '退货期限是几天')).toContainText('已发送');
  });

  test('speaks Chinese all over once the visitor chooses it', async ({ widget }) => {
    await widget.start();
    await widget.frame.getByRole('button', { name: '中文' }).click();
    await expect(widget.log).toContainText('我是小店的机器人助手');
    await expect(widget.bubble).toHaveAccessibleName('关闭聊天');
    await widget.choices.filter({ hasText: '退货' }).click();
    await expect(widget.said('助手').last()).toBeVisible();
    await widget.page.reload();
    await expect(widget.log).toContainText('我是小店的机器人助手');
  });

  test('asks “did you mean” when it is not sure, and answers the choice', async ({ widget }) => {
    await widget.start();
    await widget.say('something about my voucher');
    await widget.expectAnswer('I want to be sure. Did you mean');
    const choice = widget.choices.first();
    const question = (await choice.innerText()).trim();
    await expect(widget.choices.last()).toHaveText('None of these');
    await choice.click();
    await expect(widget.said('You', question)).toBeVisible();
    await expect(widget.said('Assistant')).toHaveCount(2);
    await expect(widget.said('Assistant').last()).not.toContainText('Did you mean');
  });

  test('says that it does not know, and calls a person when it does not know again', async ({ widget }) => {
    await widget.start();
    await widget.say('purple elephants flying backwards');
    await widget.expectAnswer("I don't know the answer to that");
    await expect(widget.choices.filter({ hasText: 'Talk to a person' })).toBeVisible();
    await widget.say('green walruses singing opera');
    await expect(widget.event('A person was called')).toBeVisible();
    await widget.expectAnswer("I can't answer that");
  });

  test('suggests questions while one is typing, and answers the one that is taken', async ({ widget }) => {
    await widget.start();
    await widget.box.pressSequentially('send somethng back');
    const suggestion = widget.suggestions.filter({ hasText: 'How long do I have to send something back?' });
    await suggestion.click();
    await widget.expectAnswer('30 days from delivery');
    await expect(widget.box).toHaveValue('');
  });

  test('offers what to ask next, and answers it at a press', async ({ widget }) => {
    await widget.start();
    await widget.say('how many days do I have to send it back?');
    await widget.choices.filter({ hasText: 'How do I return it?' }).click();
    await expect(widget.said('Assistant')).toHaveCount(2);
  });
});
