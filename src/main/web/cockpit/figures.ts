import { api } from '../common/api';
import { language } from '../common/i18n/language';
import { lasting } from '../common/time';
import { dayText } from '../common/zone';

export type Kind = 'COUNT' | 'SHARE' | 'MEAN' | 'MEAN_MS' | 'QUANTILES';

export interface Definition {
  metric: string;
  version: number;
  kind: Kind;
  name: string;
  formula: string;
  leftOut: string;
  /** Percent of shares, milliseconds of times. */
  target?: number;
  lowIsGood: boolean;
}

/** Shares are 0 to 1, times milliseconds; without any (`n` is 0) there is no value. */
export interface Value {
  n: number;
  value?: number;
  low?: number;
  high?: number;
  p90?: number;
}

export interface Tile {
  metric: string;
  today: Value;
  usual: Value;
}

export interface Part {
  key: string;
  name?: string;
  value: Value;
}

export interface Figure {
  metric: string;
  version: number;
  from: string;
  to: string;
  by: By;
  all: Value;
  parts: Part[];
  leftOut?: number;
  /** Invented conversations are among those that count. */
  invented: boolean;
}

export interface Case {
  conversationId: string;
  openedAt: string;
  closedAt?: string;
  channel: string;
  topic?: string;
  region?: string;
  agent?: string;
  article?: string;
  product?: string;
  tier?: number;
  waitedMs?: number;
  answered: boolean;
  handledMs?: number;
  score?: number;
  repeats: boolean;
  followed: boolean;
  hit: boolean;
}

export interface Cases {
  conversations: Case[];
  next?: string;
}

/** From a channel or a station to a station or an end. */
export interface Link {
  from: string;
  to: string;
  n: number;
}

export interface Ways {
  links: Link[];
  stays: { station: string; n: number; medianMs: number; p90Ms: number }[];
}

export interface Weights {
  efficiency: number;
  attitude: number;
  process: number;
}

/** A side's `value` is 0 to 1. */
export interface Side {
  name: keyof Weights;
  weight: number;
  value?: number;
  known: string[];
  unknown: string[];
}

/** `index` is 0 to 100, of `judged` percent of the weights. */
export interface ServiceIndex {
  index?: number;
  judged: number;
  weights: Weights;
  sides: Side[];
}

export const BYS = ['DAY', 'HOUR', 'CHANNEL', 'TOPIC', 'MAIN_TOPIC', 'REGION', 'AGENT', 'GROUP', 'TIER', 'ARTICLE', 'PRODUCT'] as const;
export type By = (typeof BYS)[number];
export const WHICH = ['ALL', 'HIT', 'MISS'] as const;
export type Which = (typeof WHICH)[number];
const MEMBERS = ['channel', 'topic', 'region', 'agent', 'group', 'tier', 'article', 'product'] as const;

/** What the page shows; its address says it. Days are the company's, members narrow it, `part` is the row that was opened, or `way` that of
 * the journey. */
export interface View {
  metric: string;
  by: By;
  from: string;
  to: string;
  only: Partial<Record<(typeof MEMBERS)[number], string>>;
  compare: boolean;
  part?: string;
  way?: string;
  which: Which;
}

const DAY = 86_400_000;
const DAYS = 30;

export function back(day: string, days: number): string {
  return new Date(Date.parse(day) - days * DAY).toISOString().slice(0, 10);
}

function isDay(text: string | null): text is string {
  return Boolean(text && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)));
}

export function viewOf(address: URLSearchParams, now = new Date()): View {
  const given = address.get('to');
  const to = isDay(given) ? given : dayText(now);
  const first = address.get('from');
  const only: View['only'] = {};
  for (const member of MEMBERS) {
    const value = address.get(member);
    if (value !== null) only[member] = value;
  }
  const part = address.get('part');
  const way = address.get('way');
  return {
    metric: address.get('metric') ?? 'CONTACTS',
    by: BYS.find((one) => one === address.get('by')) ?? 'DAY',
    from: isDay(first) && first <= to ? first : back(to, DAYS - 1),
    to,
    only,
    compare: address.has('compare'),
    which: WHICH.find((one) => one === address.get('which')) ?? 'ALL',
    ...(part === null ? {} : { part }),
    ...(way === null ? {} : { way }),
  };
}

export function addressOf(view: View): URLSearchParams {
  const address = query(view);
  if (view.compare) address.set('compare', '');
  if (view.part !== undefined) address.set('part', view.part);
  if (view.way !== undefined) address.set('way', view.way);
  if (view.which !== 'ALL') address.set('which', view.which);
  return address;
}

function query(view: View): URLSearchParams {
  const { metric, by, from, to, only } = view;
  return new URLSearchParams({ metric, by, from, to, ...only });
}

export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY);
}

/** The days before, as many. */
export function before(view: View): View {
  const days = daysBetween(view.from, view.to) + 1;
  return { ...view, from: back(view.from, days), to: back(view.from, 1) };
}

export function definitions(): Promise<Definition[]> {
  return api('GET', `/reports/metrics?language=${language()}`);
}

export function today(): Promise<Tile[]> {
  return api('GET', '/reports/today');
}

export function serviceIndex({ from, to, only }: View): Promise<ServiceIndex> {
  return api('GET', `/reports/index?${new URLSearchParams({ from, to, ...only })}`);
}

export function weigh(weights: Weights): Promise<Weights> {
  return api('PUT', '/reports/index/weights', { body: weights });
}

export function figure(view: View): Promise<Figure> {
  return api('GET', `/reports?${query(view)}`);
}

export function journey({ from, to, only }: View): Promise<Ways> {
  return api('GET', `/reports/journey?${new URLSearchParams({ from, to, ...only })}`);
}

function behind(view: View): URLSearchParams {
  const { part = '', way, by, from, to, only } = view;
  if (way !== undefined) return new URLSearchParams({ metric: 'CONTACTS', from, to, ...only, way });
  const wanted = query(view);
  wanted.delete('by');
  wanted.set('which', view.which);
  if (by === 'DAY') {
    wanted.set('from', part);
    wanted.set('to', part);
  } else if (by === 'HOUR') wanted.set('hour', part);
  else wanted.set(by === 'MAIN_TOPIC' ? 'topic' : by.toLowerCase(), part);
  return wanted;
}

/** The conversations behind the part, or the way, that is open. */
export function cases(view: View, after?: string): Promise<Cases> {
  const wanted = behind(view);
  if (after) wanted.set('after', after);
  return api('GET', `/reports/conversations?${wanted}`);
}

export function sheet(view: View): string {
  const wanted = query(view);
  wanted.set('language', language());
  return `/api/v1/reports/export?${wanted}`;
}

export function caseSheet(view: View): string {
  const wanted = behind(view);
  wanted.set('language', language());
  return `/api/v1/reports/conversations/export?${wanted}`;
}

export function caseWorkbook(view: View): string {
  const wanted = behind(view);
  wanted.set('language', language());
  return `/api/v1/reports/conversations/workbook?${wanted}`;
}

/** As people read it; a dash where there is none. */
export function shown(kind: Kind, value: number | undefined): string {
  if (value === undefined) return '–';
  switch (kind) {
    case 'COUNT':
      return value.toLocaleString(language());
    case 'SHARE':
      return percent(value);
    case 'MEAN':
      return value.toFixed(2);
    case 'MEAN_MS':
    case 'QUANTILES':
      return value < 10_000 ? `${(value / 1000).toFixed(1)} s` : lasting(value / 1000);
  }
}

export function percent(share: number): string {
  return `${(100 * share).toFixed(1).replace(/\.0$/, '')}%`;
}
