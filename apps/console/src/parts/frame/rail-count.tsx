/** How much there is to do, at the corner of a section's icon. */
export function RailCount({ count, calm }: { count: number; calm: boolean }) {
  if (count === 0) return null;
  return (
    <em class={calm ? 'rail-count rail-count-calm' : 'rail-count'} aria-hidden="true">
      {count > 99 ? '99+' : count}
    </em>
  );
}
