import { api } from '../common/api';
import type { Label } from '../common/labels';

export { labelIn as named, type Label } from '../common/labels';

export type FieldType = 'TEXT' | 'CHOICE' | 'NUMBER' | 'DATE';

export interface KindStep {
  id: string;
  label: Label;
  minutes: number;
}

export interface KindField {
  id: string;
  label: Label;
  type: FieldType;
  required: boolean;
  choices: string[];
}

export interface KindDefinition {
  id: string;
  label: Label;
  forCustomers: boolean;
  /** `always`, `everybody` or a group of the routing plan. */
  hours: string;
  retired: boolean;
  steps: KindStep[];
  fields: KindField[];
}

export interface KindsVersion {
  version: number;
  kinds: KindDefinition[];
}

export interface KindsChange extends KindsVersion {
  at?: string;
  by?: string;
}

export function kinds(): Promise<KindsVersion> {
  return api('GET', '/ticket-kinds');
}

export function changeKinds(known: number, wanted: KindDefinition[]): Promise<KindsVersion> {
  return api('PUT', '/ticket-kinds', { body: { known, kinds: wanted } });
}

export function kindsHistory(): Promise<KindsChange[]> {
  return api('GET', '/ticket-kinds/history');
}
