import { api } from '../common/api';
import type { Brand, Topic } from '../common/brand';
import type { Language } from '../common/i18n/language';

/** What an administrator writes in one language; empty for neutral words. */
export interface Words {
  operator: string;
  assistant: string;
  label: string;
  scope: string;
  greeting: string;
  questions: string[];
}

/** The brand as it is stored. */
export interface Stored {
  chinese: Words;
  english: Words;
  shortName: string;
  hotline: string;
  avatar?: string;
  accent?: string;
  bubble?: string;
  topics: Topic[];
  languages: Language[];
  example: boolean;
  /** By which the company lives, as IANA names it. */
  zone: string;
}

export interface Version {
  version: number;
  brand: Stored;
}

export interface Change extends Version {
  at: string;
  by?: string;
}

export function settings(): Promise<Version> {
  return api<Version>('GET', '/brand-settings');
}

/** Throws ApiError 409 when somebody else was faster. */
export function change(known: number, brand: Stored): Promise<Version> {
  return api<Version>('PUT', '/brand-settings', { body: { known, brand } });
}

export function preview(brand: Stored): Promise<Brand> {
  return api<Brand>('POST', '/brand-settings/preview', { body: brand });
}

export function history(): Promise<Change[]> {
  return api<Change[]>('GET', '/brand-settings/history');
}
