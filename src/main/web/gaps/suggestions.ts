import { api } from '../common/api';

/** How else customers ask for an article: what they wrote before they chose it. */
export interface Suggestion {
  article: string;
  slug: string;
  title: string;
  times: number;
  wordings: { words: string; times: number; lastAt: string }[];
  refused: { words: string; by: string; reason: string }[];
}

export const loadSuggestions = () => api<Suggestion[]>('GET', '/phrasing-suggestions');

const act = (one: Suggestion, what: string, body: unknown) => api<Suggestion[]>('POST', `/phrasing-suggestions/${one.article}/${what}`, { body });

export const accept = (one: Suggestion, words: string[]) => act(one, 'accept', { words });
export const refuse = (one: Suggestion, words: string[], reason: string) => act(one, 'refuse', { words, reason });
export const allow = (one: Suggestion, words: string[]) => act(one, 'allow', { words });
