import { useTexts } from '../../texts/index.ts';

/** The ways to the parts of a long page; each part's heading has its id, and takes the focus. */
export function SettingsContents({ parts }: { parts: readonly { id: string; title: string }[] }) {
  const { t } = useTexts();
  const show = (id: string) => {
    const heading = document.getElementById(id);
    if (!heading) return;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
    heading.scrollIntoView({ block: 'start' });
  };
  return (
    <div class="settings-contents" role="group" aria-label={t.settings.title}>
      {parts.map(({ id, title }) => (
        <button type="button" key={id} class="button" onClick={() => show(id)}>
          {title}
        </button>
      ))}
    </div>
  );
}
