import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { drafts } from '../../state/drafts.ts';
import { keepSettings, takeUpSettings } from '../../state/settings/kept-settings.ts';
import { changedKeys, draftOf, editOf, rebased, withKept } from '../../state/settings/setting-draft.ts';
import type { SettingEdit } from '../../state/settings/setting-draft.ts';
import { settingsApi } from '../../state/api/settings-api.ts';
import type { ReadSettings, SettingProblem, SiteSettings } from '../../state/api/settings-api.ts';
import { asApiError } from '../../state/session.ts';
import type { ApiError } from '../../state/api/api.ts';
import type { Locale } from '../../state/wire-types.ts';

/** Who types is asked nothing until they pause. */
const PAUSE_MS = 500;

export interface SettingEditing {
  edit: SettingEdit;
  changed: readonly string[];
  problems: readonly SettingProblem[];
  /** The newest version that can be drawn; null: none yet. */
  preview: string | null;
  /** What is drawn is what is written: nothing is being checked, and nothing is wrong. */
  isCurrent: boolean;
  /** What the file says where somebody changed it meanwhile. */
  theirs: SiteSettings | null;
  undo: string | null;
  error: ApiError | null;
  busy: boolean;
  /** Unsaved changes came back from before a reload. */
  wasKept: boolean;
  /** What was changed in forms waits until the file can be read. */
  isWaiting: boolean;
  onEdit(change: (edit: SettingEdit) => SettingEdit): void;
  /** Resolves to whether it was saved. @param over what the file says now, to be written over */
  save(over?: SiteSettings): Promise<boolean>;
  discard(): void;
  takeTheirs(): void;
  takeBack(): Promise<boolean>;
}

/** The edits of one site's settings: kept in the tab, checked by the server as they are made, saved when wanted. */
export function useSettingEdit(site: string, read: ReadSettings, locale: Locale): SettingEditing {
  const keep = `settings ${site}`;
  const [takenUp] = useState(() => takeUpSettings(read, drafts.read(keep)));
  const [edit, setEdit] = useState(takenUp.edit);
  const [wasKept, setWasKept] = useState(() => changedKeys(edit).length > 0);
  const [checked, setChecked] = useState<{ edit: SettingEdit; problems: SettingProblem[] } | null>(null);
  const [preview, setPreview] = useState<string | null>(read.preview);
  const [theirs, setTheirs] = useState<SiteSettings | null>(takenUp.theirs);
  const [waiting, setWaiting] = useState(takenUp.waiting);
  const [undo, setUndo] = useState(read.undo);
  const [error, setError] = useState<ApiError | null>(null);
  const [busy, setBusy] = useState(false);
  const newest = useRef(edit);
  newest.current = edit;
  const changed = changedKeys(edit);

  // Before it is painted: who sees that something is unsaved may reload at once.
  useLayoutEffect(() => drafts.write(keep, keepSettings(edit, waiting)), [keep, edit, waiting]);

  useEffect(() => {
    const draft = draftOf(edit);
    let current = true;
    const timer = setTimeout(() => {
      settingsApi.check(site, draft, locale).then(
        (answer) => {
          if (!current) return;
          setChecked({ edit, problems: answer.problems });
          if (answer.preview !== null) setPreview(answer.preview);
          setError(null);
        },
        (cause: unknown) => current && setError(asApiError(cause)),
      );
    }, PAUSE_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [edit, site, locale]);

  const begin = (settings: SiteSettings, waits = waiting) => {
    const isReadable = settings.values !== null;
    setEdit(isReadable && waits ? withKept(editOf(settings), waits) : editOf(settings));
    setWaiting(isReadable ? null : waits);
    setWasKept(isReadable && waits !== null);
    setTheirs(null);
    setError(null);
  };
  useEffect(() => {
    // Saved on another device. What is being changed here stays, and asks when it is saved.
    if (read.version === edit.base.version || busy || changed.length > 0 || edit.whole !== null || waiting) return;
    begin(read);
    setUndo(read.undo);
    setPreview(read.preview);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- only what was read anew is taken over
  }, [read]);
  const attempt = async (work: () => Promise<boolean>): Promise<boolean> => {
    if (busy) return false;
    setBusy(true);
    setError(null);
    try {
      return await work();
    } catch (cause) {
      setError(asApiError(cause));
      return false;
    } finally {
      setBusy(false);
    }
  };
  return {
    edit,
    changed,
    problems: checked?.problems ?? [],
    preview,
    isCurrent: checked === null ? changed.length === 0 : checked.edit === edit && checked.problems.length === 0,
    theirs,
    undo,
    error,
    busy,
    wasKept,
    isWaiting: waiting !== null,
    onEdit: setEdit,
    save: (over) =>
      attempt(async () => {
        if (over?.values === null && edit.whole === null) {
          // Nothing can be written into what cannot be read: it is mended first.
          begin(over, draftOf(edit));
          return false;
        }
        const wanted = over ? rebased(edit, over) : edit;
        const answer = await settingsApi.save(site, wanted.base.version, draftOf(wanted), locale);
        if ('changed' in answer) setTheirs(answer.changed);
        else if (!answer.saved) setChecked({ edit, problems: answer.problems });
        if (!answer.saved) return false;
        setUndo(answer.undo ?? undo);
        // What was typed while it was being saved goes on being edited.
        if (newest.current === edit) begin(answer.settings);
        else {
          setEdit((now) => rebased(now, answer.settings));
          setTheirs(null);
        }
        return true;
      }),
    discard: () => begin(theirs ?? edit.base),
    takeTheirs: () => theirs && begin(theirs, null),
    takeBack: () =>
      attempt(async () => {
        if (undo === null) return false;
        const answer = await settingsApi.undo(site, undo);
        setUndo(answer.undo);
        begin(answer.settings);
        return true;
      }),
  };
}
