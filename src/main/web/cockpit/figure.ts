import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { YiwenElement } from '../common/element';
import '../common/states';
import { base, buttons } from '../common/styles';
import './chart';
import { back, daysBetween, percent, shown, type Definition, type Figure, type Part } from './figures';
import { t } from './i18n';
import { partName } from './part-name';

const IN_TIME = new Set<string>(['DAY']);
const IN_ORDER = new Set<string>(['DAY', 'HOUR', 'TIER']);
const DRAWN = 40;

interface Order {
  column: 'n' | 'value';
  direction: 'ascending' | 'descending';
}

const MOST_FIRST: Order = { column: 'n', direction: 'descending' };

/** What a part is sorted by: of a share the end of its interval that is certain, so that one bad case of one is not in front. */
function weight({ value }: Part, { column, direction }: Order): number | undefined {
  if (column === 'n') return value.n;
  return (direction === 'ascending' ? value.high : value.low) ?? value.value;
}

/** Those that have no value are last either way. */
function sorted(parts: Part[], order: Order): Part[] {
  const sign = order.direction === 'ascending' ? 1 : -1;
  return [...parts].sort((one, other) => {
    const [a, b] = [weight(one, order), weight(other, order)];
    return a === undefined || b === undefined ? Number(a === undefined) - Number(b === undefined) : sign * (a - b);
  });
}

/**
 * `<yw-figure .figure .previous .definition open="…">`: the sum of it, a chart, and the same in a table whose rows open. Tells `part`
 * (detail: the key) of the row or bar that was pressed.
 */
@customElement('yw-figure')
export class FigureView extends YiwenElement {
  @property({ attribute: false }) figure!: Figure;
  @property({ attribute: false }) previous?: Figure;
  @property({ attribute: false }) definition!: Definition;
  @property() open?: string;
  @state() private order?: Order;

