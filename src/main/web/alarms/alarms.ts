import { api } from '../common/api';

export const SURGES = ['CONTACTS', 'COMPLAINTS', 'HANDOFFS', 'UNANSWERED', 'DISSATISFIED', 'REPEATS'] as const;
export const THRESHOLDS = ['QUEUE_LENGTH', 'WAITING_SECONDS', 'OVERDUE_TICKETS', 'UNASSIGNED_TICKETS'] as const;
/** Percent; above it on three days a review task is opened. */
export const SHARES = ['DISSATISFIED_SHARE', 'COMPLAINTS_SHARE', 'REPEATS_SHARE'] as const;
export type Rule = (typeof SURGES)[number] | (typeof THRESHOLDS)[number] | (typeof SHARES)[number];

/** Topic and region are empty where it is of all; `also`: RULE|topic|region of what the same cause explains. */
export interface Alarm {
  id: string;
  rule: Rule;
  topic: string;
  topicName?: string;
  region: string;
  kind: 'SURGE' | 'SLOW_RISE' | 'THRESHOLD';
  day: string;
  count: number;
  expected?: number;
  also: string[];
  openedAt: string;
  acknowledgedAt?: string;
  acknowledgedBy?: string;
  closedAt?: string;
  closedBy?: string;
}

export interface Setting {
  rule: Rule;
  active: boolean;
  threshold?: number;
  least?: number;
  emails: string[];
}

export interface Rules {
  rules: Setting[];
  mails: boolean;
}

export interface Trial {
  days: number;
  rung: { day: string; topic: string; region: string; count: number; expected?: number; of?: number }[];
}

export interface Point {
  day: string;
  count: number;
  expected?: number;
  upper?: number;
}

export const alarms = () => api<Alarm[]>('GET', '/alarms');
export const openAlarms = () => api<Alarm[]>('GET', '/alarms/open');
export const rules = () => api<Rules>('GET', '/alarms/rules');
export const setRule = ({ rule, ...wish }: Setting) => api<Rules>('PUT', `/alarms/rules/${rule}`, { body: wish });
export const trial = (rule: Rule, limit?: { threshold: number; least: number }) =>
  api<Trial>('GET', `/alarms/rules/${rule}/trial${limit ? `?threshold=${limit.threshold}&least=${limit.least}` : ''}`);
export const course = (id: string) => api<Point[]>('GET', `/alarms/${id}/course`);
export const acknowledge = (id: string) => api<Alarm>('POST', `/alarms/${id}/acknowledge`);
export const close = (id: string) => api<Alarm>('POST', `/alarms/${id}/close`);
export const reopen = (id: string) => api<Alarm>('POST', `/alarms/${id}/reopen`);
export const mute = (id: string, until?: Date) => api<Alarm>('PUT', `/alarms/${id}/mute`, { body: until ? { until: until.toISOString() } : {} });
export const toReview = async (id: string) => (await api<{ review: string }>('POST', `/alarms/${id}/review`)).review;
