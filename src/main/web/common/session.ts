import { api, ApiError } from './api';

/** What somebody may do, as the server's list has it. */
export type Right =
  | 'ANSWER'
  | 'TICKETS'
  | 'READ_ALL'
  | 'SUPERVISE'
  | 'REVEAL'
  | 'ROUTING'
  | 'EDIT'
  | 'PUBLISH'
  | 'STAFF'
  | 'SETTINGS'
  | 'INTEGRATIONS'
  | 'AUDIT'
  | 'PRIVACY';

export interface SignedIn {
  id: string;
  login: string;
  name: string;
  /** By name: AGENT, EDITOR, SUPERVISOR, ADMIN, or the company's own. */
  roles: string[];
  rights: Right[];
  mustChangePassword: boolean;
  mustSetUpSecondFactor: boolean;
}

/** The pages of staff, by their addresses: where somebody who signs in may be led back to. */
export const STAFF_PAGES = [
  'agent',
  'supervise',
  'incidents',
  'cockpit',
  'alarms',
  'reports',
  'tickets',
  'ticket-kinds',
  'ratings',
  'scores',
  'calibration',
  'knowledge',
  'why',
  'routing',
  'wishes',
  'gaps',
  'usefulness',
  'staff',
  'account',
  'brand',
  'integrations',
  'wechat',
  'start',
  'audit',
  'privacy',
] as const;

export type StaffPage = (typeof STAFF_PAGES)[number];

/** One of these at least. */
export function has(staff: SignedIn, ...rights: Right[]): boolean {
  return rights.some((right) => staff.rights.includes(right));
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

/** For whom each page is: one of these rights at least; `account` is everybody's. */
const PAGES: Record<StaffPage, Right[]> = {
  agent: ['ANSWER', 'READ_ALL'],
  supervise: ['SUPERVISE'],
  incidents: ['SUPERVISE'],
  cockpit: ['SUPERVISE'],
  alarms: ['SUPERVISE'],
  reports: ['SUPERVISE', 'SETTINGS'],
  tickets: ['TICKETS'],
  'ticket-kinds': ['ROUTING'],
  ratings: ['ANSWER', 'SUPERVISE'],
  scores: ['ANSWER', 'SUPERVISE'],
  calibration: ['SUPERVISE'],
  knowledge: ['EDIT'],
  why: ['EDIT', 'READ_ALL'],
  routing: ['ROUTING'],
  wishes: ['EDIT', 'SUPERVISE'],
  gaps: ['EDIT'],
  usefulness: ['EDIT'],
  staff: ['STAFF', 'SUPERVISE', 'ROUTING'],
  account: [],
  brand: ['SETTINGS'],
  integrations: ['INTEGRATIONS'],
  wechat: ['INTEGRATIONS'],
  start: ['SETTINGS'],
  audit: ['AUDIT'],
  privacy: ['PRIVACY'],
};

export function opens(staff: SignedIn, page: StaffPage): boolean {
  return page === 'account' || has(staff, ...PAGES[page]);
}

/** Those of the bar, in its order. */
export const BAR = ['agent', 'supervise', 'cockpit', 'alarms', 'reports', 'tickets', 'ratings', 'scores', 'knowledge', 'why', 'incidents', 'routing', 'staff', 'brand', 'audit', 'privacy'] as const;

/** The page somebody with these rights works on. */
export function homeOf(staff: SignedIn): string {
  if (has(staff, 'ANSWER')) return '/agent';
  return `/${(['supervise', 'knowledge', 'tickets', 'agent', 'staff', ...BAR] as const).find((page) => opens(staff, page)) ?? 'account'}`;
}
