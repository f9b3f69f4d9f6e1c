import { describe, expect, it } from '@jest/globals';
import { terminalOn } from './terminal.ts';

function stream(isTTY: boolean) {
  const written: string[] = [];
  return { written, isTTY, columns: 20, write: (text: string) => written.push(text) };
}

describe('a terminal', () => {
  it.each([
    ['on a terminal', true, {}, true],
    ['not in a file', false, {}, false],
    ['not with NO_COLOR', true, { NO_COLOR: '1' }, false],
    ['not on a dumb terminal', true, { TERM: 'dumb' }, false],
    ['in a file with FORCE_COLOR', false, { FORCE_COLOR: '1' }, true],
    ['not with FORCE_COLOR=0', true, { FORCE_COLOR: '0' }, false],
    ['not with both', false, { FORCE_COLOR: '1', NO_COLOR: '1' }, false],
  ])('has colours %s', (_, isTTY, environment, colours) => {
    const { paint } = terminalOn(stream(isTTY), stream(isTTY), environment);
    expect(paint('red', 'x')).toBe(colours ? '\u001b[31mx\u001b[39m' : 'x');
  });

  it('shows progress in one line on standard error, and only to somebody who watches', () => {
    const [stdout, watched, file] = [stream(false), stream(true), stream(false)];
    const terminal = terminalOn(stdout, watched, {});
    terminal.progress('a text that is longer than the line');
    terminal.progress(null);
    terminalOn(stdout, file, {}).progress('x');
    expect(watched.written).toEqual(['\r\u001b[2Ka text that is long', '\r\u001b[2K']);
    expect([...stdout.written, ...file.written]).toEqual([]);
  });
});
