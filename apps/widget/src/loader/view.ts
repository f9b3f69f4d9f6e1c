import type { LoaderConfig, Options } from './config.ts';
import { styleSheet } from './styles.ts';

/** Above whatever a page stacks, short of the largest number that a browser takes. */
const TOP = 2147e6;

/**
 * Makes bubble and frame in a shadow tree. No markup is parsed: pages with Trusted Types forbid it. The frame is made
 * when it is first loaded: even an empty one costs a page four times as much as all the rest of this.
 */
export function createView(site: LoaderConfig) {
  const make = <T extends keyof HTMLElementTagNameMap>(tag: T, className = '') => {
    const made = document.createElement(tag);
    made.className = className;
    return made;
  };
  const host = make('solodesk-chat' as 'div');
  const root = host.attachShadow({ mode: 'open' });
  let frame: HTMLIFrameElement | undefined;
  const bubble = make('button', 'b');
  const badge = make('i');
  root.append(bubble);
  bubble.append(badge);

  return {
    host,
    bubble,
    frame: () =>
      (frame ??= Object.assign(make('iframe', 'p'), {
        title: site.name,
        // Sound, and the visitor’s own voice when they press the button for it; all else stays with the page.
        allow: 'autoplay;microphone',
        // The frame learns by it whose messages to take, whatever the page's own policy is.
        referrerPolicy: 'origin',
      })),
    /** @param nonce lets a style element in where sheets cannot be constructed (Safari before 16.4) */
    style({ position = site.position, zIndex = TOP, hideLauncher }: Options, nonce: string) {
      const css = styleSheet(position, site.accent, site.onAccent, zIndex);
      try {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(css);
        root.adoptedStyleSheets = [sheet];
      } catch {
        const sheet = make('style');
        sheet.nonce = nonce;
        sheet.textContent = css;
        root.append(sheet);
      }
      bubble.hidden = hideLauncher as boolean;
    },
    /** Shows or hides the panel, and says what the bubble does. The browser makes text of number and truth. */
    show(open: boolean, unread: number, label: string) {
      if (frame) frame.className = open ? 'p o' : 'p';
      badge.textContent = open || !unread ? '' : unread > 9 ? '9+' : (unread as never);
      bubble.ariaLabel = label;
      bubble.ariaExpanded = open as never;
    },
    /** Fits the panel into what the keyboard of a phone leaves. */
    fit({ offsetTop, height }: VisualViewport) {
      this.frame().style.cssText = innerWidth <= 480 ? `top:${offsetTop}px;height:${height}px` : '';
    },
  };
}
