import { expect, test } from '../fixtures/test.ts';

test.describe('somebody who may be in danger', () => {
  test('gets the number to call, the approved steps and a person, before anything else', async ({ widget, owner }) => {
    await widget.start('/', 'practice');
    await widget.say('my father has a bad pain in his chest, what should I do');
    await widget.expectAnswer('This may be an emergency. Call 112 now');
    await widget.expectAnswer(/Sit down, loosen tight clothes\./);
    const call = widget.log.getByRole('link', { name: 'Call 112' });
    await expect(call).toHaveAttribute('href', 'tel:112');

    await owner.visit('practice');
    await expect(owner.waiting('bad pain in his chest')).toContainText('Emergency');
    await expect(owner.queue.first()).toContainText('Emergency');
    await owner.openWaiting('bad pain in his chest');
    await expect(owner.log).toContainText('An emergency was named: the bot gave the number to call');
  });

  test('is understood in Chinese, also while waiting for a person', async ({ widget }) => {
    await widget.start('/', 'practice');
    await widget.askForPerson();
    await widget.say('他胸口突然很痛');
    await widget.expectAnswer(/请马上拨打 112/);
    await widget.expectAnswer(/请坐下，松开衣领。/);
  });
});
