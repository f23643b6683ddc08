import { dayText } from '../common/zone';
import { api } from '../common/api';
import { language } from '../common/i18n/language';

export interface Person {
  id: string;
  name: string;
}

export interface Rating {
  conversationId: string;
  customer?: string;
  agent?: Person;
  score: number;
  comment?: string;
  at: string;
}

export interface Overview {
  ratings: number;
  average: number;
  /** How many gave 1 to 5. */
  scores: number[];
}

/** Rated conversations of a kind, and how many of them the estimate calls dissatisfied. */
export interface Checked {
  rated: number;
  called: number;
}

export interface Suspected {
  conversationId: string;
  customer?: string;
  agent?: Person;
  dissatisfied: number;
  quotes: { seq: number; text: string }[];
  at: string;
}

/** Shares are 0 to 1. */
export interface Estimates {
  rated: number;
  estimated: number;
  unknown: number;
  dissatisfied: number;
  error: number;
  low: Checked;
  high: Checked;
  conversations: Suspected[];
}

/** What a customer said of the service in another place. */
export interface Outside {
  id: string;
  source: string;
  customer?: string;
  conversationId?: string;
  ticketId?: string;
  score?: number;
  text?: string;
  url?: string;
  at: string;
}

/** Days as 2026-11-30, of the company; '' is any. */
export interface Filter {
  agent: string;
  from: string;
  to: string;
  score: number | undefined;
  worded: boolean;
}

export interface Page {
  overview: Overview;
  ratings: Rating[];
  next?: string;
}

/** Those of the bot, in place of an agent's id. */
export const BOT = 'bot';
export const SCORES = [5, 4, 3, 2, 1];
const LOW = 2;
const GOOD = 4;
const DAY = 86_400_000;
const DAYS = 30;

export function tone(score: number): 'urgent' | 'ok' | '' {
  return score <= LOW ? 'urgent' : score >= GOOD ? 'ok' : '';
}

/** The last thirty days. */
export function lately(now = Date.now()): Filter {
  return { agent: '', from: dayText(new Date(now - (DAYS - 1) * DAY)), to: dayText(new Date(now)), score: undefined, worded: false };
}

export function list(filter: Filter, after?: string): Promise<Page> {
  const wanted = query(filter);
  if (after) wanted.set('after', after);
  return api('GET', `/ratings?${wanted}`);
}

export function estimates(filter: Filter): Promise<Estimates> {
  return api('GET', `/ratings/estimates?${query(filter)}`);
}

export function outside(): Promise<Outside[]> {
  return api('GET', '/feedback');
}

export function agents(): Promise<Person[]> {
  return api('GET', '/ratings/agents');
}

export function sheet(filter: Filter): string {
  const wanted = query(filter);
  wanted.set('language', language());
  return `/api/v1/ratings/export?${wanted}`;
}

function query(filter: Filter): URLSearchParams {
  const wanted = new URLSearchParams();
  if (filter.agent) wanted.set('agent', filter.agent);
  if (filter.from) wanted.set('from', filter.from);
  if (filter.to) wanted.set('to', filter.to);
  if (filter.score) wanted.set('score', String(filter.score));
  if (filter.worded) wanted.set('worded', 'true');
  return wanted;
}
