import type { FactView } from '../common/facts';
import type { Waiting } from '../common/frames';
import type { Label } from '../common/labels';

/** Who is calling: GET /conversations/{id}/caller. */
export interface CallerScreen {
  name?: string;
  number?: string;
  tier: number;
  since: string;
  marks: Waiting['marks'];
  wants: ProbableWant[];
  tickets: { id: string; number: number; kind: Label; title: string; state: 'OPEN' | 'IN_PROGRESS' | 'WAITING' | 'RESOLVED'; openedAt: string; due?: string; late: boolean }[];
  promises: { what: Label; until?: string; ticket?: number; late: boolean }[];
  contacts: { conversationId: string; channel: string; openedAt: string; disposition?: string; served: boolean; open: boolean; words: string }[];
  facts: FactView[];
  /** Some facts are still to come. */
  more: boolean;
}

export interface ProbableWant {
  kind:
    | 'OUTAGE'
    | 'LINE_DOWN'
    | 'TICKET_LATE'
    | 'PROMISE_DUE'
    | 'LINE_UNSTABLE'
    | 'REPAIR'
    | 'AGAIN'
    | 'TICKET_OPEN'
    | 'BILL_HIGHER'
    | 'BILL_ISSUED'
    | 'DATA_USED_UP';
  what?: string;
  at?: string;
  day?: string;
  amount?: number;
  ticket?: number;
}
