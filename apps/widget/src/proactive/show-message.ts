import type { Locale } from '@solodesk/protocol/visitor';
import type { ShowMessage } from './proactive.ts';

const CLOSE: Record<Locale, string> = { en: 'Close this message', zh: '关闭这条消息' };
/** As the bubble: above whatever a page stacks. */
const TOP = 2147e6;

/** Sets each property with `important`: no style of the page reaches in, and no inline style sheet is needed that a policy could forbid. */
function dress(element: HTMLElement, styles: Record<string, string>): void {
  for (const [name, value] of Object.entries(styles)) element.style.setProperty(name, value, 'important');
}

/** A speech bubble beside the chat's own. No markup is parsed: pages with Trusted Types forbid it. */
export const showMessage: ShowMessage = ({ text, locale, bubble, onOpen, onClose }) => {
  const dark = matchMedia('(prefers-color-scheme: dark)').matches;
  const [paper, ink, line] = dark ? ['#1c1a26', '#f0eef7', '#3a3748'] : ['#ffffff', '#1d1b26', '#e4e1da'];
  const { left, right, top } = bubble.getBoundingClientRect();
  const onLeft = left < innerWidth / 2;
  const host = document.createElement('solodesk-message');
  const root = host.attachShadow({ mode: 'open' });
  const box = document.createElement('div');
  const open = document.createElement('button');
  const close = document.createElement('button');

  box.setAttribute('role', 'status');
  open.type = close.type = 'button';
  open.textContent = text;
  close.textContent = '×';
  close.ariaLabel = CLOSE[locale];
  close.title = CLOSE[locale];
  box.lang = locale === 'zh' ? 'zh-CN' : 'en';
  open.onclick = onOpen;
  close.onclick = onClose;
  host.onkeydown = ({ key }) => {
    if (key === 'Escape') onClose();
  };

  dress(host, {
    all: 'initial',
    position: 'fixed',
    'z-index': `${TOP}`,
    [onLeft ? 'left' : 'right']: `${Math.max(12, onLeft ? left : innerWidth - right)}px`,
    bottom: `${Math.max(12, innerHeight - top + 12)}px`,
  });
  dress(box, {
    display: 'flex',
    'align-items': 'flex-start',
    'max-width': `min(300px, ${innerWidth - 40}px)`,
    background: paper,
    border: `1px solid ${line}`,
    'border-radius': '18px',
    [onLeft ? 'border-bottom-left-radius' : 'border-bottom-right-radius']: '4px',
    'box-shadow': '0 12px 40px rgb(29 27 38 / 0.18)',
  });
  const plain = { border: '0', background: 'none', color: ink, cursor: 'pointer', margin: '0' };
  const font =
    "14px/1.5 system-ui, -apple-system, 'Segoe UI', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans SC', sans-serif";
  dress(open, { ...plain, font, padding: '12px 0 12px 16px', 'text-align': 'start', 'overflow-wrap': 'anywhere' });
  dress(close, { ...plain, font: '20px/1 system-ui, sans-serif', flex: 'none', width: '44px', height: '44px' });

  box.append(open, close);
  root.append(box);
  document.body.append(host);
  return { remove: () => host.remove() };
};
