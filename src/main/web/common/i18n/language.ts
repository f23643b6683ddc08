/** Chinese first; English is the second bundle. The choice is remembered in this browser. */
export type Language = 'zh-CN' | 'en';

const KEY = 'yiwen.language';
const listeners = new Set<() => void>();
let current: Language = stored() ?? fromUrl() ?? 'zh-CN';

export function language(): Language {
  return current;
}

export function setLanguage(next: Language, remember = true): void {
  if (remember) {
    try {
      localStorage.setItem(KEY, next);
    } catch {
      // Private windows may refuse storage; the choice then lasts as long as the page.
    }
  }
  if (next === current) return;
  current = next;
  for (const listener of listeners) listener();
}

/** Of those that the operator offers: what this person chose or the page asks for, else the first. */
export function preferLanguage(offered: readonly Language[]): void {
  const wanted = stored() ?? fromUrl();
  const first = offered[0];
  if (first && !(wanted && offered.includes(wanted))) setLanguage(first, false);
}

/** Calls back after each change; the result ends it. */
export function onLanguage(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function stored(): Language | undefined {
  try {
    return known(localStorage.getItem(KEY));
  } catch {
    return undefined;
  }
}

function fromUrl(): Language | undefined {
  return known(new URLSearchParams(location.search).get('lang'));
}

export function known(value: string | null): Language | undefined {
  if (!value) return undefined;
  return value.toLowerCase().startsWith('en') ? 'en' : value.toLowerCase().startsWith('zh') ? 'zh-CN' : undefined;
}
