import type { Titles } from './golden-api';
import { t } from './text';

const WAYS = ['abstain', 'human', 'clarify', 'smalltalk'] as const;

/** What was expected, or came, in words: an article by its question. */
export function outcome(word: string, titles: Titles = {}): string {
  const way = WAYS.find((one) => one === word);
  if (way) return t(way);
  return word
    .split(' ')
    .map((slug) => titles[slug]?.question ?? slug)
    .join('、');
}
