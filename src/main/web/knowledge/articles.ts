import { api } from '../common/api';
import type { Variant } from './variants';

export type State = 'DRAFT' | 'IN_REVIEW' | 'APPROVED' | 'SCHEDULED' | 'PUBLISHED' | 'ARCHIVED';
export type Audience = 'CUSTOMER' | 'AGENT';
export type Validity = 'CURRENT' | 'FUTURE' | 'EXPIRED';

/** What an editor writes. Dates are days of the company, `2026-11-22`. */
export interface Content {
  question: string;
  phrasings: string[];
  answer: string;
  audience: Audience;
  product: string;
  validFrom: string | null;
  validTo: string | null;
  tags: string[];
  /** Other words for the answer, for some. */
  variants: Variant[];
  /** What may be behind the fault that it deals with; the graph of faults shows and corrects it. */
  causes: FaultCause[];
}

/** As front matter states it. */
export interface FaultCause {
  cause: string;
  product: string;
  symptoms: string[];
  checks: { question: string; answers: string[] }[];
  solutions: string[];
}

/** Somebody did it then. */
export interface Act {
  by: string;
  staff?: string | null;
  at: string;
}

/** What became of a revision, and by whom. */
export interface Life {
  authorId?: string | null;
  submitted?: Act | null;
  reviewed?: Act | null;
  publisher?: string | null;
  publisherId?: string | null;
  /** Why it was sent back, or published without a review. */
  reason?: string | null;
  goesLiveAt?: string | null;
  liveFrom?: string | null;
  liveTo?: string | null;
  endedBy?: string | null;
  endedById?: string | null;
  endReason?: string | null;
  /** Corrected or taken away without a review, and nobody else has looked yet. */
  unconfirmed: boolean;
  /** False: from before these times were kept. */
  recorded: boolean;
}

/** One revision of an article. */
export interface Article extends Content {
  life: Life;
  id: string;
  slug: string;
  revision: number;
  state: State;
  author: string;
  changedAt: string;
}

/** A line of the list: the published revision, or the latest when none is published. */
export interface Summary {
  /** It came with the product, and nobody has changed it. */
  example: boolean;
  id: string;
  slug: string;
  topic: string;
  question: string;
  phrasings: number;
  state: State;
  revision: number;
  latestRevision: number;
  draftRevision: number | null;
  draftState?: State | null;
  goesLiveAt?: string | null;
  /** Since when somebody is asked to look at it, and by whom. */
  waitingSince?: string | null;
  submitter?: string | null;
  unconfirmed: boolean;
  /** Questions of customers in the last 30 days; of those that end soon. */
  answered?: number | null;
  audience: Audience;
  product: string;
  validFrom: string | null;
  validTo: string | null;
  valid: Validity;
  tags: string[];
  author: string;
  changedAt: string;
  /** What the search found elsewhere than in the question. */
  found?: string | null;
}

export type Facets = Partial<Record<'topic' | 'state' | 'audience' | 'product' | 'valid' | 'queue', Record<string, number>>>;

export interface Page {
  items: Summary[];
  total: number;
  facets?: Facets;
}

/** Empty means any. */
export interface Filter {
  q: string;
  topic: string;
  state: string;
  audience: string;
  product: string;
  valid: string;
  /** BEST, TOPIC, CHANGED or QUESTION. */
  sort: string;
  /** 'true': only what this editor wrote last. */
  mine: string;
  /** REVIEW, CONFIRM, APPROVED, SCHEDULED or EXPIRING: what waits for somebody. */
  queue: string;
}

export const noFilter: Filter = { q: '', topic: '', state: '', audience: '', product: '', valid: '', sort: '', mine: '', queue: '' };
export const PAGE_SIZE = 50;

export function filterQuery(filter: Filter, more: Record<string, string> = {}): URLSearchParams {
  const query = new URLSearchParams(more);
  for (const [name, value] of Object.entries(filter)) if (value) query.set(name, value);
  return query;
}

export function list(filter: Filter, page: number, signal?: AbortSignal): Promise<Page> {
  const query = filterQuery(filter, { page: String(page), size: String(PAGE_SIZE) });
  return api<Page>('GET', `/articles?${query}`, { signal });
}

/** Newest first; the first is what an editor goes on from. */
export function revisions(id: string): Promise<Article[]> {
  return api<Article[]>('GET', `/articles/${id}/revisions`);
}

export function create(slug: string, content: Content): Promise<Article> {
  return api<Article>('POST', '/articles', { body: { ...content, slug: slug || null } });
}

/** A new draft on top of `base`; 409 when somebody saved in between. */
export function saveDraft(id: string, base: number, content: Content): Promise<Article> {
  return api<Article>('PUT', `/articles/${id}`, { body: content, headers: { 'If-Match': String(base) } });
}

export function publish(id: string, revision: number): Promise<Article> {
  return api<Article>('POST', `/articles/${id}/publish`, { headers: { 'If-Match': String(revision) } });
}

export function retire(id: string): Promise<Article> {
  return api<Article>('POST', `/articles/${id}/retire`);
}

/** An earlier revision as a new draft. */
export function restore(id: string, revision: number): Promise<Article> {
  return api<Article>('POST', `/articles/${id}/restore`, { body: { revision } });
}
