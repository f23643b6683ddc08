import { api } from '../../common/api';
import type { State } from '../articles';

export interface Entry {
  article: string;
  slug: string;
  question: string;
  revision: number;
  state: State;
}

/** Several articles that are published together. */
export interface PublishSet {
  id: string;
  name: string;
  state: 'OPEN' | 'SCHEDULED' | 'PUBLISHED';
  goesLiveAt?: string | null;
  createdBy: string;
  createdAt: string;
  publisher?: string | null;
  publishedAt?: string | null;
  articles: Entry[];
}

const set = (id: string) => `/publish-sets/${id}`;

export const sets = () => api<PublishSet[]>('GET', '/publish-sets');
export const create = (name: string) => api<PublishSet>('POST', '/publish-sets', { body: { name } });
export const remove = (id: string) => api('DELETE', set(id));
export const addTo = (id: string, article: string) => api<PublishSet>('PUT', `${set(id)}/articles/${article}`);
export const takeOut = (id: string, article: string) => api<PublishSet>('DELETE', `${set(id)}/articles/${article}`);
export const publishSet = (id: string) => api<PublishSet>('POST', `${set(id)}/publish`);
/** @param at to the minute */
export const scheduleSet = (id: string, at: Date) => api<PublishSet>('PUT', `${set(id)}/schedule`, { body: { at: at.toISOString() } });
export const unscheduleSet = (id: string) => api<PublishSet>('DELETE', `${set(id)}/schedule`);
