import { api } from '../common/api';

export type Scope = 'ask' | 'mention' | 'feedback';

export const SCOPES: Scope[] = ['ask', 'mention', 'feedback'];

export interface ApiKey {
  id: string;
  name: string;
  prefix: string;
  scopes: Scope[];
  createdAt: string;
  createdBy?: string | null;
  expiresAt?: string | null;
  lastUsedAt?: string | null;
}

export function keys(): Promise<ApiKey[]> {
  return api<ApiKey[]>('GET', '/api-keys');
}

/** Without days it never expires. */
export function create(name: string, scopes: Scope[], days?: number): Promise<{ key: ApiKey; secret: string }> {
  return api('POST', '/api-keys', { body: { name, scopes, days } });
}

export function revoke(id: string): Promise<void> {
  return api('DELETE', `/api-keys/${id}`);
}
