import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '../cockpit/chart';
import { shown } from '../cockpit/figures';
import { YiwenElement } from '../common/element';
import { base } from '../common/styles';
import { t } from './i18n';
import type { Cell, Chart, Column, Paper, Section, Table } from './reports';

/** `<yw-report-paper .paper>`: a report as it was kept; each number leads to its conversations. */
@customElement('yw-report-paper')
export class ReportPaper extends YiwenElement {
  @property({ attribute: false }) paper!: Paper;

  static styles = [
    base,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--yw-space-5);
      }
      section,
      header {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--yw-space-3);
      }
      h3 {
        font-size: 1em;
      }
      .table {
        overflow-x: auto;
      }
      table {
        width: 100%;
        border-collapse: collapse;
        font-variant-numeric: tabular-nums;
      }
      th,
      td {
        padding: var(--yw-space-2) var(--yw-space-3) var(--yw-space-2) 0;
        border-bottom: 1px solid var(--yw-line);
        text-align: start;
        vertical-align: top;
      }
      thead th {
        color: var(--yw-ink-2);
        font-weight: 400;
        white-space: nowrap;
      }
      tbody th {
        min-width: 7em;
        font-weight: 400;
      }
      td:is(.number, .good, .bad) {
        white-space: nowrap;
      }
      td.long {
        min-width: 16em;
      }
      .bad {
        color: var(--yw-urgent-text);
      }
      .good {
        color: var(--yw-ok-text);
      }
      summary {
        min-height: var(--yw-control);
        color: var(--yw-ink-2);
        cursor: pointer;
      }
    `,
  ];

  render() {
    const { title, days, notes, sections } = this.paper;
    return html`<header>
        <h1>${title}</h1>
        <p>${days}</p>
        ${notes.map((note) => html`<p class="hint">${note}</p>`)}
      </header>
      ${sections.map((section) => this.section(section))}`;
  }

  private section({ title, texts, charts, tables }: Section) {
    return html`<section aria-label=${title}>
      <h2>${title}</h2>
      ${texts.map((text) => html`<p>${text}</p>`)} ${charts.map((chart) => this.chart(chart))} ${tables.map((table) => this.table(table))}
    </section>`;
  }

  private chart(chart: Chart) {
    const show = (value: number) => shown(chart.kind, value);
    return html`<div>
      <h3>${chart.title}</h3>
      <yw-figure-chart
        .names=${chart.columns.map((one) => one.name.slice(5))}
        .values=${chart.columns.map((one) => one.value)}
        .show=${show}
        target=${chart.target ?? nothing}
        label=${t('chart', { title: chart.title })}
        @part=${(event: CustomEvent<number>) => this.follow(chart.columns[event.detail])}
      ></yw-figure-chart>
      <details>
        <summary>${t('days')}</summary>
        ${this.table({
          title: '',
          head: [t('day'), t('value')],
          rows: chart.columns.map(({ name, text, value, href }) => [
            { text: name, tone: '' },
            { text, tone: 'number', ...(value === undefined ? {} : { href }) },
          ]),
        })}
      </details>
    </div>`;
  }

  private follow(column?: Column): void {
    if (column) location.assign(column.href);
  }

  private table({ title, head, rows }: Table) {
    return html`<div>
      ${title ? html`<h3>${title}</h3>` : nothing}
      <div class="table" tabindex="0" role="group" aria-label=${title || t('days')}>
        <table>
          <thead>
            <tr>
              ${head.map((name) => html`<th scope="col">${name}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${rows.map(
              ([first, ...others]) =>
                html`<tr>
                  <th scope="row">${first ? this.text(first) : nothing}</th>
                  ${others.map((cell) => html`<td class="${cell.tone} ${cell.text.length > 40 ? 'long' : ''}">${this.text(cell)}</td>`)}
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </div>`;
  }

  private text({ text, href }: Cell) {
    return href ? html`<a href=${href}>${text}</a>` : text;
  }
}
