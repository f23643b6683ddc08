import { api } from './api';

/** Where the installation stands with the knowledge that comes with the product. */
export interface Starter {
  phase: 'OPEN' | 'DECLINED' | 'IMPORTING' | 'PRESENT' | 'REMOVED';
  present: number;
  removed: number;
  edited: number;
}

const LOOK_MS = 1000;

export function starter(): Promise<Starter> {
  return api<Starter>('GET', '/starter-knowledge');
}

export function takeStarter(): Promise<Starter> {
  return api<Starter>('POST', '/starter-knowledge');
}

export function declineStarter(): Promise<Starter> {
  return api<Starter>('POST', '/starter-knowledge/decline');
}

export function removeStarter(): Promise<Starter> {
  return api<Starter>('DELETE', '/starter-knowledge');
}

export function returnStarter(): Promise<Starter> {
  return api<Starter>('POST', '/starter-knowledge/return');
}

/** Calls back now and then until the import is at its end. */
export async function untilImported(seen: (now: Starter) => void): Promise<void> {
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    const now = await starter();
    seen(now);
    if (now.phase !== 'IMPORTING') return;
  }
}
