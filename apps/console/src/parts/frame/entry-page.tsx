import type { ComponentChildren } from 'preact';
import { LanguageSwitch } from '../controls/language-switch.tsx';

/** A page before the desk: signing in and setting up. */
export function EntryPage({ title, text, children }: { title: string; text: string; children?: ComponentChildren }) {
  return (
    <main class="entry">
      <div class="entry-card">
        <img class="entry-mark" src="/console/icon.svg" alt="" width={40} height={40} />
        <h1>{title}</h1>
        <p class="muted">{text}</p>
        {children}
      </div>
      <LanguageSwitch />
    </main>
  );
}
