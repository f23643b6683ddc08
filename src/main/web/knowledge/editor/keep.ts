import type { Content } from '../articles';

/** What an editor wrote and has not saved yet, kept in this browser. */
export interface Kept {
  /** The revision it goes on from; 0 for a new article. */
  base: number;
  slug: string;
  content: Content;
  at: string;
}

const PREFIX = 'yiwen.knowledge.unsaved.';
export const NEW = 'new';

export function keep(id: string, kept: Kept): void {
  try {
    localStorage.setItem(PREFIX + id, JSON.stringify(kept));
  } catch {
    // Without storage the question before leaving the page is the only guard.
  }
}

export function kept(id: string): Kept | undefined {
  try {
    const text = localStorage.getItem(PREFIX + id);
    return text ? (JSON.parse(text) as Kept) : undefined;
  } catch {
    return undefined;
  }
}

export function forget(id: string): void {
  try {
    localStorage.removeItem(PREFIX + id);
  } catch {
    // Nothing was kept then.
  }
}

/** The ids of the articles with something kept. */
export function keptIds(): Set<string> {
  try {
    return new Set(
      Object.keys(localStorage)
        .filter((key) => key.startsWith(PREFIX))
        .map((key) => key.slice(PREFIX.length)),
    );
  } catch {
    return new Set();
  }
}
