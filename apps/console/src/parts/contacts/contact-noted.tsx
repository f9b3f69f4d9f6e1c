import { useState } from 'preact/hooks';
import { Icon } from '@solodesk/ui';
import type { MarketingConsent } from '../../state/api/crm-api.ts';
import type { NotedState } from '../../state/contacts/use-noted.ts';
import { useSiteDay } from '../../state/site-day.ts';
import { crmTexts } from '../../texts/crm-texts.ts';
import type { CrmTexts } from '../../texts/crm-texts.ts';
import { useTexts } from '../../texts/index.ts';
import { Unread } from '../controls/fault.tsx';

/** Tags, attributes and consent of a contact, to be changed in place. */
export function ContactNoted({ state }: { state: NotedState }) {
  const { locale } = useTexts();
  const words = crmTexts[locale];
  const { noted, noQuestions, error, reload, change, askByMail } = state;
  const dayOf = useSiteDay();
  if (noted === null) return <Unread error={error} reload={reload} />;
  const { marketing } = noted;
  return (
    <>
      <h2>{words.tags}</h2>
      <Tags state={state} />
      <h2>{words.attributes}</h2>
      <Attributes state={state} />
      <label class="crm-switch">
        <input
          type="checkbox"
          checked={marketing !== null}
          onChange={(event) => {
            const on = event.currentTarget.checked;
            change({ marketing: on }, on ? words.marketingOn : words.marketingOff);
          }}
        />
        <span>
          {words.marketing}
          {marketing !== null && <span class="muted"> · {allowedWords(marketing, words, dayOf)}</span>}
          <small class="muted">{words.marketingText}</small>
        </span>
      </label>
      <label class="crm-switch">
        <input
          type="checkbox"
          checked={noQuestions === null}
          disabled={noQuestions?.by === 'reader'}
          onChange={(event) => askByMail(event.currentTarget.checked)}
        />
        <span>
          {words.questions}
          {noQuestions?.by === 'owner' && (
            <span class="muted"> · {words.questionsOffSince(dayOf(noQuestions.at))}</span>
          )}
          <small class="muted">{words.questionsText}</small>
        </span>
      </label>
      {noQuestions?.by === 'reader' && <p class="note note-below">{words.noQuestions(dayOf(noQuestions.at))}</p>}
    </>
  );
}

/** Since when, how it was said, and to which text. */
function allowedWords({ at, how, version }: MarketingConsent, words: CrmTexts, dayOf: (at: number) => string): string {
  const way = words.allowedHow[how];
  return [words.allowed(dayOf(at)), way, version && words.allowedText(version)].filter(Boolean).join(' · ');
}

function Tags({ state: { noted, change } }: { state: NotedState }) {
  const { locale } = useTexts();
  const words = crmTexts[locale];
  const [typed, setTyped] = useState('');
  const tags = noted?.tags ?? [];
  return (
    <>
      {tags.length === 0 ? (
        <p class="muted">{words.noTags}</p>
      ) : (
        <ul class="crm-tags">
          {tags.map((tag) => (
            <li key={tag} class="tag">
              {tag}
              <button
                type="button"
                aria-label={words.removeTag(tag)}
                onClick={() => change({ removeTags: [tag] }, words.tagRemoved(tag))}
              >
                <Icon name="close" size={12} />
              </button>
            </li>
          ))}
        </ul>
      )}
      <form
        class="crm-add"
        onSubmit={(event) => {
          event.preventDefault();
          const tag = typed.trim();
          if (tag === '' || tags.includes(tag)) return;
          change({ addTags: [tag] }, words.tagAdded(tag));
          setTyped('');
        }}
      >
        <Entry label={words.addTag} hint={words.tagHint} value={typed} longest={40} onType={setTyped} />
        <button type="submit" class="button" disabled={typed.trim() === ''}>
          {words.add}
        </button>
      </form>
    </>
  );
}

function Attributes({ state: { noted, change } }: { state: NotedState }) {
  const { locale } = useTexts();
  const words = crmTexts[locale];
  const [name, setName] = useState('');
  const [value, setValue] = useState('');
  const all = Object.entries(noted?.attributes ?? {});
  return (
    <>
      {all.length === 0 ? (
        <p class="muted">{words.noAttributes}</p>
      ) : (
        <dl class="record-facts crm-attributes">
          {all.map(([key, text]) => (
            <div key={key}>
              <dt>{key}</dt>
              <dd>
                <span>{text}</span>
                <button
                  type="button"
                  class="icon-button"
                  aria-label={words.removeAttribute(key)}
                  onClick={() => change({ attributes: [{ name: key, value: null }] }, words.attributeRemoved(key))}
                >
                  <Icon name="close" size={14} />
                </button>
              </dd>
            </div>
          ))}
        </dl>
      )}
      <form
        class="crm-add"
        aria-label={words.addAttribute}
        onSubmit={(event) => {
          event.preventDefault();
          const [key, text] = [name.trim(), value.trim()];
          if (key === '' || text === '') return;
          change({ attributes: [{ name: key, value: text }] }, words.attributeSaved(key));
          setName('');
          setValue('');
        }}
      >
        <Entry label={words.attributeName} value={name} longest={40} onType={setName} />
        <Entry label={words.attributeValue} value={value} longest={500} onType={setValue} />
        <button type="submit" class="button" disabled={name.trim() === '' || value.trim() === ''}>
          {words.add}
        </button>
      </form>
    </>
  );
}

interface EntryProps {
  label: string;
  /** The label when left out. */
  hint?: string;
  value: string;
  /** In UTF-16 units. */
  longest: number;
  onType(value: string): void;
}

function Entry({ label, hint = label, value, longest, onType }: EntryProps) {
  return (
    <input
      aria-label={label}
      placeholder={hint}
      value={value}
      maxLength={longest}
      onInput={(event) => onType(event.currentTarget.value)}
    />
  );
}
