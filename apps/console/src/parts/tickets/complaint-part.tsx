import { useId, useState } from 'preact/hooks';
import type { Locale } from '../../state/wire-types.ts';
import { complaintTexts } from '../../texts/complaint-texts.ts';
import { useTexts } from '../../texts/index.ts';

/** What the owner may know of a complaint; `null` for all other tickets. */
export interface Complaint {
  stage: 'received' | 'proposed' | 'accepted' | 'declined' | 'settled';
  /** The site's list; `text`: in the customer's language, as it goes out. */
  remedies: readonly { name: string; text: string; texts: Partial<Record<Locale, string>>; fits: boolean }[];
  proposal: { choices: readonly { remedy: string | null; text: string }[]; by: string | null; at: number } | null;
  /** What the customer took of it. */
  chosen: string | null;
}

export type RemedyOffer = { remedies: string[] } | { text: string };

interface Props {
  complaint: Complaint;
  /** A moment as people read it. */
  describe: (at: number) => string;
  /** Resolves when it is saved. */
  onOffer: (offer: RemedyOffer) => Promise<void>;
}

const LONGEST = 300;
/** The most that a customer is let choose from. */
const MOST_CHOICES = 4;

/** Where a complaint stands, and the remedies that the owner can offer for it. Until when to answer stands at the ticket's head. */
export function ComplaintPart({ complaint, describe, onOffer }: Props) {
  const { locale } = useTexts();
  const t = complaintTexts[locale];
  const { stage, proposal, chosen, remedies } = complaint;
  // The list may say something else by now than what was offered.
  const ownText = (name: string | null, text: string) =>
    remedies.find((one) => one.name === name && one.text === text)?.texts[locale];
  return (
    <section class="complaint" aria-label={t.title}>
      <p class={`complaint-stage complaint-${stage}`}>{t.stages[stage]}</p>
      {proposal !== null && (
        <blockquote class="complaint-offer">
          <ul>
            {proposal.choices.map(({ remedy, text }) => (
              <li key={text} class={text === chosen ? 'complaint-chosen' : undefined}>
                <Remedy text={text} own={ownText(remedy, text)} />
                {text === chosen && <span class="complaint-mark"> {t.chosen}</span>}
              </li>
            ))}
          </ul>
          <footer class="muted">{t.offered(proposal.by ?? t.bot, describe(proposal.at))}</footer>
        </blockquote>
      )}
      {stage !== 'settled' && stage !== 'accepted' && <Offering complaint={complaint} onOffer={onOffer} />}
    </section>
  );
}

/** In the owner's language, with what the customer reads where that is another text. */
function Remedy({ text, own }: { text: string; own: string | undefined }) {
  const { locale } = useTexts();
  if (own === undefined || own === text) return <>{text}</>;
  return (
    <>
      {own}
      <small class="complaint-sent muted">{complaintTexts[locale].reads(text)}</small>
    </>
  );
}

function Offering({ complaint: { remedies, stage }, onOffer }: Pick<Props, 'complaint' | 'onOffer'>) {
  const { locale } = useTexts();
  const t = complaintTexts[locale];
  const group = useId();
  const [chosen, choose] = useState<readonly string[]>([]);
  const [isOwn, setOwn] = useState(remedies.length === 0);
  const [words, write] = useState('');
  const [busy, setBusy] = useState(false);
  const isReady = !busy && (isOwn ? words.trim() !== '' : chosen.length > 0);
  const offer = async (event: Event) => {
    event.preventDefault();
    if (!isReady) return;
    setBusy(true);
    try {
      // In the order of the list, whatever the order of the clicks.
      const picked = remedies.map(({ name }) => name).filter((name) => chosen.includes(name));
      await onOffer(isOwn ? { text: words.trim() } : { remedies: picked });
      write('');
    } finally {
      setBusy(false);
    }
  };
  const pick = (name: string, isPicked: boolean) => {
    setOwn(false);
    choose(isPicked ? [...chosen, name] : chosen.filter((one) => one !== name));
  };
  return (
    <form class="complaint-offering" onSubmit={(event) => void offer(event)}>
      <fieldset>
        <legend>{t.choose}</legend>
        {remedies.map(({ name, text, texts, fits }) => (
          <label class="complaint-choice" key={name}>
            <input
              type="checkbox"
              name={group}
              checked={!isOwn && chosen.includes(name)}
              disabled={!isOwn && !chosen.includes(name) && chosen.length >= MOST_CHOICES}
              onChange={({ currentTarget }) => pick(name, currentTarget.checked)}
            />
            <span>
              <Remedy text={text} own={texts[locale]} />
              {!fits && <span class="muted"> {t.seldom}</span>}
            </span>
          </label>
        ))}
        <label class="complaint-choice">
          <input type="checkbox" checked={isOwn} onChange={({ currentTarget }) => setOwn(currentTarget.checked)} />
          <span>{t.ownWords}</span>
        </label>
        {isOwn && (
          <textarea
            class="input"
            aria-label={t.ownWords}
            placeholder={t.ownWordsHint}
            maxLength={LONGEST}
            rows={3}
            value={words}
            onInput={({ currentTarget }) => write(currentTarget.value)}
          />
        )}
      </fieldset>
      <button class="button button-primary" disabled={!isReady}>
        {stage === 'received' ? t.offer : t.offerAnother}
      </button>
      <p class="muted">{t.goesOut}</p>
    </form>
  );
}
