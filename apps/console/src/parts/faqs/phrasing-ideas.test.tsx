/** @jest-environment jsdom */
import { afterEach, describe, expect, it } from '@jest/globals';
import { render } from 'preact';
import { useState } from 'preact/hooks';
import { act } from 'preact/test-utils';
import { PhrasingIdeas } from './phrasing-ideas.tsx';

const IDEAS = ['shipping time', 'how fast do you ship', 'when will it arrive'];

function Page({ ideas }: { ideas: readonly string[] }) {
  const [have, setHave] = useState<readonly string[]>(['Shipping  time?']);
  return (
    <>
      <output>{have.join('|')}</output>
      <PhrasingIdeas
        ideas={ideas}
        have={have}
        lang="en"
        like="How long does delivery take?"
        disabled={false}
        onAdd={(sentences) => setHave([...have, ...sentences])}
      />
    </>
  );
}

const show = (ideas: readonly string[]) => act(() => render(<Page ideas={ideas} />, document.body));
const offered = () => [...document.querySelectorAll('.idea')].map((button) => button.textContent?.trim());
const written = () => document.querySelector('output')?.textContent;
const press = (selector: string) => act(() => document.querySelector<HTMLButtonElement>(selector)!.click());
afterEach(() => render(null, document.body));

describe('ideas for phrasings', () => {
  it('are those that are not there yet, and go one by one as they are taken', async () => {
    await show(IDEAS);
    expect(offered()).toEqual(['how fast do you ship', 'when will it arrive']);
    await press('[aria-label="Add “when will it arrive”"]');
    expect(written()).toBe('Shipping  time?|when will it arrive');
    expect(offered()).toEqual(['how fast do you ship']);
    await press('.idea');
    expect(document.querySelector('.ideas')).toBeNull();
  });

  it('are eight at a time, all of which can be taken at once', async () => {
    await show(Array.from({ length: 11 }, (_, at) => `idea ${at}`));
    expect(offered()).toHaveLength(8);
    await press('.ideas .link');
    expect(offered()).toEqual(['idea 8', 'idea 9', 'idea 10']);
  });
});
