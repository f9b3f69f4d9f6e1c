/**
 * A sheet of a part that comes later, put on the page when that is shown first. A sheet made by script is no inline style:
 * the frame's content policy allows it.
 */
export function styleSheet(css: string): () => void {
  let put = false;
  return () => {
    if (put || !('adoptedStyleSheets' in document)) return;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    put = true;
  };
}
