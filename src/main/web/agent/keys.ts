/** What the keyboard can ask of the console. */
export type Wish =
  | { do: 'move'; by: 1 | -1 }
  | { do: 'next' }
  | { do: 'accept' }
  | { do: 'insert'; number: number }
  | { do: 'write' }
  | { do: 'leave' }
  | { do: 'help' };

/**
 * The wish behind a key press, or undefined. Single letters count only outside of fields; `code` is read for Alt
 * combinations, because macOS writes other characters with Alt.
 */
export function wishOf(event: KeyboardEvent): Wish | undefined {
  if (event.isComposing || event.ctrlKey || event.metaKey || event.defaultPrevented) return undefined;
  if (event.altKey) {
    if (event.code === 'ArrowDown') return { do: 'move', by: 1 };
    if (event.code === 'ArrowUp') return { do: 'move', by: -1 };
    if (event.code === 'KeyN') return { do: 'next' };
    if (event.code === 'KeyA') return { do: 'accept' };
    const digit = /^Digit([1-3])$/.exec(event.code);
    return digit ? { do: 'insert', number: Number(digit[1]) } : undefined;
  }
  if (event.key === 'Escape') return { do: 'leave' };
  if (isField(event)) return undefined;
  switch (event.key) {
    case 'j':
      return { do: 'move', by: 1 };
    case 'k':
      return { do: 'move', by: -1 };
    case '/':
      return { do: 'write' };
    case '?':
    case '？':
      return { do: 'help' };
    default:
      return undefined;
  }
}

function isField(event: KeyboardEvent): boolean {
  const target = event.composedPath()[0];
  return (
    target instanceof HTMLElement && (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))
  );
}
