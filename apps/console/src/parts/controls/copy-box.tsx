import { useRef, useState } from 'preact/hooks';
import { useTexts } from '../../texts/index.ts';
import { report } from '../../state/report.ts';

/** A piece of code with a button that copies it; where the browser forbids that, it marks it to be copied by hand. */
export function CopyBox({ text, label }: { text: string; label: string }) {
  const { t, w } = useTexts();
  const code = useRef<HTMLElement>(null);
  const [said, setSaid] = useState<string | null>(null);
  const copy = async () => {
    try {
      // Outside of https and localhost there is no clipboard.
      if (!navigator.clipboard) throw new DOMException('no clipboard here', 'NotAllowedError');
      await navigator.clipboard.writeText(text);
      setSaid(t.common.copied);
    } catch (error) {
      report('Copying was not allowed.', error);
      if (code.current) getSelection()?.selectAllChildren(code.current);
      setSaid(w.snippet.copyFailed);
    }
  };
  return (
    <div class="copy-box">
      <pre class="code" tabIndex={0} role="region" aria-label={label}>
        <code ref={code}>{text}</code>
      </pre>
      <button type="button" class="button button-primary" onClick={() => void copy()}>
        {t.common.copy}
      </button>
      <span class="muted" role="status">
        {said}
      </span>
    </div>
  );
}
