import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { showToast } from '../../../parts/controls/toasts.tsx';
import { problemsAt, valueAt, withSetting } from '../../../state/settings/setting-draft.ts';
import type { SettingEdit, SettingPath } from '../../../state/settings/setting-draft.ts';
import { ruleTexts } from '../../../texts/rule-texts.ts';
import { useTexts } from '../../../texts/index.ts';
import { inserted, moved } from './entries.ts';
import type { Entry } from './entries.ts';
import type { NewEntry, RuleListProps } from './rule-list-props.ts';
import { RuleRow } from './rule-row.tsx';

type Spot = 'head' | 'up' | 'down' | 'field';

/** A list of rules: each is a line that opens as a form, moves up and down, and can be taken out, which can be undone. */
export function RuleList(props: RuleListProps) {
  const { editor, path, isOrdered = false, only, none, emptied, fresh, most, titleOf } = props;
  const { t: common, locale } = useTexts();
  const t = ruleTexts[locale];
  const list = (valueAt(editor.edit.values, path) ?? []) as readonly Entry[];
  const rows = useRowIds(list.length);
  const [open, setOpen] = useState<number | null>(null);
  const [said, setSaid] = useState('');
  const box = useRef<HTMLDivElement>(null);
  const focus = useRef<{ id: number; spot: Spot } | null>(null);
  // An element that is moved in the page loses the focus: it is given back.
  useLayoutEffect(() => {
    const wanted = focus.current;
    focus.current = null;
    if (wanted) focusOn(box.current, wanted.id, wanted.spot);
  });

  const write = (now: readonly Entry[]) => editor.onEdit((edit) => withList(edit, path, now, emptied));
  const move = (from: number, to: number, spot: Spot) => {
    if (to < 0 || to >= list.length) return;
    rows.ids = moved(rows.ids, from, to);
    focus.current = { id: rows.ids[to]!, spot };
    setSaid(t.movedTo(titleOf(list[from]!, from), to + 1, list.length));
    write(moved(list, from, to));
  };
  const remove = (at: number) => {
    const [entry, id] = [list[at]!, rows.ids[at]!];
    rows.ids = rows.ids.filter((each) => each !== id);
    const next = rows.ids[Math.min(at, rows.ids.length - 1)];
    if (next !== undefined) focus.current = { id: next, spot: 'head' };
    else box.current?.querySelector<HTMLElement>('.rule-add button')?.focus();
    write(list.filter((_each, index) => index !== at));
    const back = () => {
      rows.ids = inserted(rows.ids, at, id);
      editor.onEdit((edit) => {
        const now = (valueAt(edit.values, path) ?? []) as readonly Entry[];
        return withList(edit, path, inserted(now, Math.min(at, now.length), entry), emptied);
      });
    };
    showToast(t.removed(titleOf(entry, at)), { action: { label: common.common.undo, run: back } });
  };
  const add = ({ make }: NewEntry) => {
    rows.ids = [...rows.ids, rows.next()];
    const id = rows.ids.at(-1)!;
    setOpen(id);
    focus.current = { id, spot: 'field' };
    write([...list, make(list)]);
  };
  return (
    <div class="rule-list" ref={box}>
      {!list.some((entry) => only?.(entry) ?? true) && <p class="muted">{none}</p>}
      <ol>
        {list.map((entry, at) =>
          only && !only(entry) ? null : (
            <RuleRow
              {...props}
              key={rows.ids[at]}
              id={rows.ids[at]!}
              at={at}
              entry={entry}
              of={list.length}
              path={[...path, at]}
              problems={problemsAt(editor.problems, [...path, at])}
              isOrdered={isOrdered}
              isOpen={open === rows.ids[at]}
              onToggle={() => setOpen(open === rows.ids[at] ? null : rows.ids[at]!)}
              onMove={(by, spot) => move(at, at + by, spot)}
              onRemove={() => remove(at)}
            />
          ),
        )}
      </ol>
      <div class="rule-add">
        {fresh.map((each) => (
          <button
            type="button"
            class="button"
            key={each.label}
            disabled={list.length >= most}
            onClick={() => add(each)}
          >
            + {each.label}
          </button>
        ))}
        {list.length >= most && <span class="muted">{t.most(most)}</span>}
      </div>
      <p class="visually-hidden" role="status">
        {said}
      </p>
    </div>
  );
}

function withList(
  edit: SettingEdit,
  path: SettingPath,
  list: readonly Entry[],
  emptied: readonly Entry[] | undefined,
): SettingEdit {
  return withSetting(edit, path, list.length > 0 ? list : emptied);
}

interface RowIds {
  ids: number[];
  next(): number;
}

/** Names for the rows that go with them wherever they move; the file has none that nobody may change. */
function useRowIds(count: number): RowIds {
  const [rows] = useState<RowIds>(() => {
    let made = 0;
    return { ids: [], next: () => (made += 1) };
  });
  if (rows.ids.length > count) rows.ids = rows.ids.slice(0, count);
  while (rows.ids.length < count) rows.ids = [...rows.ids, rows.next()];
  return rows;
}

function focusOn(box: HTMLElement | null, id: number, spot: Spot): void {
  // Its own rows only: a list within a row counts from 1 as well.
  const row = box?.querySelector(`:scope > ol > [data-rule="${id}"]`);
  const found =
    spot === 'field'
      ? row?.querySelector<HTMLElement>('.rule-form input, .rule-form select, .rule-form textarea')
      : row?.querySelector<HTMLElement>(`.rule-${spot}:not(:disabled)`);
  // At the end of the list the button that was pressed has nothing left to do.
  (found ?? row?.querySelector<HTMLElement>('.rule-head'))?.focus();
}
