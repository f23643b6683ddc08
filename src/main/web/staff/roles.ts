import { api, ApiError, words } from '../common/api';
import type { Right } from '../common/session';
import { t } from './role-text';

/** In the order in which they are shown. */
export const RIGHTS: Right[] = [
  'ANSWER',
  'TICKETS',
  'EDIT',
  'PUBLISH',
  'READ_ALL',
  'SUPERVISE',
  'REVEAL',
  'ROUTING',
  'STAFF',
  'SETTINGS',
  'INTEGRATIONS',
  'AUDIT',
  'PRIVACY',
];

export interface Role {
  id: string;
  name: string;
  rights: Right[];
  /** Every installation has it, and nobody changes it. */
  builtIn: boolean;
  /** Names of those who have it. */
  holders: string[];
}

export interface Roles {
  roles: Role[];
  /** What whoever asks may give to colleagues. */
  givable: Right[];
}

/** What goes along with a right, as the server adds it. */
export const ALONG: Partial<Record<Right, Right>> = { SUPERVISE: 'READ_ALL', PUBLISH: 'EDIT' };

export function roles(): Promise<Roles> {
  return api<Roles>('GET', '/roles');
}

export function save(id: string | undefined, name: string, rights: Right[]): Promise<Role> {
  return api<Role>(id ? 'PUT' : 'POST', id ? `/roles/${id}` : '/roles', { body: { name, rights } });
}

export function remove(id: string): Promise<void> {
  return api('DELETE', `/roles/${id}`);
}

/** What the server says no to, in words. */
export function refusal(failure: unknown): string {
  const kind = failure instanceof ApiError ? failure.problem?.type?.split(':').at(-1) : '';
  switch (kind) {
    case 'rights-not-yours':
      return t('notYours');
    case 'last-staff-manager':
      return t('lastManager');
    case 'role-in-use':
      return t('inUse');
    default:
      return words(failure);
  }
}
