/** Shows a count in the tab: before its title, and on its icon. */
export function showBadge(count: number, title: string): void {
  document.title = count > 0 ? `(${count}) ${title}` : title;
  const link = document.querySelector<HTMLLinkElement>('link[rel="icon"]');
  if (!link) return;
  link.type = count > 0 ? 'image/png' : 'image/svg+xml';
  link.href = count > 0 ? drawIcon(count) : '/console/icon.svg';
}

const drawn = new Map<string, string>();

function drawIcon(count: number): string {
  const label = count > 9 ? '9+' : String(count);
  const known = drawn.get(label);
  if (known) return known;
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 64;
  const pen = canvas.getContext('2d');
  if (!pen) return '/console/icon.svg';
  pen.fillStyle = '#4338ca';
  pen.beginPath();
  pen.roundRect(0, 0, 64, 64, 16);
  pen.fill();
  pen.fillStyle = '#b3202a';
  pen.beginPath();
  pen.arc(40, 40, 24, 0, 2 * Math.PI);
  pen.fill();
  pen.fillStyle = '#ffffff';
  pen.font = `600 ${label.length > 1 ? 28 : 36}px system-ui, sans-serif`;
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  pen.fillText(label, 40, 42);
  const url = canvas.toDataURL('image/png');
  drawn.set(label, url);
  return url;
}
