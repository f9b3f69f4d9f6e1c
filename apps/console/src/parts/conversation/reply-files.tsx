import { useEffect } from 'preact/hooks';
import { Icon } from '@solodesk/ui';
import { useLaterFiles } from '../../state/conversation/use-later-files.ts';
import type { ReplyFiles } from '../../state/conversation/use-reply-files.ts';
import { useTexts } from '../../texts/index.ts';

interface ChosenFilesProps {
  site: string;
  conversation: string;
  reply: ReplyFiles;
  /** The last is gone: back to where one writes. */
  onEmpty(): void;
}

/** What is to go with a reply; a line in its place where the part that brings it to the server cannot be fetched. */
export function ChosenFiles({ reply: { picked, setFiles, willSend, setWillSend }, ...rest }: ChosenFilesProps) {
  const { t } = useTexts();
  const later = useLaterFiles(picked !== null);
  useEffect(() => {
    if (picked !== null && later === 'missing') setFiles(undefined);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- how they are told is the same at all times
  }, [picked, later]);
  if (picked === null || later === null) return null;
  if (later === 'missing') return <p class="composer-hint field-error">{t.composer.noFiles}</p>;
  return <later.ReplyFiles {...rest} {...{ picked, willSend }} ready={setFiles} onLess={() => setWillSend(false)} />;
}

/** Chooses files from the device. */
export function AttachButton({ reply }: { reply: ReplyFiles }) {
  const { t } = useTexts();
  return (
    <label class="icon-button attach-button" title={t.composer.attach}>
      <Icon name="clip" />
      <input
        type="file"
        multiple
        class="visually-hidden"
        aria-label={t.composer.attach}
        onChange={(event) => {
          reply.take(event, event.currentTarget);
          event.currentTarget.value = '';
        }}
      />
    </label>
  );
}
