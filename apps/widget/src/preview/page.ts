/**
 * The page around a preview: it opens the chat, in the language that its address names, and tells the console when there is
 * something to see. The loader's own script comes after this one.
 */
type Call = [command: string, ...given: unknown[]];
const host = window as unknown as { Solodesk?: object; SolodeskSettings?: object };
const calls: Call[] = [['show']];

host.SolodeskSettings = { locale: new URLSearchParams(location.search).get('lang') ?? undefined };
host.Solodesk = Object.assign((...call: Call) => calls.push(call), { q: calls });

// The chat opens by itself here: whoever fills in a form beside it keeps the keyboard.
HTMLIFrameElement.prototype.focus = () => undefined;

calls.unshift(['on', 'open', () => frame()?.addEventListener('load', tell)]);

function frame(): HTMLIFrameElement | null {
  return document.querySelector('solodesk-chat')?.shadowRoot?.querySelector('iframe') ?? null;
}

function tell(): void {
  window.parent.postMessage('solodesk-preview', location.origin);
}
