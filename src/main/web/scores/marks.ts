import { css, html } from 'lit';
import { t } from './i18n';
import { SCORES, tone, type Marks } from './scores';

/** Four marks in a row; what could not be judged is a dash, never a zero. */
export function marks(it: Marks) {
  return html`<span class="marks"
    >${SCORES.map(
      (name) => html`<span class="badge ${tone(name, it[name])}">${t(name)} <b>${mark(it[name], name === 'attitude')}</b></span>`,
    )}${it.judged === undefined ? '' : html`<span class="hint">${t('judged', { share: `${Math.round(100 * it.judged)}%` })}</span>`}</span
  >`;
}

export function mark(value: number | undefined, fine = false): string {
  return value === undefined ? '–' : fine ? value.toFixed(1) : String(Math.round(value));
}

export const markStyles = css`
  .marks {
    display: inline-flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--yw-space-1) var(--yw-space-2);
  }
  .marks .badge {
    font-size: var(--yw-text-s);
  }
`;
