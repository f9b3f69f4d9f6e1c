import { useEffect, useRef } from 'preact/hooks';
import { Glyph } from '../../parts/controls/glyph.tsx';
import type { NewFaq } from '../../state/api/api.ts';
import { useTexts } from '../../texts/index.ts';
import { ChoosePack } from './choose-pack.tsx';
import { isHalfFaq } from './draft.ts';
import { FaqFields } from './faq-fields.tsx';
import type { StepProps } from './steps.ts';

export function StepFaqs(props: StepProps) {
  const { draft, change, problem, editing } = props;
  const { w } = useTexts();
  const patch = (at: number, faq: NewFaq) => change({ faqs: draft.faqs.map((each, n) => (n === at ? faq : each)) });
  const blocks = useRef<HTMLDivElement>(null);
  const added = useRef(false);
  useEffect(() => {
    if (!added.current) return;
    added.current = false;
    blocks.current?.lastElementChild?.querySelector('input')?.focus();
  }, [draft.faqs.length]);
  return (
    <>
      {!editing && <ChoosePack {...props} />}
      <div ref={blocks}>
        {draft.faqs.map((faq, at) => (
          <FaqFields
            key={at}
            faq={faq}
            number={at + 1}
            languages={draft.languages}
            site={editing ? draft.id : null}
            others={draft.faqs.filter((_, n) => n !== at)}
            error={problem && isHalfFaq(faq, draft.languages) ? problem.text : null}
            onChange={(changed) => patch(at, changed)}
            onRemove={() => change({ faqs: draft.faqs.filter((_, n) => n !== at) })}
          />
        ))}
      </div>
      <button
        type="button"
        class="button faq-add"
        onClick={() => {
          added.current = true;
          change({ faqs: [...draft.faqs, { question: {}, answer: {} }] });
        }}
      >
        <Glyph name="plus" size={16} /> {w.faqs.add}
      </button>
    </>
  );
}
