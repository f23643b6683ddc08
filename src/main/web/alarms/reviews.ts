import { api } from '../common/api';

export const SHARE_NAMES = ['DISSATISFIED', 'COMPLAINTS', 'REPEATS'] as const;
export type Share = (typeof SHARE_NAMES)[number];
export const STATES = ['OPEN', 'ANALYSED', 'ACTING', 'CHECKING', 'CLOSED', 'CANCELLED'] as const;
export type State = (typeof STATES)[number];
export const CAUSES = ['PROCESS', 'SKILL', 'SYSTEM', 'CONTENT', 'OTHER'] as const;
export type Cause = (typeof CAUSES)[number];
export const VERDICTS = ['HELPED', 'NOT', 'UNCLEAR'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** A share with its Wilson interval, from 0 to 1. */
export interface Interval {
  n: number;
  hits: number;
  low: number;
  high: number;
}

export interface Measure {
  id: string;
  words: string;
  due: string;
  doneOn?: string;
  overdue: boolean;
}

/** Topic and region are empty where it is of all. */
export interface Review {
  id: string;
  source: 'RULE' | 'ALARM' | 'SILENCE' | 'HAND';
  title: string;
  share?: Share;
  topic: string;
  topicName?: string;
  region: string;
  seenFrom: string;
  seenTo: string;
  seen: { day: string; share: Interval }[];
  above?: number;
  state: State;
  cause?: Cause;
  causeWords?: string;
  ownerId?: string;
  owner?: string;
  due?: string;
  overdue: boolean;
  measures: Measure[];
  verdict?: Verdict;
  verdictWords?: string;
  openedAt: string;
  openedBy?: string;
  endedAt?: string;
}

export interface Effect {
  end: string;
  days: number;
  before: Interval;
  after: Interval;
}

export type Kind = 'OPENED' | 'ANALYSED' | 'MEASURE_ADDED' | 'MEASURE_CHANGED' | 'MEASURE_DONE' | 'MEASURE_REMOVED' | 'JUDGED' | 'MOVED';

export interface Done {
  at: string;
  by?: string;
  kind: Kind;
  state?: State;
  words: string;
}

export interface Detail {
  task: Review;
  effect?: Effect;
  history: Done[];
}

export interface Person {
  id: string;
  name: string;
  active: boolean;
}

export interface Hit {
  conversationId: string;
  openedAt: string;
  channel: string;
}

export interface Analysis {
  cause: Cause;
  words: string;
  owner: string;
  due?: string;
  share?: Share;
  topic?: string;
  region?: string;
}

const at = (id: string, what = '') => `/review-tasks/${id}${what}`;

export const reviews = () => api<Review[]>('GET', '/review-tasks');
export const review = (id: string) => api<Detail>('GET', at(id));
export const conversations = (id: string) => api<Hit[]>('GET', at(id, '/conversations'));
export const people = () => api<Person[]>('GET', '/staff');
export const openBlank = (body: { title: string; share?: Share; topic?: string; region?: string }) => api<Detail>('POST', '/review-tasks', { body });
export const analyse = (id: string, body: Analysis) => api<Detail>('PUT', at(id, '/analysis'), { body });
export const addMeasure = (id: string, body: { words: string; due: string }) => api<Detail>('POST', at(id, '/measures'), { body });
export const setMeasure = (id: string, measure: string, body: { words: string; due: string; done: boolean; doneOn?: string }) =>
  api<Detail>('PUT', at(id, `/measures/${measure}`), { body });
export const removeMeasure = (id: string, measure: string) => api<Detail>('DELETE', at(id, `/measures/${measure}`));
export const judge = (id: string, body: { verdict: Verdict; words: string }) => api<Detail>('PUT', at(id, '/verdict'), { body });
export const move = (id: string, state: State, reason?: string) => api<Detail>('PUT', at(id, '/state'), { body: { state, reason } });

/** Where it goes on to, and where it can go back to. */
export const NEXT: Partial<Record<State, State>> = { OPEN: 'ANALYSED', ANALYSED: 'ACTING', ACTING: 'CHECKING', CHECKING: 'CLOSED' };
export const BACK: Partial<Record<State, State>> = { ANALYSED: 'OPEN', ACTING: 'ANALYSED', CHECKING: 'ACTING', CLOSED: 'CHECKING', CANCELLED: 'OPEN' };

export const ended = ({ state }: Review) => state === 'CLOSED' || state === 'CANCELLED';
