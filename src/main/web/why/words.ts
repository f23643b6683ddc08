import { html, nothing, type TemplateResult } from 'lit';
import { known, t } from './i18n';

const TONES: Record<string, string> = { answer: 'ok', clarify: 'warn', handoff: 'urgent', trouble: 'urgent' };

export function decisionBadge(decision?: string | null): TemplateResult | typeof nothing {
  return decision ? html`<span class="badge ${TONES[decision] ?? ''}">${named('decision_', decision)}</span>` : nothing;
}

/** The word for what the server calls `name`; a name that this page does not know yet is shown as it is. */
export function named(prefix: string, name?: string | null): string {
  const key = `${prefix}${name ?? ''}`;
  return known(key) ? t(key) : (name ?? '');
}

export function percentage(share?: number | null): string {
  return share === undefined || share === null ? '–' : `${(share * 100).toFixed(unsaid(share) ? 1 : 0)}%`;
}

/** Near certainty and near nothing are neither. */
function unsaid(share: number): boolean {
  return (share > 0 && share < 0.005) || (share > 0.995 && share < 1);
}

export function figure(value?: number | null): string {
  if (value === undefined || value === null) return '–';
  const size = Math.abs(value);
  return value.toFixed(Number.isInteger(value) ? 0 : size >= 100 ? 0 : size >= 10 ? 1 : 3);
}

export function milliseconds(value: number): string {
  return `${value.toFixed(value >= 100 ? 0 : value >= 10 ? 1 : 2)} ms`;
}
