import { api } from '../common/api';

/** Words by which customers ask for a human, as an editor added them. */
export interface WishWord {
  id: string;
  words: string;
  by: string;
  at: string;
}

/** Whether a message is a wish, and the words that make it one. */
export interface Trial {
  wish: boolean;
  because: string[];
}

export function wishWords(): Promise<WishWord[]> {
  return api<WishWord[]>('GET', '/wish-words');
}

export function add(words: string): Promise<WishWord> {
  return api<WishWord>('POST', '/wish-words', { body: { words } });
}

export function remove(id: string): Promise<void> {
  return api('DELETE', `/wish-words/${id}`);
}

export function tryOut(text: string): Promise<Trial> {
  return api<Trial>('POST', '/wish-words/trial', { body: { text } });
}
