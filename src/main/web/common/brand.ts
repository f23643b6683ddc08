import { request } from './api';
import type { Language } from './i18n/language';
import { language, onLanguage } from './i18n/language';
import { liveIn } from './zone';

/** What is said of the operator in one language; never empty but for `operator`, `questions`. */
export interface Said {
  operator: string;
  assistant: string;
  label: string;
  scope: string;
  greeting: string;
  questions: string[];
  bot: string;
  desk: string;
}

/** The first part of articles' slugs, and what it is called. */
export interface Topic {
  slug: string;
  name: string;
  english: string;
}

/** The operator as everybody sees it, with neutral words where none were written. */
export interface Brand {
  version: number;
  'zh-CN': Said;
  en: Said;
  shortName: string;
  hotline: string;
  avatar?: string;
  accent?: string;
  bubble?: string;
  topics: Topic[];
  languages: Language[];
  example: boolean;
  /** By which the company lives, as IANA names it. */
  zone: string;
}

const asked = new Map<string, Promise<Brand>>();
const listeners = new Set<() => void>();
let own: Brand | undefined;

/** Of the service at that origin; asked for once a page. */
export function brandOf(origin = ''): Promise<Brand> {
  let answer = asked.get(origin);
  if (!answer) {
    answer = request<Brand>(origin, 'GET', '/brand').then((brand) => (liveIn(brand.zone), brand));
    asked.set(origin, answer);
    answer.catch(() => asked.delete(origin));
  }
  return answer;
}

/** Of the page's own service, as soon as it is known; `onBrand` says when. */
export function ownBrand(): Brand | undefined {
  if (!own) void brandOf().then(keepBrand, () => undefined);
  return own;
}

/** What a change came to. */
export function keepBrand(brand: Brand): void {
  if (own === brand) return;
  own = brand;
  liveIn(brand.zone);
  asked.set('', Promise.resolve(brand));
  for (const listener of listeners) listener();
}

/** Calls back when the brand is known, changes, or is said in another language; the result ends it. */
export function onBrand(listener: () => void): () => void {
  listeners.add(listener);
  const forget = onLanguage(listener);
  return () => {
    listeners.delete(listener);
    forget();
  };
}

export function said(brand: Brand): Said {
  return brand[language()];
}
