import { api } from '../common/api';
import { language } from '../common/i18n/language';

export interface Label {
  chinese: string;
  /** Empty where nobody wrote one. */
  english: string;
}

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

/** What something is called in the page's language. */
export function named(label: Label): string {
  return language() === 'en' && label.english ? label.english : label.chinese;
}
