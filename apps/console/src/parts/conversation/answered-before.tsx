import { formatDateTime } from '@solodesk/ui';
import { useDesk } from '../../state/desk.ts';
import { useLineRemote } from '../../state/hooks/use-remote.ts';
import { granted } from '../../state/tickets/use-tickets.ts';
import { cannedTexts } from '../../texts/canned-texts.ts';
import { COLON, useTexts } from '../../texts/index.ts';

interface AnsweredBeforeProps {
  site: string;
  conversation: string;
  /** Of the last word: another one may ask something else. */
  seq: number;
  onUse(answer: string): void;
}

/** What the owner said to such a question before: to be read, and used if it still holds. Where there is nothing, or it cannot be read, nothing is offered. */
export function AnsweredBefore({ site, conversation, seq, onUse }: AnsweredBeforeProps) {
  const { locale } = useTexts();
  const t = cannedTexts[locale];
  const { client } = useDesk();
  const { value } = useLineRemote(`answered ${conversation} ${seq}`, async () =>
    granted(await client.answeredBefore(site, conversation)),
  );
  const [first] = value?.found ?? [];
  if (first === undefined) return null;
  return (
    <div class="answered-before" role="note">
      <span>
        <small class="muted">
          {t.answered}
          {COLON[locale]}“{first.question}” · {formatDateTime(first.at, locale)}
        </small>
        <span class="canned-meaning">{first.answer}</span>
      </span>
      <button type="button" class="button" onClick={() => onUse(first.answer)}>
        {t.use}
      </button>
    </div>
  );
}
