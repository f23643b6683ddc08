import { api } from '../common/api';
import { language } from '../common/i18n/language';
import type { TicketFile } from './attachments';
import type { Label } from './kinds';

/** Ids, of a kind and of a step in it. */
export type Kind = string;
export type Step = string;
export type Show = 'open' | 'mine' | 'unowned' | 'soon' | 'overdue' | 'answered' | 'resolved' | 'all';
export type What =
  | 'MERGED' | 'ABSORBED' | 'SPLIT'
  | 'OPENED' | 'TAKEN' | 'ASSIGNED' | 'RELEASED' | 'PRIORITY' | 'COMMENTED' | 'REPLIED' | 'ANSWERED' | 'STEP_MET' | 'DUE_SOON' | 'OVERDUE' | 'RESOLVED' | 'REOPENED';

export type Priority = 'LOW' | 'NORMAL' | 'HIGH' | 'URGENT';
export type Sort = 'due' | 'priority' | 'newest';

export const PRIORITIES: Priority[] = ['URGENT', 'HIGH', 'NORMAL', 'LOW'];
export const SORTS: Sort[] = ['due', 'priority', 'newest'];
export const SHOWS: Show[] = ['open', 'mine', 'unowned', 'answered', 'soon', 'overdue', 'resolved', 'all'];

export interface Person {
  id: string;
  name: string;
}

export interface Due {
  step: Step;
  label: Label;
  warnAt: string;
  dueAt: string;
  metAt?: string;
  /** Its time stood still while nobody worked. */
  working: boolean;
}

export interface Ticket {
  id: string;
  number: number;
  kind: Kind;
  /** As it was called when the ticket was opened. */
  kindLabel: Label;
  title: string;
  details: string;
  state: 'OPEN' | 'IN_PROGRESS' | 'WAITING' | 'RESOLVED';
  priority: Priority;
  /** Since when its time stands still: the customer is to answer. */
  waitingSince?: string;
  owner?: Person;
  customer?: { id: string; name?: string };
  conversationId?: string;
  contact?: string;
  openedBy?: Person;
  openedAt: string;
  resolvedAt?: string;
  resolution?: string;
  /** The ticket that goes on in its place. */
  mergedInto?: { id: string; number: number };
  /** The customer wrote what the owner has not read. */
  unread: boolean;
  fields: { id: string; label: Label; value: string }[];
  steps: Due[];
}

export interface Whole {
  ticket: Ticket;
  history: { at: string; ofTicket?: number; what: What; staff?: Person; step?: Step; words?: string; files: TicketFile[] }[];
}

export interface Counts {
  open: number;
  unowned: number;
  soon: number;
  overdue: number;
}

export interface Filter {
  show: Show;
  kind: Kind;
  priority: Priority | '';
  sort: Sort;
  q: string;
}

export interface NewTicket {
  kind: Kind;
  priority?: Priority;
  title: string;
  details?: string;
  contact?: string;
  conversationId?: string;
  fields?: Record<string, string>;
}

export type Act = 'take' | 'assign' | 'release' | 'priority' | 'comments' | 'replies' | 'resolve' | 'reopen' | 'merge' | 'split' | `steps/${Step}`;

export function list(filter: Filter): Promise<{ now: string; counts: Counts; tickets: Ticket[] }> {
  return api('GET', `/tickets?${asked(filter)}`);
}

function asked(filter: Filter): URLSearchParams {
  const wanted = new URLSearchParams({ show: filter.show, sort: filter.sort, q: filter.q });
  if (filter.kind) wanted.set('kind', filter.kind);
  if (filter.priority) wanted.set('priority', filter.priority);
  return wanted;
}

/** The address of the list as a table. */
export function sheet(filter: Filter): string {
  const wanted = asked(filter);
  wanted.set('language', language());
  return `/api/v1/tickets/export?${wanted}`;
}

/** Of one customer, or of whose the conversation is; the newest first. */
export async function ofCustomer(whose: { customer: string } | { conversation: string }): Promise<Ticket[]> {
  const wanted = new URLSearchParams({ show: 'all', sort: 'newest', ...whose });
  return (await api<{ tickets: Ticket[] }>('GET', `/tickets?${wanted}`)).tickets;
}

export function read(id: string): Promise<Whole> {
  return api('GET', `/tickets/${id}`);
}

export function open(ticket: NewTicket): Promise<Ticket> {
  return api('POST', '/tickets', { body: ticket });
}

export function act(id: string, what: Act, body?: object): Promise<Whole> {
  return api('POST', `/tickets/${id}/${what}`, { body });
}

/** The owner has read what the customer wrote. */
export function markRead(id: string): Promise<void> {
  return api('POST', `/tickets/${id}/read`);
}

export function colleagues(): Promise<Person[]> {
  return api('GET', '/tickets/colleagues');
}

export function nextDue(ticket: Ticket): Due | undefined {
  return ticket.state === 'RESOLVED' ? undefined : ticket.steps.find((one) => !one.metAt);
}
