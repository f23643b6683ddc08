/** Whether an input method is at work: its Enter chooses a word and its Escape drops one. 229 is how older Safari says it. */
export function composes(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === 229;
}
