export const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/** 0 for Sunday, -1 for what is no weekday, null where nothing is said. */
export function weekdayOf(said: string | undefined): number | null {
  if (said === undefined) return null;
  return WEEKDAYS.findIndex((day) => day.startsWith(said.toLowerCase().slice(0, 3)));
}
