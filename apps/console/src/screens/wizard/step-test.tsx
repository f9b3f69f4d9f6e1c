import { useTexts } from '../../texts/index.ts';

/** The part of the widget's page interface that is used here. */
type WidgetWindow = Window & { Solodesk?: (command: 'show') => void };

/**
 * The chat as visitors get it: a page of our own origin that holds nothing but the widget's script, so that launcher,
 * frame and bot are the real ones. The frame alone would wait for a page that embeds it.
 */
export function StepTest({ site }: { site: string }) {
  const { w, locale } = useTexts();
  const language = locale === 'zh' ? 'zh-CN' : 'en';
  const page = `<!doctype html><html lang="${language}"><meta charset="utf-8"><title>${w.test.frame}</title><script async src="/widget/${encodeURIComponent(site)}.js"></script></html>`;
  return (
    <div class="test-chat">
      <iframe
        srcdoc={page}
        title={w.test.frame}
        onLoad={({ currentTarget }) => (currentTarget.contentWindow as WidgetWindow | null)?.Solodesk?.('show')}
      />
    </div>
  );
}
