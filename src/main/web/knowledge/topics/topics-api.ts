import { api } from '../../common/api';

/** What conversations are about; the words are categories of wrap-ups and first parts of articles' names that lead to it. */
export interface Topic {
  id: string;
  parent?: string;
  name: string;
  words: string[];
}

/** A word that leads to no topic, and of how many conversations of the last 90 days it is the matter, where that is known. */
export interface FreeWord {
  word: string;
  n?: number;
}

export const tree = () => api<Topic[]>('GET', '/topics');
export const freeWords = () => api<FreeWord[]>('GET', '/topics/words');
export const replace = (topics: Topic[]) => api<Topic[]>('PUT', '/topics', { body: topics });

export interface Placed extends Topic {
  depth: number;
}

/** Each behind its parent; the order of those beside each other stays. */
export function inOrder(topics: Topic[]): Placed[] {
  const below = (parent: string | undefined, depth: number): Placed[] =>
    topics.filter((one) => one.parent === parent).flatMap((one) => [{ ...one, depth }, ...below(one.id, depth + 1)]);
  return below(undefined, 0);
}

/** Itself and all that are below it. */
export function under(topics: Topic[], id: string): Set<string> {
  const found = new Set([id]);
  for (let before = 0; before < found.size; ) {
    before = found.size;
    for (const one of topics) if (one.parent && found.has(one.parent)) found.add(one.id);
  }
  return found;
}
