import { api } from '../common/api';
import type { Held } from '../common/frames';
import { t } from './i18n';

export type { Held };

/** GET /supervision/emergencies: whoever is in danger and has had no word of an agent. */
export interface Emergency {
  conversationId: string;
  epoch: number;
  customer: { name?: string };
  agent?: string;
  since: string;
  words: string;
  overdue: boolean;
}

export interface OfAgent {
  agent?: string;
  name?: string;
  ratings: number;
  average: number;
  low: number;
}

/** For all supervisors; twice changes nothing. */
export function acknowledge(warning: string): Promise<void> {
  return api('POST', `/supervision/warnings/${warning}/acknowledge`);
}

export function emergencies(): Promise<Emergency[]> {
  return api('GET', '/supervision/emergencies');
}

export function takeOver(held: Held, epoch: number): Promise<void> {
  return api('POST', `/supervision/conversations/${held.conversationId}/take-over`, { body: { epoch } });
}

export function satisfaction(): Promise<OfAgent[]> {
  return api('GET', '/satisfaction/summary?days=30');
}

export function nameOf(held: Pick<Held, 'conversationId' | 'customer' | 'subject'>): string {
  return held.customer.name || held.subject || t('visitor', { id: held.conversationId.slice(-4) });
}

export type Mood = 'calm' | 'uneasy' | 'angry';

export function moodOf(anger: number): Mood {
  return anger >= 0.5 ? 'angry' : anger >= 0.25 ? 'uneasy' : 'calm';
}

export const TONES: Record<Mood, string> = { calm: '', uneasy: 'warn', angry: 'urgent' };
