import { api } from '../../common/api';

export type Origin = 'HAND' | 'CONVERSATION' | 'RATING';

/** What an editor settles of a question. */
export interface Wanted {
  /** What the customer says, one after the other; the last is judged. */
  turns: string[];
  /** The slug of an article, `abstain` or `human`. */
  expect: string;
  mustPass: boolean;
  group?: string;
  owner?: string;
  day?: string | null;
  origin?: Origin;
  /** Where it comes from, and the bot's turn there. */
  conversation?: string | null;
  seq?: number | null;
  version?: number;
}

export interface Golden extends Required<Omit<Wanted, 'day' | 'conversation' | 'seq'>> {
  id: string;
  day?: string | null;
  conversation?: string | null;
  seq?: number | null;
  createdBy: string;
  changedAt: string;
}

/** What came of it last; `got` as `expect`, several slugs with spaces between, or what the bot did. */
export interface Result {
  passed: boolean;
  got: string;
  confidence: number;
  at: string;
}

export interface Listed {
  question: Golden;
  last?: Result | null;
}

/** What slugs stand for. */
export type Titles = Record<string, { article: string; question: string }>;

export interface Page {
  questions: Listed[];
  groups: string[];
  owners: string[];
  articles: Titles;
}

export interface Run {
  id: string;
  at: string;
  cause: 'PUBLISHED' | 'NIGHT' | 'HAND';
  passed: number;
  failed: number;
  mustFailed: number;
  failures: { question: string; got: string }[];
}

export interface Broken {
  question: string;
  asked: string;
  expect: string;
  now: string;
  then: string;
  signed: boolean;
}

export interface Check {
  /** How many must pass. */
  asked: number;
  broken: Broken[];
  /** Those that fail already. */
  failing: string[];
  articles: Titles;
}

export interface Signature {
  revision: number;
  kind: 'GOLDEN' | 'IMPACT';
  broken: number;
  reason: string;
  signer: string;
  at: string;
}

const QUESTIONS = '/golden-questions';

export const questions = () => api<Page>('GET', QUESTIONS);
export const create = (wanted: Wanted) => api<Listed>('POST', QUESTIONS, { body: wanted });
export const change = (id: string, wanted: Wanted) => api<Listed>('PUT', `${QUESTIONS}/${id}`, { body: wanted });
export const remove = (id: string) => api('DELETE', `${QUESTIONS}/${id}`);
export const runs = () => api<Run[]>('GET', '/golden-runs?limit=30');
export const runNow = () => api<Run>('POST', '/golden-runs');

/** @param day on which they go live; today without it */
export const check = (articles: string[], day?: string) => api<Check>('POST', '/publish-signatures/check', { body: { articles, day } });
export const sign = (articles: string[], kind: Signature['kind'], broken: string[], reason: string) =>
  api('POST', '/publish-signatures', { body: { articles, kind, broken, reason } });
export const signatures = (article: string) => api<Signature[]>('GET', `/publish-signatures?article=${article}`);
