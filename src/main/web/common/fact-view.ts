import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { YiwenElement } from './element';
import { bundle } from './i18n/bundle';
import { valueOf, type FactView, type ShownField } from './facts';
import { labelIn } from './labels';
import { base } from './styles';
import { timeElement } from './time';

const t = bundle(
  {
    late: '未能及时取到，稍后补上',
    unknown: '系统里没有',
    down: '查不到：系统没有应答',
    slow: '查不到：系统没有及时回答',
    refused: '查不到：系统拒绝了访问',
    garbled: '查不到：系统的回答看不懂',
    paused: '查不到：系统一再出错，暂停查询',
    none: '无',
  },
  {
    late: 'Not here in time; it will be filled in',
    unknown: 'Not known there',
    down: 'Not to be had: the system does not answer',
    slow: 'Not to be had: the system is too slow',
    refused: 'Not to be had: the system refuses us',
    garbled: 'Not to be had: the system’s answer makes no sense',
    paused: 'Not to be had: the system fails again and again and is left alone',
    none: 'none',
  },
);

/** What is said in the place of a fact that is not there. */
export function absence(view: FactView): string {
  if (view.state === 'late') return t('late');
  return view.state === 'unknown' ? t('unknown') : t(view.why ?? 'down');
}

/** What one fact tells: fields, and lists as small tables. `without` names fields that stand elsewhere. */
@customElement('yw-fact-view')
export class FactTable extends YiwenElement {
  @property({ attribute: false }) view?: FactView;
  @property({ attribute: false }) without: string[] = [];
  /** Under a heading that names the fact already. */
  @property({ type: Boolean }) headed = false;

  static styles = [
    base,
    css`
      :host {
        display: block;
        font-size: var(--yw-text-s);
      }
      header {
        display: flex;
        flex-wrap: wrap;
        gap: 0 var(--yw-space-2);
        align-items: baseline;
        justify-content: space-between;
      }
      h4 {
        font-size: var(--yw-text-s);
        font-weight: var(--yw-weight-strong);
      }
      .hint,
      dt,
      th {
        color: var(--yw-ink-3);
      }
      .hint {
        font-size: var(--yw-text-xs);
      }
      dl {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: 0 var(--yw-space-3);
      }
      dd {
        margin: 0;
        overflow-wrap: anywhere;
      }
      table {
        width: 100%;
        margin-top: var(--yw-space-1);
        border-collapse: collapse;
        font-variant-numeric: tabular-nums;
      }
      th,
      td {
        padding: 2px var(--yw-space-2) 2px 0;
        border-top: 1px solid var(--yw-line);
        text-align: left;
        vertical-align: baseline;
        font-weight: normal;
      }
      th {
        border-top: 0;
        font-size: var(--yw-text-xs);
      }
      .state {
        white-space: nowrap;
      }
      .dot {
        display: inline-block;
        width: 8px;
        height: 8px;
        margin-right: 5px;
        border-radius: 50%;
        background: var(--yw-ok-text);
      }
      .WARN {
        color: var(--yw-warn-text);
      }
      .WARN .dot {
        background: var(--yw-warn-text);
      }
      .BAD {
        color: var(--yw-urgent-text);
        font-weight: var(--yw-weight-strong);
      }
      .BAD .dot {
        background: var(--yw-urgent);
      }
    `,
  ];

  render() {
    const { view } = this;
    if (!view) return nothing;
    const fields = view.fields.filter((one) => !this.without.includes(one.name));
    return html`${this.headed
      ? nothing
      : html`<header>
          <h4>${labelIn(view.label)}</h4>
          ${view.readAt && view.state === 'known' ? html`<span class="hint">${timeElement(view.readAt)}</span>` : nothing}
        </header>`}
    ${view.state === 'known'
      ? html`${this.singles(fields.filter((one) => one.kind !== 'LIST'))}
          ${fields.filter((one) => one.kind === 'LIST').map((one) => this.table(one))}`
      : html`<p class="hint" role=${view.state === 'late' ? 'status' : nothing}>${absence(view)}</p>`}`;
  }

  private singles(fields: ShownField[]) {
    if (fields.length === 0) return nothing;
    return html`<dl>
      ${fields.map((one) => html`<dt>${labelIn(one.label)}</dt><dd>${valueOf(one)}</dd>`)}
    </dl>`;
  }

  private table(list: ShownField) {
    const rows = list.rows ?? [];
    if (rows.length === 0) return html`<dl><dt>${labelIn(list.label)}</dt><dd>${t('none')}</dd></dl>`;
    const columns = (list.columns ?? []).filter((column) => rows.some((row) => row.some((cell) => cell.name === column.name)));
    return html`<table aria-label=${labelIn(list.label)}>
      <thead>
        <tr>
          ${columns.map((one) => html`<th scope="col">${labelIn(one.label)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) => html`<tr>
            ${columns.map((column) => {
              const cell = row.find((one) => one.name === column.name);
              return html`<td>${cell ? valueOf(cell) : '–'}</td>`;
            })}
          </tr>`,
        )}
      </tbody>
    </table>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'yw-fact-view': FactTable;
  }
}
