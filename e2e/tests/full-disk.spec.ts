import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { picture } from '../fixtures/picture.ts';
import { expect, test } from '../fixtures/test.ts';
import { WidgetPage } from '../pages/widget-page.ts';

/** A real file system; only root may make one. */
function mount(folder: string, options: string): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder], { stdio: 'pipe' });
    return true;
  } catch (error) {
    process.stderr.write(`full-disk.spec: no small file system can be mounted here (${String(error)})\n`);
    return false;
  }
}

test('a file that finds no room is told of, leaves nothing, and goes when there is some; words go all the while', async ({
  ownDesk,
  ownHost,
  page,
}, info) => {
  const folder = join(ownDesk.dataDir, 'files');
  mkdirSync(folder, { recursive: true });
  const mounted = mount(folder, 'size=64m');
  test.skip(!mounted, 'needs the right to mount a file system');
  try {
    const widget = new WidgetPage(page, ownHost);
    const { frame } = widget;
    const onDisk = async () =>
      (await readdir(folder, { recursive: true, withFileTypes: true })).filter((one) => one.isFile());
    await widget.start();
    const photo = { name: 'vase.png', mimeType: 'image/png', buffer: picture() };
    await frame.getByLabel('Attach files').setInputFiles(photo);
    await expect(frame.getByText('Files cannot be taken just now. Please try again later.')).toBeVisible();
    await page.screenshot({ path: info.outputPath('full.png') });
    expect(await onDisk()).toEqual([]);

    // Words go, and what found no room waits for another try.
    await widget.tell('It came broken');

    execFileSync('mount', ['-o', 'remount,size=512m', folder]);
    await frame.getByRole('button', { name: 'Try again' }).click();
    await expect(frame.getByText('Ready to send')).toBeVisible();
    await widget.send.click();
    await expect(widget.log.getByRole('button', { name: 'Show vase.png' })).toBeVisible();
    // The picture and its small one.
    expect(await onDisk()).toHaveLength(2);
  } finally {
    await ownDesk.kill();
    execFileSync('umount', [folder]);
  }
});
