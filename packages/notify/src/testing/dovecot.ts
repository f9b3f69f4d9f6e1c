import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ImapFlow } from 'imapflow';
import { LOCALHOST } from './localhost-certificate.ts';

const PROGRAMS = ['/usr/sbin/dovecot', '/usr/local/sbin/dovecot', '/opt/homebrew/sbin/dovecot'];
const PASSWORD = 'a-quiet-mailbox';

/** A real IMAP server on this machine, with one mailbox a user and everything in a folder of its own. */
export class Dovecot {
  readonly port: number;
  readonly securePort: number;
  readonly #folder: string;
  #process: ChildProcess | null = null;

  private constructor(folder: string, port: number, securePort: number) {
    this.#folder = folder;
    this.port = port;
    this.securePort = securePort;
  }

  /** @throws Error saying what to do where there is none and none can be installed. */
  static async start(): Promise<Dovecot> {
    const program = findDovecot();
    const folder = mkdtempSync(join(tmpdir(), 'solodesk-dovecot-'));
    chmodSync(folder, 0o755);
    const [port, securePort] = [await freePort(), await freePort()];
    const server = new Dovecot(folder, port, securePort);
    mkdirSync(join(folder, 'mail'), { mode: 0o777 });
    chmodSync(join(folder, 'mail'), 0o777);
    writeFileSync(join(folder, 'cert.pem'), LOCALHOST.cert);
    writeFileSync(join(folder, 'key.pem'), LOCALHOST.key, { mode: 0o600 });
    writeFileSync(join(folder, 'dovecot.conf'), configuration(folder, port, securePort));
    await server.#run(program);
    return server;
  }

  /** As `IMAP_URL` has it. */
  url(user = 'desk', password = PASSWORD): string {
    return `imap://${user}:${encodeURIComponent(password)}@127.0.0.1:${this.port}`;
  }

  secureUrl(user = 'desk'): string {
    return `imaps://${user}:${encodeURIComponent(PASSWORD)}@localhost:${this.securePort}`;
  }

  /** Puts a mail into a mailbox, as the server of a sender would. */
  async deliver(mail: string, user = 'desk'): Promise<void> {
    await this.#signedIn(user, (client) => client.append('INBOX', mail.replace(/\r?\n/g, '\r\n')));
  }

  /** Flags of each mail of a mailbox, oldest first. */
  flags(user = 'desk'): Promise<string[][]> {
    return this.#signedIn(user, async (client) => {
      await client.mailboxOpen('INBOX', { readOnly: true });
      const mails = await client.fetchAll('1:*', { flags: true });
      return mails.map(({ flags }) => [...(flags ?? [])].filter((flag) => flag !== '\\Recent'));
    });
  }

  /** Ends it as a crash would; `resume` starts it again with the mails that it had. */
  async stop(): Promise<void> {
    const child = this.#process;
    if (child === null || child.exitCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    endGroup(child);
    await ended;
    this.#process = null;
  }

  resume(): Promise<void> {
    return this.#run(findDovecot());
  }

  async remove(): Promise<void> {
    await this.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async #signedIn<T>(user: string, work: (client: ImapFlow) => Promise<T>): Promise<T> {
    const auth = { user, pass: PASSWORD };
    const client = new ImapFlow({
      host: '127.0.0.1',
      port: this.port,
      secure: false,
      doSTARTTLS: false,
      auth,
      logger: false,
    });
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.logout();
    }
  }

  async #run(program: string): Promise<void> {
    const child = spawn(program, ['-F', '-c', join(this.#folder, 'dovecot.conf')], {
      stdio: 'ignore',
      // A group of its own, which ends together: those who serve a line outlive their master.
      detached: true,
    });
    this.#process = child;
    for (let attempt = 0; attempt < 100; attempt++) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      if (child.exitCode !== null) break;
      const answered = await this.#signedIn('desk', async () => true).catch(() => false);
      if (answered) return;
    }
    const log = join(this.#folder, 'dovecot.log');
    endGroup(child);
    throw new Error(
      `Dovecot does not start:\n${existsSync(log) ? readFileSync(log, 'utf8').slice(-2_000) : '(no log)'}`,
    );
  }
}

function endGroup({ pid }: ChildProcess): void {
  if (pid !== undefined) process.kill(-pid, 'SIGKILL');
}

/** On Debian as root it is installed, as Chromium is for the tests in a browser. */
function findDovecot(): string {
  const found = PROGRAMS.find((program) => existsSync(program));
  if (found !== undefined) return found;
  if (existsSync('/etc/debian_version') && process.getuid?.() === 0) {
    const options = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, encoding: 'utf8' as const };
    const wait = ['-q', '-o', 'DPkg::Lock::Timeout=120'];
    spawnSync('apt-get', ['update', ...wait], options);
    const { stderr } = spawnSync('apt-get', ['install', '-y', ...wait, 'dovecot-imapd'], options);
    const installed = PROGRAMS.find((program) => existsSync(program));
    if (installed !== undefined) return installed;
    throw new Error(`these tests need an IMAP server, and dovecot-imapd could not be installed:\n${stderr}`);
  }
  throw new Error(
    'these tests need an IMAP server. Install Dovecot (Debian: apt-get install dovecot-imapd; macOS: brew install dovecot)',
  );
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

/** Root owns no mailbox, by Dovecot's own rule; anybody else runs it all as themselves. */
function configuration(folder: string, port: number, securePort: number): string {
  const asRoot = process.getuid?.() === 0;
  const me = spawnSync('id', ['-un'], { encoding: 'utf8' }).stdout.trim();
  const myGroup = spawnSync('id', ['-gn'], { encoding: 'utf8' }).stdout.trim();
  const [uid, gid] = asRoot ? ['mail', 'mail'] : [me, myGroup];
  const users = asRoot
    ? ''
    : `default_internal_user = ${me}\ndefault_internal_group = ${myGroup}\ndefault_login_user = ${me}`;
  const chroots = ['imap-login', 'anvil'].map((name) => (asRoot ? '' : `service ${name} {\n  chroot =\n}`)).join('\n');
  return `
protocols = imap
base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = ${folder}/dovecot.log
listen = 127.0.0.1
ssl = yes
ssl_cert = <${folder}/cert.pem
ssl_key = <${folder}/key.pem
disable_plaintext_auth = no
mail_location = maildir:${folder}/mail/%u
first_valid_uid = 1
${users}
${chroots}
passdb {
  driver = static
  args = password=${PASSWORD}
}
userdb {
  driver = static
  args = uid=${uid} gid=${gid} home=${folder}/mail/%u
}
service imap-login {
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = ${securePort}
    ssl = yes
  }
}
`;
}
