import { html, nothing, type TemplateResult } from 'lit';
import { exact } from '../common/time';
import { t } from './i18n';
import { named } from './kinds';
import { nextDue, type Due, type Ticket } from './tickets';

const MINUTE = 60_000;

/** What the server's clock is ahead of this browser's: a wrong clock must not paint a ticket late. */
let ahead = 0;

export function setServerNow(now: string): void {
  ahead = Date.parse(now) - Date.now();
}

function serverNow(): number {
  return Date.now() + ahead;
}

export type Tone = 'urgent' | 'warn' | 'ok' | '';

/** While it waits for its customer a ticket's time stands still. */
function clock(waitingSince?: string): number {
  return waitingSince ? Date.parse(waitingSince) : serverNow();
}

export function toneOf(due: Due | undefined, waitingSince?: string): Tone {
  if (!due) return '';
  const now = clock(waitingSince);
  return now >= Date.parse(due.dueAt) ? 'urgent' : now >= Date.parse(due.warnAt) ? 'warn' : 'ok';
}

/** 45 分钟, 3 小时 20 分, 2 天 4 小时 */
export function span(milliseconds: number): string {
  const minutes = Math.max(1, Math.round(Math.abs(milliseconds) / MINUTE));
  const hours = Math.floor(minutes / 60);
  if (hours < 1) return t('duration_m', { n: minutes });
  if (hours < 24) {
    const m = minutes % 60;
    return m ? t('duration_hm', { h: hours, m }) : t('duration_h', { n: hours });
  }
  const d = Math.floor(hours / 24);
  return hours % 24 ? t('duration_dh', { d, h: hours % 24 }) : t('duration_d', { n: d });
}

/** The deadline that comes first, in words and colour. */
export function timeLeft(ticket: Ticket): TemplateResult | typeof nothing {
  const due = nextDue(ticket);
  return due ? dueBadge(due, ticket.waitingSince) : nothing;
}

/** The usual one is not worth a word. */
export function priorityBadge({ priority }: Ticket): TemplateResult | typeof nothing {
  const tone = priority === 'URGENT' ? 'urgent' : priority === 'HIGH' ? 'warn' : '';
  return priority === 'NORMAL'
    ? nothing
    : html`<span class="badge ${tone}" title=${t('priority')} data-priority=${priority}>${t(`priority${priority}`)}</span>`;
}

const MET = ['RESPOND', 'PLAN', 'CALL_BACK', 'RESTORE'] as const;

/** What a button says that marks a step as done. */
export function metLabel({ step, label }: Pick<Due, 'step' | 'label'>): string {
  const known = MET.find((one) => one === step);
  return known ? t(`met${known}`) : t('metOther', { step: named(label) });
}

/** Pressing by its nature; the others are plain. */
export function kindBadge({ kind, kindLabel }: Ticket): TemplateResult {
  return html`<span class="badge ${kind === 'COMPLAINT' || kind === 'MAJOR_FAULT' ? 'accent' : ''}">${named(kindLabel)}</span>`;
}

export function dueBadge(due: Due, waitingSince?: string): TemplateResult {
  const at = Date.parse(due.dueAt);
  const title = exact(new Date(at));
  if (due.metAt) {
    const late = Date.parse(due.metAt) > at;
    return html`<span class="badge ${late ? 'urgent' : 'ok'}" title=${title}>${named(due.label)} · ${late ? t('metLate') : t('metInTime')}</span>`;
  }
  const left = at - clock(waitingSince);
  return html`<span class="badge ${toneOf(due, waitingSince)}" title=${title}
    >${named(due.label)} · ${t(left > 0 ? 'left' : 'late', { time: span(left) })}</span
  >`;
}
