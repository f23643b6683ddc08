import { api } from '../common/api';
import type { Right } from '../common/session';

export interface Member {
  id: string;
  login: string;
  name: string;
  roles: string[];
  rights: Right[];
  active: boolean;
  mustChangePassword: boolean;
  secondFactor: boolean;
  /** Null for somebody who never did; absent where only the change was answered. */
  lastSignInAt?: string | null;
}

export function members(): Promise<Member[]> {
  return api<Member[]>('GET', '/staff');
}

export function create(login: string, name: string, roles: string[]): Promise<{ staff: Member; oneTimePassword: string }> {
  return api('POST', '/staff', { body: { login, name, roles } });
}

/** What is left out stays as it is. Changing roles or activity ends the person's sessions. */
export function change(id: string, part: Partial<Pick<Member, 'name' | 'roles' | 'active'>>): Promise<Member> {
  return api<Member>('PATCH', `/staff/${id}`, { body: part });
}

export function resetPassword(id: string): Promise<{ oneTimePassword: string }> {
  return api('POST', `/staff/${id}/password`);
}

/** Signs the person out everywhere. */
export function endSessions(id: string): Promise<void> {
  return api('DELETE', `/staff/${id}/sessions`);
}

/** For somebody who lost theirs; ends their sessions, too. */
export function resetSecondFactor(id: string): Promise<void> {
  return api('DELETE', `/staff/${id}/second-factor`);
}
