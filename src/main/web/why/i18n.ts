import { bundle } from '../common/i18n/bundle';
import { en } from './en';
import { zh, type Key } from './zh';

/** Words of the page that shows why the bot said something. */
export const t = bundle<Key>(zh, en);

export function known(key: string): key is Key {
  return Object.hasOwn(zh, key);
}
