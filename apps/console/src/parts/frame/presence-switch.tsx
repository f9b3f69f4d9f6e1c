import { Icon, initials } from '@solodesk/ui';
import { useDesk } from '../../state/desk.ts';
import { useTexts } from '../../texts/index.ts';
import { Popover } from '../controls/popover.tsx';

const MODES = ['auto', 'here', 'away'] as const;

function usePresence(site: string) {
  return useDesk().state.sites[site]?.presence ?? { mode: 'auto', here: false };
}

/** The owner, and whether visitors are told that a person is there. */
export function PresenceFace({ site, name }: { site: string; name: string }) {
  return (
    <span class="avatar avatar-small" aria-hidden="true">
      {initials(name)}
      <span class={usePresence(site).here ? 'dot-presence here' : 'dot-presence'} />
    </span>
  );
}

/** By activity, or by the owner's own word. */
export function PresenceChoices({ site, onChosen }: { site: string; onChosen(): void }) {
  const { t } = useTexts();
  const { client } = useDesk();
  const presence = usePresence(site);
  const hints = { auto: t.presence.autoHint, here: t.presence.hereHint, away: t.presence.awayHint };
  return (
    <div class="choices" role="group" aria-label={t.presence.title}>
      <p class="choices-title">{t.presence.title}</p>
      {MODES.map((mode) => (
        <button
          type="button"
          class="choice"
          key={mode}
          aria-pressed={presence.mode === mode}
          onClick={() => {
            void client.setPresence(site, mode);
            onChosen();
          }}
        >
          <Icon name="check" size={16} />
          <span>
            {t.presence[mode]}
            <small>{hints[mode]}</small>
          </span>
        </button>
      ))}
    </div>
  );
}

/** Whether visitors are told that a person is there, and the choice. */
export function PresenceSwitch({ site, name }: { site: string; name: string }) {
  const { t } = useTexts();
  const { here } = usePresence(site);
  return (
    <Popover label={t.presence.you(here)} face={<PresenceFace {...{ site, name }} />} class="presence">
      {(close) => <PresenceChoices site={site} onChosen={close} />}
    </Popover>
  );
}
