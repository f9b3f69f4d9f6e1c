import { useEffect, useState } from 'preact/hooks';
import { Field } from '../../parts/controls/field.tsx';
import { api } from '../../state/api/api.ts';
import type { StarterPack } from '../../state/api/api.ts';
import { report } from '../../state/report.ts';
import { useTexts } from '../../texts/index.ts';
import type { StepProps } from './steps.ts';
import { isSuggested, suggestedFaqs } from './suggested-faqs.ts';

/** Which FAQs a new site begins with: those of a starter pack, or only what is written below. */
export function ChoosePack({ draft, change, problem }: StepProps) {
  const { w, locale } = useTexts();
  const [packs, setPacks] = useState<StarterPack[]>([]);
  useEffect(() => {
    // Without them a site can be made all the same.
    api.starterPacks().then(
      ({ packs }) => setPacks(packs),
      (cause: unknown) => report('The starter packs could not be read.', cause),
    );
  }, []);
  const chosen = packs.find(({ name }) => name === draft.pack?.name);
  const choose = (pack: StarterPack | null) =>
    change({
      pack: pack && { name: pack.name, knowsEmergencies: pack.knowsEmergencies },
      // A pack answers what is suggested; what the owner wrote stays beside it.
      faqs: pack ? draft.faqs.filter((faq) => !isSuggested(faq)) : draft.faqs.length > 0 ? draft.faqs : suggestedFaqs(),
    });
  if (packs.length === 0) return null;
  return (
    <>
      <fieldset class="plain packs">
        <legend>{w.faqs.packsTitle}</legend>
        {inOrder(packs, Object.keys(w.faqs.packs)).map((pack) => (
          <PackCard
            key={pack.name}
            title={w.faqs.packs[pack.name] ?? pack.name}
            text={w.faqs.packText(pack.questions.length)}
            checked={draft.pack?.name === pack.name}
            onChoose={() => choose(pack)}
          />
        ))}
        <PackCard title={w.faqs.noPack} text={w.faqs.noPackText} checked={!draft.pack} onChoose={() => choose(null)} />
      </fieldset>
      {chosen && (
        <>
          <p class="pack-told">{w.faqs.packTold}</p>
          <details class="pack-questions">
            <summary>{w.faqs.packQuestions(chosen.questions.length)}</summary>
            <ul>
              {chosen.questions.map((question, at) => (
                <li key={at}>{question[draft.languages.includes(locale) ? locale : draft.languages[0]!]}</li>
              ))}
            </ul>
          </details>
        </>
      )}
      {draft.pack?.knowsEmergencies && (
        <div class="pack-emergency">
          <Field
            label={w.faqs.emergency}
            hint={w.faqs.emergencyHint}
            error={problem?.field === 'emergency' ? problem.text : null}
          >
            <input
              type="tel"
              maxLength={40}
              value={draft.emergencyNumber}
              onInput={({ currentTarget: { value } }) => change({ emergencyNumber: value })}
            />
          </Field>
        </div>
      )}
      <h2 class="pack-own">{w.faqs.own}</h2>
    </>
  );
}

/** The most frequent trades first; those that have no words here last. */
function inOrder(packs: readonly StarterPack[], names: readonly string[]): StarterPack[] {
  const placeOf = ({ name }: StarterPack) => (names.includes(name) ? names.indexOf(name) : names.length);
  return [...packs].sort((first, second) => placeOf(first) - placeOf(second));
}

interface PackCardProps {
  title: string;
  text: string;
  checked: boolean;
  onChoose(): void;
}

function PackCard({ title, text, checked, onChoose }: PackCardProps) {
  return (
    <label class="pack">
      <input type="radio" name="pack" checked={checked} onChange={onChoose} />
      <span>
        <b>{title}</b>
        <small>{text}</small>
      </span>
    </label>
  );
}
