import { Icon, initials } from '@solodesk/ui';
import { useDesk } from '../state/desk.ts';
import { useTexts } from '../texts/index.ts';
import { Popover } from './popover.tsx';

const MODES = ['auto', 'here', 'away'] as const;

/** Whether visitors are told that a person is there: by activity, or by the owner's own word. */
export function PresenceSwitch({ site, name }: { site: string; name: string }) {
  const { t } = useTexts();
  const { client, state } = useDesk();
  const presence = state.sites[site]?.presence ?? { mode: 'auto', here: false };
  const hints = { auto: t.presence.autoHint, here: t.presence.hereHint, away: t.presence.awayHint };
  const face = (
    <span class="avatar avatar-small" aria-hidden="true">
      {initials(name)}
      <span class={presence.here ? 'dot-presence here' : 'dot-presence'} />
    </span>
  );
  return (
    <Popover label={t.presence.you(presence.here)} face={face} class="presence">
      {(close) => (
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
                close();
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
      )}
    </Popover>
  );
}
