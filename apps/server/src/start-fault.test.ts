import { describe, expect, it } from '@jest/globals';
import { ConfigError } from './config.ts';
import { explainStart } from './start-fault.ts';

const places = { dataDir: '/srv/desk', sitesDir: '/srv/sites' };
const fault = (code: string, path?: string, syscall = 'open') =>
  Object.assign(new Error(code), { code, path, syscall });

describe('what stops a start', () => {
  it.each([
    [fault('EEXIST', '/srv/desk'), 'DATA_DIR: /srv/desk is no folder'],
    [fault('EACCES', '/srv'), 'DATA_DIR: /srv/desk may not be written by this user'],
    [fault('EACCES', '/srv/sites/shop/site.json'), 'SITES_DIR: /srv/sites may not be written by this user'],
    [fault('EROFS', '/srv/desk/models'), 'DATA_DIR: /srv/desk cannot be written'],
    [fault('ENOSPC', '/srv/desk/models/x'), 'DATA_DIR: /srv/desk has no room left'],
    [fault('ENOENT', '/srv/desk', 'mkdir'), 'DATA_DIR: /srv/desk cannot be made there'],
    [fault('SQLITE_FULL'), 'DATA_DIR: /srv/desk has no room left'],
    [fault('SQLITE_CANTOPEN'), 'DATA_DIR: /srv/desk may not be written by this user'],
    [fault('SQLITE_CORRUPT_INDEX'), 'DATA_DIR: the database in /srv/desk is damaged'],
  ])('because of where things are kept names the setting: %s', (cause, told) => {
    const explained = explainStart(cause, places);
    expect(explained).toBeInstanceOf(ConfigError);
    expect((explained as Error).message).toMatch(new RegExp(`^${told}`));
    expect((explained as Error).cause).toBe(cause);
  });

  it.each([
    [fault('EEXIST', '/srv/desk/sites'), 'SITES_DIR: /srv/desk/sites is no folder'],
    [fault('ELOOP', '/srv/desk/sites', 'stat'), 'SITES_DIR: /srv/desk/sites is a link that leads back to itself'],
    [fault('EACCES', '/srv/desk/models'), 'DATA_DIR: /srv/desk may not be written by this user'],
    [fault('EEXIST', '/srv/desk'), 'DATA_DIR: /srv/desk is no folder'],
  ])('names the sites’ own folder in the other one where it is that: %s', (cause, told) => {
    const explained = explainStart(cause, { dataDir: '/srv/desk', sitesDir: '/srv/desk/sites' });
    expect((explained as Error).message).toMatch(new RegExp(`^${told}`));
  });

  it('for any other reason stays what it was', () => {
    for (const cause of [
      fault('EACCES', '/elsewhere/x'),
      fault('ENOENT', '/srv/desk/x'),
      fault('ESOMETHING', '/srv/desk'),
      new TypeError('a bug'),
      'text',
    ]) {
      expect(explainStart(cause, places)).toBe(cause);
    }
  });
});
