import { api } from '../common/api';

export interface Hold {
  reason?: string;
  at: string;
}

export interface Subject {
  id: string;
  name?: string;
  externalId?: string;
  since: string;
  conversations: number;
  hold?: Hold;
}

export interface Line {
  name: string;
  found: number;
  done: number;
  kept: number;
  why?: string;
}

export interface Report {
  id: string;
  what: 'export' | 'erasure' | 'retention';
  customer?: string;
  at: string;
  lines: Line[];
}

export function find(words: string): Promise<Subject[]> {
  return api('GET', `/privacy/customers?q=${encodeURIComponent(words)}`);
}

export function look(id: string): Promise<{ customer: Subject; found: Line[] }> {
  return api('GET', `/privacy/customers/${id}`);
}

export function hold(id: string, reason: string): Promise<void> {
  return api('PUT', `/privacy/customers/${id}/hold`, { body: { reason } });
}

export function lift(id: string): Promise<void> {
  return api('DELETE', `/privacy/customers/${id}/hold`);
}

export function erase(id: string): Promise<Report> {
  return api('DELETE', `/privacy/customers/${id}?confirm=${id}`);
}

export function exported(id: string): string {
  return `/api/v1/privacy/customers/${id}/export`;
}

export function reports(): Promise<Report[]> {
  return api('GET', '/privacy/reports');
}

export function retention(): Promise<Record<string, number>> {
  return api('GET', '/privacy/retention');
}

export function sum(lines: Line[], of: 'found' | 'done' | 'kept'): number {
  return lines.reduce((all, line) => all + line[of], 0);
}
