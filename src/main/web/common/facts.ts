import { labelIn, type Label } from './labels';
import { groupTime, relative, timeElement } from './time';
import { html, nothing } from 'lit';

/** A live fact, as the server shows it, with its own labels. */
export interface FactView {
  fact: string;
  label: Label;
  /** Of `late`: it will come, ask again. */
  state: 'known' | 'unknown' | 'late' | 'broken';
  why?: 'down' | 'slow' | 'refused' | 'garbled' | 'paused';
  readAt?: string;
  fields: ShownField[];
}

export interface ShownField {
  name: string;
  label: Label;
  kind: 'TEXT' | 'TEXTS' | 'NUMBER' | 'MONEY' | 'DATE' | 'TIME' | 'STATE' | 'LIST';
  unit?: string;
  value?: string | number | string[] | ShownState;
  columns?: ShownField[];
  rows?: ShownField[][];
}

export interface ShownState {
  code: string;
  label: Label;
  tone: 'GOOD' | 'WARN' | 'BAD';
}

/** Of what was, how long ago; of what will be, when. */
export function momentElement(at: string) {
  return timeElement(at, (date) => (date.getTime() > Date.now() ? groupTime(date) : relative(date)));
}

/** One value as people read it; a state has a dot and its word. */
export function valueOf(field: ShownField) {
  const { value } = field;
  if (value === undefined || value === null) return nothing;
  switch (field.kind) {
    case 'STATE': {
      const state = value as ShownState;
      return html`<span class="state ${state.tone}"><span class="dot" aria-hidden="true"></span>${labelIn(state.label)}</span>`;
    }
    case 'MONEY':
      return html`¥${Number(value).toFixed(2)}`;
    case 'NUMBER':
      return html`${value}${field.unit ? ` ${field.unit}` : ''}`;
    case 'TIME':
      return momentElement(value as string);
    case 'TEXTS':
      return (value as string[]).join('、');
    default:
      return String(value);
  }
}
