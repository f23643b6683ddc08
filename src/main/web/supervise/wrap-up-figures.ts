import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { api } from '../common/api';
import { cssText } from '../common/css-text';
import { YiwenElement } from '../common/element';
import { base } from '../common/styles';
import { length } from '../common/time';
import { t } from './wrap-up-figures-text';

interface Day {
  /** `2026-11-22` */
  day: string;
  confirmed: number;
  seconds?: number;
  changed?: number;
}

/** GET /supervision/wrap-ups */
export interface WrapUpFiguresOf {
  days: Day[];
  filed: number;
  enough: number;
}

export function wrapUpFigures(): Promise<WrapUpFiguresOf> {
  return api('GET', '/supervision/wrap-ups');
}

/** `<yw-wrap-up-figures .figures=${figures}>`: how long agents write after a conversation, and how much, a line a day. */
@customElement('yw-wrap-up-figures')
export class WrapUpFigures extends YiwenElement {
  @property({ attribute: false }) figures?: WrapUpFiguresOf;

  static styles = [
    base,
    css`
      :host {
        display: grid;
        gap: var(--yw-space-2);
        padding: var(--yw-space-3) var(--yw-space-4);
        border-top: 1px solid var(--yw-line);
      }
      h2 {
        font-size: var(--yw-text-m);
      }
      table {
        width: 100%;
        border-collapse: collapse;
        font-variant-numeric: tabular-nums;
      }
      th,
      td {
        padding: var(--yw-space-1) var(--yw-space-2) var(--yw-space-1) 0;
        text-align: left;
        font-weight: normal;
        white-space: nowrap;
      }
      thead th {
        color: var(--yw-ink-2);
        font-size: var(--yw-text-s);
        white-space: normal;
      }
      .bar {
        display: block;
        height: 4px;
        margin-top: 2px;
        border-radius: 2px;
        background: var(--yw-accent);
      }
    `,
  ];

  render() {
    const { figures } = this;
    if (!figures) return nothing;
    const { days, filed, enough } = figures;
    const longest = Math.max(1, ...days.map((one) => one.seconds ?? 0));
    return html`
      <h2>${t('heading')}</h2>
      ${days.length === 0
        ? html`<p class="hint">${t('none')}</p>`
        : html`<table>
            <thead>
              <tr><th scope="col">${t('day')}</th><th scope="col">${t('confirmed')}</th><th scope="col">${t('seconds')}</th><th scope="col">${t('changed')}</th></tr>
            </thead>
            <tbody>
              ${days.map(
                (one) => html`<tr>
                  <th scope="row">${one.day.slice(5)}</th>
                  <td>${one.confirmed}</td>
                  <td>${this.measure(one.seconds, (one.seconds ?? 0) / longest, (it) => length(Math.round(it)))}</td>
                  <td>${this.measure(one.changed, one.changed ?? 0, (it) => `${Math.round(100 * it)}%`)}</td>
                </tr>`,
              )}
            </tbody>
          </table>`}
      <p class="hint">${filed < enough ? t('rules', { n: filed, enough }) : t('learnt', { n: filed })}</p>
    `;
  }

  private measure(value: number | undefined, share: number, words: (value: number) => string) {
    return value === undefined
      ? '–'
      : html`${words(value)}<span class="bar" .style=${cssText({ width: `${Math.max(2, Math.round(100 * share))}%` })}></span>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'yw-wrap-up-figures': WrapUpFigures;
  }
}
