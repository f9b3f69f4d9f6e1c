/**
 * All that the loader draws, in its shadow tree. `!important` on `:host` wins over the page's own `!important`, so
 * that not even `* { all: unset !important }` reaches in. Sizes are in px: a page may set any root font size. Declarations stand in the order
 * that packs best.
 *
 * @param side where the bubble sits
 */
export function styleSheet(side: 'left' | 'right', accent: string, onAccent: string, zIndex: number): string {
  return (
    `:host{all:initial!important;position:fixed!important;z-index:${zIndex}!important}` +
    `.b,.p{bottom:20px;box-shadow:0 12px 40px #0003;${side}:20px;border:0 solid #0000;position:fixed}` +
    // Where the system paints all grounds alike, what is transparent is seen.
    `.b{cursor:pointer;width:56px;border-width:2px;border-radius:50%;color:${onAccent};height:56px;background:${accent}}` +
    // The icon: a round speech bubble. Drawn without markup and SVG it costs a tenth of the bytes.
    `.b:before{inset:14px;border-radius:50% 50% 50% 4px;border:2px solid;position:absolute;content:""}` +
    // While the panel is open, two of its edges, turned, point down.
    `.o+.b:before{border-width:0 2px 2px 0;border-radius:0;rotate:45deg;scale:.6}` +
    `[hidden],i:empty{display:none}` +
    `i{position:absolute;min-width:20px;border-radius:10px;background:#b3202a;right:-2px;top:-2px;font:600 12px/20px system-ui;color:#fff}` +
    `.p{bottom:92px;height:620px;border-radius:18px;background:Canvas;color-scheme:light dark;width:376px;visibility:hidden;max-height:calc(100% - 112px)}` +
    `.o{visibility:visible}` +
    `@media(max-width:480px){.p{inset:0;width:100%;height:100%;max-height:100%;border-radius:0}.o+.b{display:none}}` +
    `@media print{.b,.p{display:none}}`
  );
}
