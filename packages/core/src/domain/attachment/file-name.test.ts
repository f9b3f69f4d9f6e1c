import { describe, expect, it } from '@jest/globals';
import { fileName } from './file-name.ts';

describe('the name of a file', () => {
  it.each([
    ['a path', '../../etc/passwd.png', 'passwd.png'],
    ['a path of Windows', 'C:\\Users\\ann\\vase.PNG', 'vase.png'],
    ['a dot that hides it', '.png', 'png.png'],
    ['nothing', '', 'file.png'],
    ['only dots', '../..', 'file.png'],
    ['markup, which is text', '<img src=x onerror=alert(1)>.png', '_img src=x onerror=alert(1)_.png'],
    ['marks that turn the direction around', 'photo\u202egnp.exe', 'photognp.exe.png'],
    ['line breaks', 'a\r\nSet-Cookie: x.png', 'aSet-Cookie_ x.png'],
    ['another ending than its content', 'vase.html', 'vase.html.png'],
    ['Chinese', '花瓶 破损.png', '花瓶 破损.png'],
  ])('is shown without %s', (_what, given, shown) => {
    expect(fileName(given, 'image/png')).toBe(shown);
  });

  it('keeps each usual ending of its content', () => {
    expect(fileName('a.jpeg', 'image/jpeg')).toBe('a.jpeg');
    expect(fileName('a', 'image/jpeg')).toBe('a.jpg');
  });

  it('is short, and never ends in half of an emoji', () => {
    const name = fileName(`${'😀'.repeat(300)}.png`, 'image/png');
    expect([...name]).toHaveLength(104);
    expect(name.isWellFormed()).toBe(true);
  });
});
