export interface HostPageInput {
  deskUrl: string;
  site: string;
}

export interface HostPage {
  html: string;
  headers?: Record<string, string>;
}

const snippet = ({ deskUrl, site }: HostPageInput) => `<script async src="${deskUrl}/widget/${site}.js"></script>`;
const body = '<h1>A page of mine</h1><p>It sells things.</p><p><a href="/other">Another page</a></p>';

function plain(input: HostPageInput, title: string, extra = '', lang = 'en'): HostPage {
  const html = `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>${title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1"></head><body>${body}${extra}${snippet(input)}</body></html>`;
  return { html };
}

/** Pages by path. The hostile ones do to the widget what real pages were seen to do. */
export const HOST_PAGES: Record<string, (input: HostPageInput) => HostPage> = {
  '/': (input) => plain(input, 'Home'),
  '/other': (input) => plain(input, 'Other'),
  '/zh': (input) => plain(input, '首页', '', 'zh-CN'),

  /** Boots by its own hand, with calls before the loader has come. */
  '/api': (input) =>
    plain(
      input,
      'API',
      `<script>
        window.Solodesk = window.Solodesk || function () { (window.Solodesk.q = window.Solodesk.q || []).push(arguments) };
        window.heard = [];
        Solodesk('on', 'open', function () { heard.push('open') });
        Solodesk('track', 'view', { product: 'shirt' });
        Solodesk('ready', function () { heard.push('ready') });
      </script>`,
    ),

  /** Only what the README says an embedder must allow: one host in two directives. */
  '/strict-csp': (input) => ({
    ...plain(input, 'Strict CSP'),
    headers: {
      'Content-Security-Policy': `default-src 'none'; script-src ${input.deskUrl}; frame-src ${input.deskUrl}`,
    },
  }),

  '/unset': (input) => plain(input, 'All unset', '<style>* { all: unset !important }</style>'),

  '/reset': (input) =>
    plain(
      input,
      'Reset',
      `<style>*, *::before, *::after { margin: 0 !important; padding: 0 !important; border: 0 !important; font: 8px serif !important;
        position: static; max-width: 100px; transform: none } iframe { display: none; width: 10px; height: 10px } button { visibility: hidden } div { opacity: 0 }</style>`,
    ),

  /** Breaks what scripts usually rely on, before the loader comes. */
  '/overrides': (input) =>
    plain(
      input,
      'Overrides',
      `<script>
        JSON.stringify = function () { return 'broken' };
        JSON.parse = function () { throw new Error('broken') };
        window.postMessage = function () { throw new Error('broken') };
        window.onmessage = function (event) { window.overheard = (window.overheard || []).concat([event.data]) };
        window.addEventListener('message', function (event) { event.stopImmediatePropagation() });
        Array.prototype.evil = function () {};
        Object.prototype.evil = 1;
      </script>`,
    ),

  '/quirks': (input) => ({
    html: `<html><head><title>Quirks</title></head><body>${body}${snippet(input)}</body></html>`,
  }),
};
