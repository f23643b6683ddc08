import { api } from '../common/api';

export interface Entry {
  number: number;
  id: string;
  at: string;
  kind: string;
  actor?: string;
  address?: string;
  subject: string;
  details: Record<string, string>;
  hash: string;
}

export interface Page {
  entries: Entry[];
  next?: number;
}

export interface Person {
  id: string;
  name: string;
  login: string;
}

/** '' is any; days as 2026-11-30, of the company. */
export interface Filter {
  kind: string;
  actor: string;
  subject: string;
  from: string;
  to: string;
}

export interface Verdict {
  whole: boolean;
  rows: number;
  broken?: number;
  head: string;
}

export const ANY: Filter = { kind: '', actor: '', subject: '', from: '', to: '' };

export function list(filter: Filter, before?: number): Promise<Page> {
  const wanted = query(filter);
  if (before) wanted.set('before', String(before));
  return api('GET', `/audit?${wanted}`);
}

export function people(): Promise<Person[]> {
  return api('GET', '/staff');
}

export function verify(): Promise<Verdict> {
  return api('POST', '/audit/verify');
}

export function exported(filter: Filter, format: 'jsonl' | 'cef'): string {
  return `/api/v1/audit/export.${format}?${query(filter)}`;
}

function query(filter: Filter): URLSearchParams {
  return new URLSearchParams(Object.entries(filter).filter(([, value]) => value !== ''));
}
