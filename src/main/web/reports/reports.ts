import { api } from '../common/api';
import { language } from '../common/i18n/language';
import type { Kind } from '../cockpit/figures';

export interface Report {
  id: string;
  kind: 'MONTH' | 'QUARTER';
  /** `2026-11` or `2026-Q4`. */
  period: string;
  from: string;
  to: string;
  state: 'MAKING' | 'READY' | 'FAILED';
  /** Percent. */
  progress: number;
  madeAt: string;
  /** Absent: by itself. */
  madeBy?: string;
}

export interface Cell {
  text: string;
  href?: string;
  tone: '' | 'number' | 'good' | 'bad';
}

export interface Table {
  title: string;
  head: string[];
  rows: Cell[][];
}

export interface Column {
  name: string;
  value?: number;
  text: string;
  href: string;
}

export interface Chart {
  title: string;
  kind: Kind;
  /** 0 to 1. */
  target?: number;
  columns: Column[];
}

export interface Section {
  title: string;
  texts: string[];
  charts: Chart[];
  tables: Table[];
}

export interface Paper {
  title: string;
  days: string;
  notes: string[];
  sections: Section[];
}

export interface Schedule {
  month: boolean;
  quarter: boolean;
  recipients: string[];
  language: 'zh' | 'en';
}

/** Whether a mail server is named, and what it said of the last report that did not reach all. */
export interface Standing {
  schedule: Schedule;
  mail: boolean;
  failure?: string;
}

export function standing(): Promise<Standing> {
  return api('GET', '/quality-report-schedule');
}

export function plan(schedule: Schedule): Promise<Standing> {
  return api('PUT', '/quality-report-schedule', { body: schedule });
}

export function reports(): Promise<Report[]> {
  return api('GET', '/quality-reports');
}

export function make(period: string): Promise<Report> {
  return api('POST', '/quality-reports', { body: { period } });
}

export function paper(id: string): Promise<Paper> {
  return api('GET', `/quality-reports/${id}/paper?language=${language()}`);
}

export function remove(id: string): Promise<void> {
  return api('DELETE', `/quality-reports/${id}`);
}

export function pdf(id: string): string {
  return `/api/v1/quality-reports/${id}/pdf?language=${language()}`;
}

/** Months and quarters that have begun, the latest first: this one, and the dozen before it. */
export function periods(today: string, kind: Report['kind']): string[] {
  const [year, month] = today.split('-').map(Number) as [number, number];
  const names: string[] = [];
  if (kind === 'MONTH') {
    for (let i = 0; i <= 12; i++) {
      const at = year * 12 + month - 1 - i;
      names.push(`${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`);
    }
  } else {
    for (let i = 0; i <= 6; i++) {
      const at = year * 4 + Math.floor((month - 1) / 3) - i;
      names.push(`${Math.floor(at / 4)}-Q${(at % 4) + 1}`);
    }
  }
  return names;
}
