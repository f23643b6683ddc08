import { api } from '../common/api';

export const KINDS = ['MP', 'MA', 'KF'] as const;

export type Kind = (typeof KINDS)[number];

export interface Account {
  id: string;
  version: number;
  kind: Kind;
  name: string;
  appId: string;
  openKfid?: string;
  enabled: boolean;
  readable: boolean;
  encrypted: boolean;
  previousKey: boolean;
  callbackPath: string;
  calledAt?: string;
  askedAt?: string;
  errorCode?: number;
  errorAt?: string;
  ownDesk: boolean;
  deskAccount?: string;
}

export interface Form {
  version: number;
  kind: Kind;
  name: string;
  appId: string;
  openKfid?: string;
  secret?: string;
  token?: string;
  aesKey?: string;
  ownDesk: boolean;
  deskAccount?: string;
}

export interface Tried {
  passed: boolean;
  code?: number | null;
  why?: string | null;
}

const PATH = '/wechat/accounts';

export function accounts(): Promise<{ keyed: boolean; accounts: Account[] }> {
  return api('GET', PATH);
}

export function save(id: string | undefined, form: Form): Promise<Account> {
  return id ? api('PUT', `${PATH}/${id}`, { body: form }) : api('POST', PATH, { body: form });
}

export function enable(id: string, enabled: boolean): Promise<Account> {
  return api('PUT', `${PATH}/${id}/enabled`, { body: { enabled } });
}

export function forgetPreviousKey(id: string): Promise<void> {
  return api('DELETE', `${PATH}/${id}/previous-key`);
}

export function remove(id: string): Promise<void> {
  return api('DELETE', `${PATH}/${id}`);
}

export function restore(id: string): Promise<Account> {
  return api('POST', `${PATH}/${id}/restoring`);
}

export function tryOut(id: string): Promise<Tried> {
  return api('POST', `${PATH}/${id}/test`);
}
