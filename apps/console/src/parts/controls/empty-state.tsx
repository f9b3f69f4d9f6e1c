import type { ComponentChildren } from 'preact';

/** Says with calm that there is nothing, and what will be here. */
export function EmptyState({ title, text, children }: { title: string; text: string; children?: ComponentChildren }) {
  return (
    <div class="empty">
      <svg class="empty-picture" viewBox="0 0 96 64" aria-hidden="true" focusable="false">
        <path d="M8 52h80" />
        <path d="M20 52V34h36v18" />
        <path d="M64 30a9 8 0 0 1-9 8h-8l3-4a8 8 0 1 1 14-4z" />
        <path d="M74 52v-8m0 0c0-6 6-8 8-8 0 6-2 8-8 8zm0-2c0-5-4-7-7-7 0 5 2 7 7 7z" />
      </svg>
      <p class="empty-title">{title}</p>
      <p class="empty-text">{text}</p>
      {children}
    </div>
  );
}
