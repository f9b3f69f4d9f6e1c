import type { OwnerClient } from '@solodesk/client/owner';
import { render } from 'preact';
import { useState } from 'preact/hooks';
import { act } from 'preact/test-utils';
import { Toasts } from '../parts/controls/toasts.tsx';
import { SettingField } from '../screens/site-settings/setting-field.tsx';
import { FIELDS } from '../screens/site-settings/sections.ts';
import { DeskContext } from '../state/desk.ts';
import type { SiteBrief } from '../state/api/api.ts';
import { draftOf, editOf } from '../state/settings/setting-draft.ts';
import type { SettingEdit } from '../state/settings/setting-draft.ts';
import type { BuiltIn, SettingProblem } from '../state/api/settings-api.ts';
import './nothing-resizes.ts';

const SITE = { id: 'shop', name: 'Shop', locales: ['en', 'zh'] } as SiteBrief;

const BUILT_IN: BuiltIn = {
  priority: [
    { name: 'paying', points: 20, text: { en: 'paying customer' } },
    { name: 'waits', perHour: 2, text: { en: 'waits {hours} h' } },
  ],
  remedies: [{ name: 'refund', text: { en: 'We refund it.' }, label: { en: 'A refund' } }],
};

/** A desk without notices, for what toasts read of it. */
const STILL = { notices: [] };
const [get, subscribe] = [() => STILL, () => () => undefined];
const QUIET = { get, subscribe, onChanged: subscribe } as unknown as OwnerClient;

/** A setting as its field draws it, and what would be sent of it. */
export class SettingPage {
  #edit: SettingEdit | null = null;
  #change: ((change: (edit: SettingEdit) => SettingEdit) => void) | null = null;

  show(key: string, values: Record<string, unknown>, options: Options = {}): void {
    const field = Object.values(FIELDS)
      .flat()
      .find(({ path }) => path[0] === key)!;
    const blocks = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, JSON.stringify(value)]));
    const page = { defaults: {}, builtIn: BUILT_IN, problems: [], preview: '~draft', isCurrent: true, ...options };
    const Page = () => {
      const [edit, onEdit] = useState(() => editOf({ version: '1', text: '', values, blocks }));
      this.#edit = edit;
      this.#change = onEdit;
      return (
        <>
          <SettingField field={field} editor={{ site: SITE, edit, ...page, onEdit }} />
          {options.withToasts && (
            <DeskContext.Provider value={QUIET}>
              <Toasts />
            </DeskContext.Provider>
          )}
        </>
      );
    };
    void act(() => render(<Page />, document.body));
  }

  /** What would be sent; nothing where nothing differs. */
  get draft(): Record<string, unknown> | undefined {
    return draftOf(this.#edit!).values;
  }

  edit(change: (edit: SettingEdit) => SettingEdit): void {
    void act(() => this.#change?.(change));
  }

  get text(): string {
    return document.body.textContent ?? '';
  }

  button(name: string): HTMLButtonElement {
    // Toasts of before may be there still: the newest is meant.
    const found = [...document.querySelectorAll('button')]
      .filter((each) => (each.getAttribute('aria-label') ?? each.textContent)?.trim() === name)
      .at(-1);
    if (!found) throw new Error(`There is no button "${name}".`);
    return found;
  }

  press(name: string): void {
    const button = this.button(name);
    void act(() => {
      button.focus();
      button.click();
    });
  }

  /** Opens or closes an entry of a list, from 0. */
  open(at: number): void {
    void act(() => document.querySelectorAll<HTMLElement>('.rule-head')[at]?.click());
  }

  field(label: string): HTMLInputElement {
    const named = [...document.querySelectorAll('label')].find(({ textContent }) => textContent?.trim() === label);
    const found = named?.htmlFor ? document.getElementById(named.htmlFor) : named?.querySelector('input');
    if (!found) throw new Error(`There is no field "${label}".`);
    return found as HTMLInputElement;
  }

  fill(label: string, value: string): void {
    const field = this.field(label);
    field.value = value;
    void act(() => void field.dispatchEvent(new Event('input', { bubbles: true })));
  }

  choose(label: string, value: string): void {
    const field = this.field(label);
    field.value = value;
    void act(() => void field.dispatchEvent(new Event('change', { bubbles: true })));
  }

  key(target: Element, key: string, options: KeyboardEventInit = {}): void {
    void act(() => void target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, ...options })));
  }
}

interface Options {
  defaults?: Record<string, unknown>;
  problems?: SettingProblem[];
  withToasts?: boolean;
}
