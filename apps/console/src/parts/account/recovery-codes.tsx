import { useTexts } from '../../texts/index.ts';
import { securityTexts } from '../../texts/security-texts.ts';
import { CopyBox } from '../controls/copy-box.tsx';

/** The codes, shown once, until their owner says that they are kept. */
export function RecoveryCodes({ codes, onKept }: { codes: readonly string[]; onKept(): void }) {
  const { locale } = useTexts();
  const words = securityTexts[locale];
  return (
    <div class="recovery">
      <h4>{words.codes}</h4>
      <p class="muted">{words.codesText}</p>
      <CopyBox text={codes.join('\n')} label={words.codes} />
      <button type="button" class="button" onClick={onKept}>
        {words.kept}
      </button>
    </div>
  );
}
