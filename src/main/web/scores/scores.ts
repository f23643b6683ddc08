import { api } from '../common/api';
import { language } from '../common/i18n/language';
import { dayText } from '../common/zone';

export const SCORES = ['compliance', 'experience', 'risk', 'attitude'] as const;
export type ScoreName = (typeof SCORES)[number];
export type Marks = Partial<Record<ScoreName, number>> & { judged?: number };

export interface Person {
  id: string;
  name: string;
}

export interface Line extends Marks {
  conversationId: string;
  customer?: string;
  agents: string[];
  bot: boolean;
  version: number;
  judged: number;
  /** Keys of criteria. */
  broken: string[];
  closedAt: string;
}

export interface Page {
  means: Marks & { conversations: number };
  scores: Line[];
  next?: string;
}

export interface Objection {
  id: string;
  word: string;
  at: string;
  overturned?: boolean;
  note?: string;
}

export type Outcome = 'KEPT' | 'BROKEN' | 'OVERTURNED' | 'NOT_JUDGED';

export interface Found {
  who: string;
  criterion: string;
  outcome: Outcome;
  points: number;
  seqs: number[];
  /** Not where the criterion is not reliable here. */
  counted: boolean;
  appeal?: Objection;
}

export interface Score extends Marks {
  who: string;
  agent?: string;
  version: number;
  judged: number;
  scoredAt: string;
}

export interface Said {
  seq: number;
  author: { kind: 'customer' | 'bot' | 'agent' | 'system'; name?: string };
  text: string;
  at: string;
}

export interface Detail {
  conversationId: string;
  scores: Score[];
  findings: Found[];
  transcript: Said[];
}

export interface Cue {
  side: 'CUSTOMER' | 'AGENT';
  sign?: string;
  words?: string[];
  except?: string[];
}

export type Rule =
  | { kind: 'words'; cue: Cue; where: string; demanded: boolean }
  | { kind: 'sequence'; first: Cue; then: Cue; within: number; before: boolean }
  | { kind: 'figure'; measure: string; most: number }
  | { kind: 'model'; mood: string }
  | { kind: 'question'; question: string };

export interface Criterion {
  key: string;
  name: string;
  english: string;
  score: 'COMPLIANCE' | 'EXPERIENCE' | 'RISK';
  points: number;
  attitude: number;
  of: string[];
  medium: string;
  enabled: boolean;
  rule: Rule;
}

export interface Version {
  version: number;
  criteria: Criterion[];
}

/** A criterion that counts for nothing here. */
export interface Unreliable {
  criterion: string;
  kappa: number;
  n: number;
}

export interface Shift {
  before?: number;
  after?: number;
}

export type Preview = { conversations: number; looked: number; changed: number } & Record<ScoreName, Shift>;

export interface Appeal extends Objection {
  conversationId: string;
  criterion: string;
  agentId: string;
  agent: string;
  decidedBy?: string;
  decidedAt?: string;
}

export interface Rate {
  criterion: string;
  appealed: number;
  decided: number;
  overturned: number;
}

/** Conversations that were not rated, sound bad and are about one thing. */
export interface Silent {
  id: string;
  words: string[];
  examples: { conversationId: string; seq: number; text: string }[];
  size: number;
  /** How many ended in each of four times seven days, the last one last. */
  weeks: number[];
  /** Of the last over the mean of those before. */
  growth?: number;
  gap?: string;
}

/** Days as 2026-11-30, of the company; '' is any. `who` is an agent's id, `bot`, or '' for whole conversations. */
export interface Filter {
  who: string;
  criterion: string;
  score: ScoreName | '';
  from: string;
  to: string;
}

export const BOT = 'bot';
export const WHOLE = 'all';
const DAY = 86_400_000;
const DAYS = 30;

/** The last thirty days, unless the address names others and a criterion, as reports do. */
export function lately(now = Date.now()): Filter {
  const given = new URLSearchParams(location.search);
  return {
    who: '',
    criterion: given.get('criterion') ?? '',
    score: '',
    from: given.get('from') ?? dayText(new Date(now - (DAYS - 1) * DAY)),
    to: given.get('to') ?? dayText(new Date(now)),
  };
}

export function list(filter: Filter, after?: string): Promise<Page> {
  const wanted = new URLSearchParams(Object.entries(filter).filter(([, value]) => value));
  if (after) wanted.set('after', after);
  return api('GET', `/scores?${wanted}`);
}

export const agents = () => api<Person[]>('GET', '/scores/agents');
export const detail = (conversation: string) => api<Detail>('GET', `/scores/${conversation}`);
export const criteria = () => api<Version>('GET', '/score-criteria');
export const silence = () => api<Silent[]>('GET', '/silent-dissatisfaction');
export const toReview = async (id: string) => (await api<{ review: string }>('POST', `/silent-dissatisfaction/${id}/review`)).review;
export const toGap = (id: string) => api<{ gap: string }>('POST', `/silent-dissatisfaction/${id}/gap`);
export const unreliable = () => api<Unreliable[]>('GET', '/score-criteria/unreliable');
export const save = (body: Version) => api<Version>('PUT', '/score-criteria', { body });
export const preview = (body: Version) => api<Preview>('POST', '/score-criteria/preview', { body });
export const rescore = () => api<{ conversations: number }>('POST', '/score-criteria/rescoring');
export const appeals = () => api<Appeal[]>('GET', '/score-appeals');
export const rates = () => api<Rate[]>('GET', '/score-appeals/rates');

export function object(conversationId: string, criterion: string, word: string): Promise<void> {
  return api('POST', '/score-appeals', { body: { conversationId, criterion, word } });
}

export function decide(id: string, overturned: boolean, note: string): Promise<void> {
  return api('PUT', `/score-appeals/${id}`, { body: { overturned, note } });
}

export function nameOf(criterion: string, all: Criterion[]): string {
  const it = all.find((one) => one.key === criterion);
  return it ? (language() === 'en' ? it.english : it.name) : criterion;
}

/** How bad a mark is: a high risk is what a low score is elsewhere. */
export function tone(name: ScoreName, mark: number | undefined): 'urgent' | 'warn' | 'ok' | '' {
  if (mark === undefined) return '';
  if (name === 'attitude') return mark < 3 ? 'urgent' : mark < 4 ? 'warn' : 'ok';
  const good = name === 'risk' ? 100 - mark : mark;
  return good < 60 ? 'urgent' : good < 80 ? 'warn' : 'ok';
}
