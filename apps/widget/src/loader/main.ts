import type { LoaderConfig, Options } from './config.ts';
import { safely } from './listeners.ts';
import { createWidget } from './widget.ts';

declare const __SOLODESK_SITE__: LoaderConfig;

type Call = [command: string, ...given: never[]];
type Solodesk = ((...call: Call) => void) & { q?: Call[]; live?: boolean };

/** Runs what was called before the script came, and takes the queue's place. */
function install(site: LoaderConfig, page: { Solodesk?: Solodesk; SolodeskSettings?: Options }): void {
  // A page may hold the snippet twice.
  if (page.Solodesk?.live) return;
  const script = document.currentScript as HTMLScriptElement;
  const commands: Record<string, (...given: never[]) => void> = createWidget(
    site,
    new URL(script.src).origin,
    script.nonce,
  );
  /** A wrong command throws into the console, and stops neither the page nor the others. */
  const run: Solodesk = (command, ...given) => safely(() => commands[command]!(...given));
  const early = page.Solodesk?.q ?? [];
  const settings = page.SolodeskSettings ?? {};
  run.live = true;
  page.Solodesk = run;
  commands.update!(settings as never);
  if (!settings.manual && settings.defer !== 'manual' && !early.some((call) => call[0] === 'boot')) run('boot');
  for (const call of early) run(...(Array.from(call) as Call));
}

install(__SOLODESK_SITE__, window as never);
