/** Whether a key belongs to an input method (pinyin), which is not done with the word. Safari tells that Enter ends one only by key code 229. */
export function composes(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === 229;
}
