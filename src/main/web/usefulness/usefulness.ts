import { api } from '../common/api';
import { language } from '../common/i18n/language';

export const STANDINGS = ['HURTS', 'EXPIRING', 'STALE', 'ORPHAN'] as const;
export type Standing = (typeof STANDINGS)[number];
export const PERIODS = [7, 30, 90] as const;

type Measure = 'SHOWN' | 'TAPPED' | 'HELPFUL' | 'NOT_HELPFUL' | 'HANDED_OVER' | 'SUGGESTED' | 'USED' | 'EDITED' | 'DISMISSED';

/** What never was is left out. */
export type Counts = Partial<Record<Measure, number>>;

/** What a live article did in a period. */
export interface Useful {
  article: string;
  slug: string;
  title: string;
  revision: number;
  author: string;
  validTo: string | null;
  liveFrom: string;
  lookedAt: string;
  counts: Counts;
  standing: Standing[];
  cost: number;
  /** How often it was shown in each part of the period, the oldest first; empty: never. */
  trend: number[];
  change: { before: Counts; since: Counts } | null;
}

export interface Answer {
  items: Useful[];
  total: number;
  articles: number;
  standings: Partial<Record<Standing, number>>;
  counts: Counts;
  trendDays: number;
  staleDays: number;
  soonDays: number;
  handoverWeight: number;
}

export interface Filter {
  days: number;
  standing: Standing | '';
  mine: boolean;
  q: string;
}

export function filterOf(address: URLSearchParams): Filter {
  const standing = address.get('standing') as Standing;
  const days = Number(address.get('days'));
  return {
    days: PERIODS.find((one) => one === days) ?? 30,
    standing: STANDINGS.includes(standing) ? standing : '',
    mine: address.get('mine') === 'true',
    q: address.get('q') ?? '',
  };
}

export function query(filter: Filter): URLSearchParams {
  const wanted = new URLSearchParams({ days: String(filter.days) });
  if (filter.standing) wanted.set('standing', filter.standing);
  if (filter.mine) wanted.set('mine', 'true');
  if (filter.q) wanted.set('q', filter.q);
  return wanted;
}

export function list(filter: Filter, page = 0): Promise<Answer> {
  const wanted = query(filter);
  wanted.set('page', String(page));
  return api('GET', `/knowledge-usefulness?${wanted}`);
}

export function sheet(filter: Filter): string {
  const wanted = query(filter);
  wanted.set('language', language());
  return `/api/v1/knowledge-usefulness/export?${wanted}`;
}

export const checked = (one: Useful) => api('POST', `/knowledge-usefulness/${one.article}/checked`);

/** The turns that it answered. */
export function turns(one: Useful): string {
  return `/why?${new URLSearchParams({ decision: 'answer', q: one.title })}`;
}

/** What customers asked of an article that ends, and what they get the day after. */
export interface Outlook {
  /** The first day without it. */
  day: string;
  questions: { words: string; times: number; kind: 'ANSWER' | 'CLARIFY' | 'SMALLTALK' | 'HANDOFF'; articles: { article: string; title: string }[] }[];
}

export const afterEnd = (article: string) => api<Outlook>('GET', `/knowledge-usefulness/${article}/after-end`);
