import { composes } from '../common/composing';

/** What the keyboard can ask of the console. */
export type Wish =
  | { do: 'move'; by: 1 | -1 }
  | { do: 'nth'; number: number }
  | { do: 'insert'; number: number }
  | { do: Simple };

export type Simple =
  | 'longest'
  | 'next'
  | 'accept'
  | 'decline'
  | 'write'
  | 'note'
  | 'attach'
  | 'transfer'
  | 'copy'
  | 'opening'
  | 'search'
  | 'finish'
  | 'bot'
  | 'presence'
  | 'sound'
  | 'notifications'
  | 'phrases'
  | 'undo'
  | 'leave'
  | 'help';

const WITH_ALT: Record<string, Simple> = {
  KeyJ: 'longest',
  KeyN: 'next',
  KeyA: 'accept',
  KeyX: 'decline',
  KeyM: 'note',
  KeyU: 'attach',
  KeyT: 'transfer',
  KeyC: 'copy',
  KeyO: 'opening',
  KeyQ: 'phrases',
  KeyS: 'search',
  KeyE: 'finish',
  KeyB: 'bot',
  KeyZ: 'undo',
  KeyP: 'presence',
  KeyL: 'sound',
  KeyG: 'notifications',
};

/**
 * The wish behind a key press, or undefined. Single letters count only outside of fields; `code` is read for Alt
 * combinations, because macOS writes other characters with Alt.
 */
export function wishOf(event: KeyboardEvent): Wish | undefined {
  if (composes(event) || event.ctrlKey || event.metaKey || event.defaultPrevented) return undefined;
  if (event.altKey) return withAlt(event.code);
  if (event.key === 'Escape') return { do: 'leave' };
  return isField(event) ? undefined : alone(event.key);
}

function withAlt(code: string): Wish | undefined {
  if (code === 'ArrowDown') return { do: 'move', by: 1 };
  if (code === 'ArrowUp') return { do: 'move', by: -1 };
  const digit = /^Digit([1-3])$/.exec(code);
  if (digit) return { do: 'insert', number: Number(digit[1]) };
  const simple = WITH_ALT[code];
  return simple && { do: simple };
}

function alone(key: string): Wish | undefined {
  if (/^[1-9]$/.test(key)) return { do: 'nth', number: Number(key) };
  switch (key) {
    case 'j':
      return { do: 'move', by: 1 };
    case 'k':
      return { do: 'move', by: -1 };
    case 's':
      return { do: 'search' };
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
