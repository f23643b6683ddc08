import { api } from '../common/api';
import { nameOf, type Criterion } from '../scores/scores';
import { t } from './i18n';

/** Stands among criteria as the one that has grades. */
export const ATTITUDE = 'attitude';

export interface Waiting {
  id: string;
  criterion: string;
  /** One's own, not handed in. */
  verdict?: number | null;
}

export interface Said {
  seq: number;
  author: 'customer' | 'bot' | 'agent' | 'system';
  /** Of whom it is about. */
  judged: boolean;
  text: string;
  at: string;
}

export interface Shown {
  criterion: string;
  of: 'all' | 'bot' | 'agent';
  transcript: Said[];
}

export interface Judgement {
  staffId: string;
  name: string;
  verdict: number;
}

export interface Compared {
  id: string;
  conversationId: string;
  criterion: string;
  judgements: Judgement[];
  machine?: number;
  quotes: { seq: number; author: string; text: string }[];
  resolved?: number;
  resolvedBy?: string;
}

export interface Agreement {
  n: number;
  same: number;
  kappa?: number;
  low?: number;
  high?: number;
}

export interface Reliable {
  criterion: string;
  cases: number;
  open: number;
  people: Agreement;
  machine: Agreement;
  doubtful: Agreement;
  state: 'UNKNOWN' | 'RELIABLE' | 'UNRELIABLE';
}

/** Another limit of a figure, with how many of the cases that people decided either judges otherwise. */
export interface Proposal {
  criterion: string;
  most: number;
  proposed: number;
  cases: number;
  wrong: number;
  wrongThen: number;
}

export interface Rule {
  floor: number;
  least: number;
  random: number;
  doubtful: number;
}

export const waiting = () => api<Waiting[]>('GET', '/calibration/cases');
export const shown = (id: string) => api<Shown>('GET', `/calibration/cases/${id}`);
export const judge = (id: string, verdict: number) => api('PUT', `/calibration/cases/${id}/judgement`, { body: { verdict } });
export const undo = (id: string) => api('DELETE', `/calibration/cases/${id}/judgement`);
export const handIn = () => api<{ judgements: number }>('POST', '/calibration/hand-in');
export const differences = () => api<Compared[]>('GET', '/calibration/differences');
export const resolve = (id: string, verdict: number) => api('PUT', `/calibration/cases/${id}/resolution`, { body: { verdict } });
export const reliability = () => api<Reliable[]>('GET', '/calibration/reliability');
export const thresholds = () => api<Proposal[]>('GET', '/calibration/thresholds');
export const rule = () => api<Rule>('GET', '/calibration/rule');
export const change = (body: Rule) => api<Rule>('PUT', '/calibration/rule', { body });

export function title(criterion: string, all: Criterion[]): string {
  return criterion === ATTITUDE ? t('attitude') : nameOf(criterion, all);
}

/** Verdicts that can be given of it, from 1. */
export function verdicts(criterion: string): number[] {
  return criterion === ATTITUDE ? [1, 2, 3, 4, 5] : [1, 2, 3];
}

/** What a verdict is called; of a risk it is asked whether it was there, of what is demanded whether it was kept. */
export function verdictName(criterion: string, verdict: number, all: Criterion[]): string {
  const n = verdict as 1 | 2 | 3 | 4 | 5;
  if (criterion === ATTITUDE) return t(`grade${n}`);
  if (n === 3) return t('unknown');
  const risk = all.find((one) => one.key === criterion)?.score === 'RISK';
  return t(n === 1 ? (risk ? 'absent' : 'kept') : risk ? 'present' : 'broken');
}

/** The key that was pressed alone, outside of fields; '' otherwise. */
export function pressed(event: KeyboardEvent): string {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return '';
  const target = event.composedPath()[0];
  return target instanceof HTMLElement && target.matches('input, textarea, select') ? '' : event.key.toLowerCase();
}
