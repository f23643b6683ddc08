import { api } from '../../common/api';
import { filterQuery, type Filter } from '../articles';

export type BulkKind = 'RETAG' | 'VALIDITY' | 'SUBMIT' | 'RETIRE';

export interface BulkChange {
  id: string;
  kind: BulkKind;
  by: string;
  at: string;
  changed: number;
  /** Not undone. */
  left: number;
  undoneBy?: string | null;
  undoneAt?: string | null;
}

export interface Outcome {
  change?: BulkChange | null;
  changed: number;
  passedOver: number;
}

/** Those that were picked, or all that match; `expected` as many as were seen. */
export interface Picked {
  articles: string[] | null;
  expected: number;
}

export interface Wanted {
  kind: BulkKind;
  addTags?: string[];
  removeTags?: string[];
  validFrom?: string | null;
  validTo?: string | null;
  reason?: string;
}

export const applyToMany = (filter: Filter, picked: Picked, wanted: Wanted) =>
  api<Outcome>('POST', `/articles/bulk?${filterQuery(filter)}`, { body: { ...picked, ...wanted } });

export const recentChanges = () => api<BulkChange[]>('GET', '/articles/changes');
export const undoChange = (id: string) => api<Outcome>('POST', `/articles/changes/${id}/undo`);
