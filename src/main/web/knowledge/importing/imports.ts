import { api } from '../../common/api';
import type { Content } from '../articles';

export const OUTCOMES = ['NEW', 'CHANGED', 'CONTRADICTS', 'ERROR', 'DUPLICATE', 'SAME'] as const;
export type Outcome = (typeof OUTCOMES)[number];
export const FIELDS = [
  'QUESTION',
  'ANSWER',
  'PHRASINGS',
  'TOPIC',
  'TAGS',
  'VALID_FROM',
  'VALID_TO',
  'AUDIENCE',
  'PRODUCT',
  'ID',
  'BASE',
  'VARIANTS',
] as const;

/** A table of a file: its headers, what its columns hold, its first rows. */
export interface Grid {
  file: string;
  sheet: string;
  headers: string[];
  fields: string[];
  sample: string[][];
  key: string;
}

export interface Batch {
  id: string;
  state: 'PREVIEW' | 'APPLIED' | 'UNDONE';
  author: string;
  madeAt: string;
  appliedAt?: string | null;
  undoneAt?: string | null;
  files: string[];
  counts: Record<Outcome, number>;
  notes: { file: string; words: string }[];
  grids: Grid[];
  undoable: number;
}

export interface Item {
  position: number;
  file: string;
  sheet: string;
  row: number;
  outcome: Outcome;
  question: string;
  detail: string;
  before?: Content | null;
  after?: Content | null;
  article?: string | null;
}

export interface Undone {
  discarded: number;
  removed: number;
  kept: number;
}

export const ROWS = 50;

export const total = (batch: Batch) => OUTCOMES.reduce((sum, one) => sum + (batch.counts[one] ?? 0), 0);
export const drafts = (batch: Batch) => batch.counts.NEW + batch.counts.CHANGED + batch.counts.CONTRADICTS;

/** What importing the file would do; `to` is a preview that it is added to. */
export function preview(file: File, to?: string): Promise<Batch> {
  const query = new URLSearchParams({ name: file.name, ...(to ? { to } : {}) });
  return api<Batch>('POST', `/knowledge-imports?${query}`, {
    body: file,
    headers: { 'Content-Type': 'application/octet-stream' },
  });
}

export const earlier = () => api<Batch[]>('GET', '/knowledge-imports');

export function rows(id: string, outcome: Outcome | '', page: number): Promise<{ items: Item[]; total: number }> {
  const query = new URLSearchParams({ page: String(page), size: String(ROWS), ...(outcome ? { outcome } : {}) });
  return api('GET', `/knowledge-imports/${id}/rows?${query}`);
}

export const setColumns = (id: string, key: string, fields: string[]) =>
  api<Batch>('PUT', `/knowledge-imports/${id}/columns`, { body: { key, fields } });

export const apply = (id: string) => api<Batch>('POST', `/knowledge-imports/${id}/apply`);
export const undo = (id: string) => api<Undone>('POST', `/knowledge-imports/${id}/undo`);
export const markedAddress = (id: string, file: string) =>
  `/api/v1/knowledge-imports/${id}/marked?file=${encodeURIComponent(file)}`;
