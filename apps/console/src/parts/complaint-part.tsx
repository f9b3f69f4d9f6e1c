import { useId, useState } from 'preact/hooks';
import { complaintTexts } from '../texts/complaint-texts.ts';
import { useTexts } from '../texts/index.ts';

/** What the owner may know of a complaint; `null` for all other tickets. */
export interface Complaint {
  stage: 'received' | 'proposed' | 'accepted' | 'declined' | 'settled';
  /** The site's list, in the customer's language. */
  remedies: readonly { name: string; text: string }[];
  proposal: { remedy: string | null; text: string; by: string; at: number } | null;
}

export type RemedyOffer = { remedy: string } | { text: string };

interface Props {
  complaint: Complaint;
  /** A moment as people read it. */
  describe: (at: number) => string;
  /** Resolves when it is saved. */
  onOffer: (offer: RemedyOffer) => Promise<void>;
}

/** Stands for the owner's own words among the remedies; no remedy has such a name. */
const OWN = '';
const LONGEST = 300;

/** Where a complaint stands, and the remedies that the owner can offer for it. Until when to answer stands at the ticket's head. */
export function ComplaintPart({ complaint, describe, onOffer }: Props) {
  const { locale } = useTexts();
  const t = complaintTexts[locale];
  const { stage, proposal } = complaint;
  return (
    <section class="complaint" aria-label={t.title}>
      <p class={`complaint-stage complaint-${stage}`}>{t.stages[stage]}</p>
      {proposal !== null && (
        <blockquote class="complaint-offer">
          {proposal.text}
          <footer class="muted">{t.offered(proposal.by, describe(proposal.at))}</footer>
        </blockquote>
      )}
      {stage !== 'settled' && stage !== 'accepted' && <Offering complaint={complaint} onOffer={onOffer} />}
    </section>
  );
}

function Offering({ complaint: { remedies, stage }, onOffer }: Pick<Props, 'complaint' | 'onOffer'>) {
  const { locale } = useTexts();
  const t = complaintTexts[locale];
  const group = useId();
  const [chosen, choose] = useState(remedies[0]?.name ?? OWN);
  const [words, write] = useState('');
  const [busy, setBusy] = useState(false);
  const isReady = !busy && (chosen !== OWN || words.trim() !== '');
  const offer = async (event: Event) => {
    event.preventDefault();
    if (!isReady) return;
    setBusy(true);
    try {
      await onOffer(chosen === OWN ? { text: words.trim() } : { remedy: chosen });
      write('');
    } finally {
      setBusy(false);
    }
  };
  const choice = (name: string, text: string) => (
    <label class="complaint-choice" key={name}>
      <input type="radio" name={group} value={name} checked={chosen === name} onChange={() => choose(name)} />
      <span>{text}</span>
    </label>
  );
  return (
    <form class="complaint-offering" onSubmit={(event) => void offer(event)}>
      <fieldset>
        <legend>{t.choose}</legend>
        {remedies.map(({ name, text }) => choice(name, text))}
        {choice(OWN, t.ownWords)}
        {chosen === OWN && (
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
