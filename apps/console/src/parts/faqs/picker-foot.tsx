import { useTexts } from '../../texts/index.ts';

interface PickerFootProps {
  /** What the first button does, or what is missing for it. */
  label: string;
  disabled: boolean;
  onDone: () => void;
  onCancel: () => void;
}

/** The buttons under what is picked. */
export function PickerFoot({ label, disabled, onDone, onCancel }: PickerFootProps) {
  const { t } = useTexts();
  return (
    <div class="group-foot">
      <button type="button" class="button button-primary" disabled={disabled} onClick={onDone}>
        {label}
      </button>
      <button type="button" class="button" onClick={onCancel}>
        {t.common.cancel}
      </button>
    </div>
  );
}
