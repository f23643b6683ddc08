import { api } from './api';
import { language } from './i18n/language';

interface Words {
  said: string;
  remedy: string;
}

interface Diagnosis {
  code: string;
  chinese: Words;
  english: Words;
}

let all: Promise<Map<string, Diagnosis>> | undefined;

/** What WeChat's error code, or a word of ours, means and what to do about it; undefined for one that nobody has written down. */
export async function diagnosis(code: number | string | null | undefined): Promise<Words | undefined> {
  if (code === null || code === undefined) return undefined;
  all ??= api<Diagnosis[]>('GET', '/wechat/errors').then((list) => new Map(list.map((one) => [one.code, one])));
  const known = await all.catch(() => {
    all = undefined;
    return undefined;
  });
  const found = known?.get(String(code));
  return language() === 'en' ? found?.english : found?.chinese;
}
