import type { SoundChoice } from './sound';

/** Small things that survive a reload of the page: drafts, what was read, the wish for a sound. */

const PREFIX = 'yiwen.agent.';

function read(key: string): string | null {
  try {
    return localStorage.getItem(PREFIX + key);
  } catch {
    return null; // Storage may be forbidden; the page works without.
  }
}

function write(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(PREFIX + key);
    else localStorage.setItem(PREFIX + key, value);
  } catch {
    // Full or forbidden: nothing is lost but the convenience.
  }
}

/** Several pages of one agent hear the same at once; one of them rings. */
const ONE_RING_MS = 1500;

export const keep = {
  ringsFirst: (ring: string): boolean => {
    const key = `rung.${ring}`;
    if (Math.abs(Date.now() - Number(read(key) ?? 0)) < ONE_RING_MS) return false;
    write(key, String(Date.now()));
    return true;
  },
  draft: (conversation: string): string => read(`draft.${conversation}`) ?? '',
  setDraft: (conversation: string, text: string): void => write(`draft.${conversation}`, text || null),
  readSeq: (conversation: string): number => Number(read(`read.${conversation}`) ?? 0),
  setReadSeq: (conversation: string, seq: number): void => write(`read.${conversation}`, String(seq)),
  forget: (conversation: string): void => {
    write(`draft.${conversation}`, null);
    write(`draft.note.${conversation}`, null);
    write(`read.${conversation}`, null);
  },
  /** What this person chose of the sound; empty: nothing yet. */
  sound: (person: string): Partial<SoundChoice> => {
    try {
      return JSON.parse(read(`sound.${person}`) ?? '{}') as Partial<SoundChoice>;
    } catch {
      return {};
    }
  },
  notify: (): boolean => read('notify') === 'on',
  setNotify: (on: boolean): void => write('notify', on ? 'on' : null),
  setSound: (person: string, choice: SoundChoice): void => write(`sound.${person}`, JSON.stringify(choice)),
};
