import { api, ApiError } from './api';

export type RoleName = 'AGENT' | 'EDITOR' | 'SUPERVISOR' | 'ADMIN';

export interface SignedIn {
  id: string;
  login: string;
  name: string;
  roles: RoleName[];
  mustChangePassword: boolean;
  mustSetUpSecondFactor: boolean;
}

/** The pages of staff, by their addresses: where somebody who signs in may be led back to. */
export const STAFF_PAGES = [
  'agent',
  'supervise',
  'tickets',
  'ratings',
  'knowledge',
  'why',
  'routing',
  'wishes',
  'staff',
  'account',
  'brand',
  'integrations',
  'start',
  'audit',
  'privacy',
] as const;

export type StaffPage = (typeof STAFF_PAGES)[number];

/** ADMIN may do everything. */
export function has(staff: SignedIn, ...roles: RoleName[]): boolean {
  return staff.roles.includes('ADMIN') || roles.some((role) => staff.roles.includes(role));
}

/** Who is signed in; nobody, or a one-time password to be changed or a second factor to be set up: on to the login page, and never back. */
export async function requireStaff(): Promise<SignedIn> {
  try {
    const staff = await api<SignedIn>('GET', '/session');
    if (!staff.mustChangePassword && !staff.mustSetUpSecondFactor) return staff;
  } catch (failure) {
    if (!(failure instanceof ApiError) || failure.status !== 401) throw failure;
  }
  toLogin();
  return new Promise(() => {});
}

export function toLogin(): void {
  const here = location.pathname + location.search;
  location.assign(`/login?to=${encodeURIComponent(here)}`);
}

export async function signOut(): Promise<void> {
  await api('DELETE', '/session').catch(() => {});
  location.assign('/login');
}

/** The page somebody of these roles works on. */
export function homeOf(staff: SignedIn): string {
  if (has(staff, 'AGENT')) return '/agent';
  if (has(staff, 'SUPERVISOR')) return '/supervise';
  if (has(staff, 'EDITOR')) return '/knowledge';
  return '/staff';
}
