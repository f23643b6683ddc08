import { api } from '../common/api';

export const STATES = ['OPEN', 'DRAFTED', 'PUBLISHED', 'ANSWERED', 'IGNORED'] as const;
export type GapState = (typeof STATES)[number];
export type Missed = 'NOT_FOUND' | 'LEFT' | 'LED_TO_HUMAN' | 'NOT_HELPFUL' | 'DISSATISFIED';

/** Questions that ask the same and are not answered. */
export interface Gap {
  id: string;
  title: string;
  state: GapState;
  asked: number;
  /** How often on each of the last days, the oldest first. */
  days: number[];
  channels: Record<string, number>;
  missed: Partial<Record<Missed, number>>;
  wordings: string[];
  /** What agents answered. */
  replies: string[];
  owner: string | null;
  reason: string | null;
  article: string | null;
  answered: number;
  openedAt: string;
  lastAskedAt: string;
  reopenedAt: string | null;
}

export interface Coverage {
  day: string;
  asked: number;
  answered: number;
}

export const loadGaps = () => api<Gap[]>('GET', '/knowledge-gaps');
export const loadCoverage = () => api<Coverage[]>('GET', '/knowledge-gaps/coverage');
export const mine = () => api<Gap[]>('POST', '/knowledge-gaps/mine');

const act = (gap: Gap, what: string, body?: unknown) => api<Gap>('POST', `/knowledge-gaps/${gap.id}/${what}`, { body });

export const draft = (gap: Gap, answer: string) => act(gap, 'draft', { answer });
export const phrase = (gap: Gap, article: string) => act(gap, 'phrasing', { article });
export const ignore = (gap: Gap, reason: string) => act(gap, 'ignore', { reason });
export const takeUp = (gap: Gap) => act(gap, 'open');
/** Somebody's id takes it, whoever asks with `mine`, or nobody. */
export const own = (gap: Gap, mine: boolean, colleague?: string) => act(gap, 'owner', { mine, colleague });

export interface Colleague {
  id: string;
  name: string;
}

export const loadColleagues = () => api<Colleague[]>('GET', '/knowledge-gaps/colleagues');

/** Since when it is open. */
export const openSince = (gap: Gap) => gap.reopenedAt ?? gap.openedAt;
