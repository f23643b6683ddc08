import { cutTo } from './utf8';

/** WeChat cuts what is longer, wherever that is. */
const MOST_BYTES = 1_000;

/** What the service learns with WeChat's own customer service session (`session-from`): where the customer comes from. */
export function sessionFrom(facts: Record<string, string>): string {
  const text = Object.entries(facts)
    .filter(([, value]) => value)
    .map(([name, value]) => `${name}=${value.replace(/[;\s]+/g, ' ').trim()}`)
    .join(';');
  return cutTo(text, MOST_BYTES);
}
