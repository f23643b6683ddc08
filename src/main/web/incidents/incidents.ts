import { api } from '../common/api';

export interface Measures {
  firstNoticeSeconds?: number;
  targetSeconds: number;
  told: number;
  askedBot: number;
  deflected: number;
  repeated: number;
  recoveryTold: number;
  tickets: number;
}

/** What is declared; lists of what people say. */
export interface Form {
  level: number;
  cause: string;
  regions: string[];
  products: string[];
  words: string[];
  except: string[];
  articles: string[];
  banner: boolean;
  drill: boolean;
  eta: string | null;
}

export interface Incident extends Form {
  id: string;
  eta: string | null;
  overdue: boolean;
  declaredAt: string;
  declaredBy: string;
  recoveredAt?: string;
  /** What a customer whom it concerns is told now. */
  says: string;
  measures?: Measures;
}

export interface Preview {
  sure: number;
  maybe: number;
  elsewhere: number;
  examples: { conversation: string; customer?: string; words: string; affected: 'YES' | 'MAYBE' | 'NO' }[];
  says: string;
}

export interface Life {
  steps: { kind: 'DECLARED' | 'CHANGED' | 'RENEWED' | 'OVERDUE' | 'SWEPT' | 'RECOVERED' | 'ENDED'; at: string; by?: string; details: string }[];
  tickets: { id: string; number: number; title: string; state: string }[];
}

export const incidents = () => api<Incident[]>('GET', '/incidents');
export const preview = (form: Form) => api<Preview>('POST', '/incidents/preview', { body: form });
export const declare = (form: Form) => api<Incident>('POST', '/incidents', { body: form });
export const change = (id: string, form: Form) => api<Incident>('PUT', `/incidents/${id}`, { body: form });
export const renew = (id: string, eta: string | null) => api<Incident>('PUT', `/incidents/${id}/eta`, { body: { eta } });
export const recover = (id: string) => api<Incident>('POST', `/incidents/${id}/recovery`);
export const life = (id: string) => api<Life>('GET', `/incidents/${id}`);

export const EMPTY: Form = { level: 2, cause: '', regions: [], products: [], words: [], except: [], articles: [], banner: false, drill: false, eta: null };

export function formOf({ level, cause, regions, products, words, except, articles, banner, drill, eta }: Incident): Form {
  return { level, cause, regions, products, words, except, articles, banner, drill, eta: eta ?? null };
}

/** Several, as people write them one after another. */
export function listOf(text: string): string[] {
  return text
    .split(/[、，,;；\n]+/)
    .map((one) => one.trim())
    .filter(Boolean);
}

/** As `datetime-local` wants it, in the browser's zone. */
export function local(eta: string | null): string {
  if (!eta) return '';
  const at = new Date(eta);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

export function instant(value: string): string | null {
  return value ? new Date(value).toISOString() : null;
}
