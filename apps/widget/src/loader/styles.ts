/**
 * All that the loader draws, in its shadow tree. `!important` on `:host` wins over the page's own `!important`, so
 * that not even `* { all: unset !important }` reaches in. Sizes are in px: a page may set any root font size.
 *
 * @param side where the bubble sits
 */
export function styleSheet(side: 'left' | 'right', accent: string, onAccent: string, zIndex: number): string {
  return (
    `:host{all:initial!important;position:fixed!important;z-index:${zIndex}!important}` +
    `.b,.p{position:fixed;${side}:20px;bottom:20px;box-shadow:0 12px 40px #0003;border:0}` +
    `.b{width:56px;height:56px;border-radius:50%;background:${accent};color:${onAccent};cursor:pointer}` +
    // The icon: a round speech bubble. Drawn without markup and SVG it costs a tenth of the bytes.
    `.b:before{position:absolute;inset:16px;border:2px solid;border-radius:50% 50% 50% 4px;content:""}` +
    // While the panel is open, two of its edges, turned, point down.
    `.o+.b:before{border-width:0 2px 2px 0;border-radius:0;rotate:45deg;scale:.6}` +
    `[hidden],i:empty{display:none}` +
    `i{position:absolute;top:-2px;right:-2px;min-width:20px;border-radius:10px;background:#b3202a;color:#fff;font:600 12px/20px system-ui}` +
    `.p{bottom:92px;width:376px;height:620px;max-height:calc(100% - 112px);border-radius:18px;background:Canvas;color-scheme:light dark;visibility:hidden}` +
    `.o{visibility:visible}` +
    `@media(max-width:480px){.p{inset:0;width:100%;height:100%;max-height:none;border-radius:0}.o+.b{display:none}}` +
    `@media print{.b,.p{display:none}}`
  );
}
