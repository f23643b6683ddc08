import { property } from 'lit/decorators.js';
import { YiwenElement } from '../common/element';
import type { Plan } from './plan';

/** A part of the page that shows the plan and tells of a changed one. */
export class PlanPart extends YiwenElement {
  @property({ attribute: false }) plan!: Plan;

  protected put(part: Partial<Plan>): void {
    this.tell('plan', { ...this.plan, ...part });
  }
}

/** What an input holds. */
export const valueOf = (event: Event): string => (event.target as HTMLInputElement).value;

/** A whole number, or 0. */
export const numberOf = (event: Event): number => Math.trunc(Number(valueOf(event))) || 0;

/** Words that commas or spaces separate. */
export const listOf = (event: Event): string[] => valueOf(event).split(/[,，、\s]+/).filter(Boolean);

/** With `item` in it or without. */
export function toggled<T>(all: T[], item: T, there: boolean): T[] {
  return there ? [...all.filter((it) => it !== item), item] : all.filter((it) => it !== item);
}

/** With the item at `index` replaced, or taken out when there is none. */
export function replaced<T>(all: T[], index: number, item?: T): T[] {
  return all.flatMap((it, i) => (i !== index ? [it] : item === undefined ? [] : [item]));
}
