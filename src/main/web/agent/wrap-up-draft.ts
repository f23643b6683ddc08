import { clock, instantOf } from '../common/zone';

/** GET /conversations/{id}/wrap-up */
export interface Draft {
  category?: string;
  note: Note;
  tags: string[];
  facts: { kind: 'AMOUNT' | 'TIME' | 'NUMBER'; value: string }[];
  ticket?: { kind: string; due?: string };
  callBackAt?: string;
  disposition?: string;
  customer?: string;
  /** In a sentence. */
  problem: string;
  /** The number to call back. */
  contact?: string;
  /** Somebody was in danger. */
  urgent: boolean;
  tickets: { number: number; title: string; here: boolean }[];
  /** Asked again, it may say more. */
  composing: boolean;
}

export interface Note {
  problem: string;
  cause: string;
  done: string;
  promised: { text: string; due?: string }[];
  open: string[];
}

/** What the agent confirms. */
export interface Closing {
  disposition: string;
  category: string | null;
  summary: string;
  cause: string;
  notes: string;
  promised: string[];
  open: string[];
  tags: string[];
  callBackAt: string | null;
  /** The last message that the agent has read. */
  lastSeq: number;
}

/** What the form's fields are filled with, by their names. */
export function values(draft: Draft): Record<string, string> {
  const { note } = draft;
  return {
    category: draft.category ?? '',
    summary: note.problem,
    cause: note.cause,
    notes: note.done,
    promised: note.promised.map((one) => one.text).join('\n'),
    open: note.open.join('\n'),
    callBackAt: draft.callBackAt ? clock(new Date(draft.callBackAt)).toISOString().slice(0, 16) : '',
  };
}

export function lines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .slice(0, 10);
}

/** A field's moment by the company's clock; null when it is empty. */
export function moment(local: string): string | null {
  return local ? instantOf(local).toISOString() : null;
}

export function saysNothing(draft: Draft): boolean {
  return !draft.category && !Object.values(values(draft)).some(Boolean);
}