  static styles = [
    base,
    buttons,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--yw-space-3);
      }
      .sum {
        display: flex;
        flex-wrap: wrap;
        gap: 0 var(--yw-space-4);
        align-items: baseline;
      }
      .sum strong {
        font-size: var(--yw-text-xl);
      }
      .table {
        max-height: 26rem;
        overflow: auto;
      }
      table {
        width: 100%;
        border-collapse: collapse;
      }
      th,
      td {
        padding: var(--yw-space-1) var(--yw-space-2);
        border-bottom: 1px solid var(--yw-line);
        text-align: end;
        white-space: nowrap;
      }
      th:first-child,
      td:first-child {
        text-align: start;
        white-space: normal;
        overflow-wrap: anywhere;
      }
      thead th {
        color: var(--yw-ink-2);
        font-weight: normal;
        font-size: var(--yw-text-s);
      }
      tbody th {
        font-weight: normal;
      }
      tr[aria-current='true'] {
        background: var(--yw-selected);
      }
      tbody button {
        min-height: 28px;
        padding: 0;
        border: 0;
        background: none;
        color: var(--yw-accent-text);
        font: inherit;
        text-align: start;
        text-decoration: underline;
        cursor: pointer;
      }
      thead button {
        min-height: 28px;
        padding: 0;
        border: 0;
        background: none;
        color: inherit;
        font: inherit;
        cursor: pointer;
      }
      summary {
        cursor: pointer;
      }
      @media (max-width: 640px) {
        .range {
          display: none;
        }
        tbody button {
          min-height: var(--yw-control-touch);
        }
      }
    `,
  ];

  /** Days and hours stand as they come, unless a column is chosen. */
  private get parts(): Part[] {
    const { by, parts } = this.figure;
    const order = this.order ?? (IN_ORDER.has(by) ? undefined : MOST_FIRST);
    return order ? sorted(parts, order) : parts;
  }

  render() {
    const { figure, definition } = this;
    return html`
      <h3>${definition.name}</h3>
      ${this.sum()}
      ${figure.parts.length ? html`${this.drawn()} ${this.table()}` : html`<yw-empty heading=${t('none')} hint=${t('noneHint')}></yw-empty>`}
      <details>
        <summary>${t('formula', { version: figure.version })}</summary>
        <p>${definition.formula}</p>
        <p class="hint">${t('leftOutWords', { what: definition.leftOut })}</p>
      </details>
    `;
  }

  private sum() {
    const { all, leftOut } = this.figure;
    const { kind, target } = this.definition;
    return html`<p class="sum">
      <strong>${t('whole', { value: shown(kind, all.value) })}</strong>
      ${all.low !== undefined && all.high !== undefined ? html`<span>${t('interval', { low: percent(all.low), high: percent(all.high) })}</span>` : nothing}
      ${all.p90 !== undefined ? html`<span>${t('p90', { value: shown(kind, all.p90) })}</span>` : nothing}
      ${kind === 'COUNT' ? nothing : html`<span class="hint">${t('of', { n: all.n })}</span>`}
      ${leftOut ? html`<span class="hint">${t('leftOut', { n: leftOut })}</span>` : nothing}
      ${target === undefined ? nothing : html`<span class="hint">${t('target', { value: kind === 'SHARE' ? `${target}%` : shown(kind, target) })}</span>`}
    </p>`;
  }

  private drawn() {
    const { figure, definition, previous } = this;
    const parts = IN_TIME.has(figure.by) ? figure.parts : this.parts.slice(0, DRAWN);
    const target = definition.target === undefined ? undefined : definition.kind === 'SHARE' ? definition.target / 100 : definition.target;
    return html`<yw-figure-chart
      .names=${parts.map((one) => partName(figure.by, one))}
      .values=${parts.map((one) => one.value.value)}
      .previous=${previous && parts.map((one) => this.earlier(previous, one)?.value.value)}
      .show=${(value: number) => shown(definition.kind, value)}
      .target=${target}
      ?line=${IN_TIME.has(figure.by)}
      label=${t('chart', { name: definition.name })}
      @part=${(event: CustomEvent<number>) => this.choose(parts[event.detail])}
    ></yw-figure-chart>
    ${parts.length < figure.parts.length ? html`<p class="hint">${t('drawnFirst', { n: parts.length })}</p>` : nothing}`;
  }

  /** The same member of the time before; of days the one as many days before. */
  private earlier(previous: Figure, one: Part): Part | undefined {
    const key = this.figure.by === 'DAY' ? back(one.key, daysBetween(previous.from, this.figure.from)) : one.key;
    return previous.parts.find((other) => other.key === key);
  }

  private table() {
    const { previous, definition } = this;
    const { kind } = definition;
    return html`<div class="table" tabindex="0" role="group" aria-label=${definition.name}>
      <table>
        <thead>
          <tr>
            <th scope="col">${t('part')}</th>
            ${kind === 'COUNT' ? nothing : this.column('n', t('n'))}
            ${this.column('value', kind === 'QUANTILES' ? t('median') : t('value'))}
            ${kind === 'QUANTILES' ? html`<th scope="col">${t('tenth')}</th>` : nothing}
            ${kind === 'SHARE' ? html`<th scope="col" class="range">${t('range')}</th>` : nothing}
            ${previous ? html`<th scope="col">${t('previous')}</th>` : nothing}
          </tr>
        </thead>
        <tbody>
          ${this.parts.map((one) => this.line(one, previous && this.earlier(previous, one)))}
        </tbody>
      </table>
    </div>`;
  }

  /** The first press brings the worst in front, the third lets all stand as they come. */
  private column(column: Order['column'], name: string) {
    const { kind, lowIsGood } = this.definition;
    const chosen = this.order?.column === column ? this.order.direction : undefined;
    const first = column === 'value' && !lowIsGood && kind !== 'COUNT' ? 'ascending' : 'descending';
    const other = first === 'ascending' ? 'descending' : 'ascending';
    const next: Order | undefined = chosen === other ? undefined : { column, direction: chosen === first ? other : first };
    return html`<th scope="col" aria-sort=${chosen ?? 'none'}>
      <button title=${t('byColumn')} @click=${() => (this.order = next)}>${name}<span aria-hidden="true">${chosen ? (chosen === 'ascending' ? ' ↑' : ' ↓') : ' ↕'}</span></button>
    </th>`;
  }

  private line(one: Part, before?: Part) {
    const { kind } = this.definition;
    const { n, value, low, high, p90 } = one.value;
    const name = partName(this.figure.by, one);
    return html`<tr aria-current=${this.open === one.key ? 'true' : nothing}>
      <th scope="row"><button title=${t('open', { part: name })} @click=${() => this.choose(one)}>${name}</button></th>
      ${kind === 'COUNT' ? nothing : html`<td>${n}</td>`}
      <td>${shown(kind, value)}</td>
      ${kind === 'QUANTILES' ? html`<td>${shown(kind, p90)}</td>` : nothing}
      ${kind === 'SHARE' ? html`<td class="range">${low === undefined || high === undefined ? '–' : `${percent(low)}–${percent(high)}`}</td>` : nothing}
      ${this.previous ? html`<td>${shown(kind, before?.value.value)}</td>` : nothing}
    </tr>`;
  }

  private choose(one?: Part): void {
    if (one) this.tell('part', one.key);
  }
}
