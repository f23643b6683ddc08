import { api } from '../common/api';
import type { Priority, Ticket } from './tickets';

export type BulkWhat = 'TAKE' | 'ASSIGN' | 'RELEASE' | 'PRIORITY' | 'RESOLVE' | 'REOPEN';

export type Why = 'RESOLVED' | 'NOT_RESOLVED' | 'OWNED' | 'UNOWNED' | 'NOT_YOURS' | 'STEP_DONE' | 'NO_CUSTOMER' | 'NO_ASSIGNEE';

export interface BulkChange {
  what: BulkWhat;
  staffId?: string;
  priority?: Priority;
  words?: string;
}

export interface Outcome {
  id: string;
  done: boolean;
  why?: Why;
}

export function bulk(tickets: string[], change: BulkChange): Promise<Outcome[]> {
  return api('POST', '/tickets/bulk', { body: { tickets, ...change } });
}

/** What makes them what they were, each as it was read before; nothing of what was unchanged. */
export function inverse(before: Ticket[], change: BulkChange, reason: string): [string[], BulkChange][] {
  const groups = new Map<string, [string[], BulkChange]>();
  const add = (ticket: Ticket, back: BulkChange) => {
    const key = JSON.stringify(back);
    const group = groups.get(key) ?? [[], back];
    group[0].push(ticket.id);
    groups.set(key, group);
  };
  for (const ticket of before) {
    if (change.what === 'TAKE' || change.what === 'ASSIGN') {
      if (!ticket.owner) add(ticket, { what: 'RELEASE' });
      else if (ticket.owner.id !== change.staffId) add(ticket, { what: 'ASSIGN', staffId: ticket.owner.id });
    } else if (change.what === 'PRIORITY' && ticket.priority !== change.priority) {
      add(ticket, { what: 'PRIORITY', priority: ticket.priority });
    } else if (change.what === 'RESOLVE') {
      add(ticket, { what: 'REOPEN', words: reason });
    }
  }
  return [...groups.values()];
}
