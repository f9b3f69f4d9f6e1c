export { Icon } from './icon.tsx';
export type { IconName } from './icon.tsx';
export { initials } from './initials.ts';
export { LineIcon } from './line-icon.tsx';
export { linkify, safeHref } from './linkify.ts';
export type { TextPart } from './linkify.ts';
export { MessageText, SafeLink } from './message-text.tsx';
export { dayKey, formatDateTime, formatDay, formatTime, formatWeekday, isKnownZone } from './time-format.ts';
export type { UiLocale } from './time-format.ts';
