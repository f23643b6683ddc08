import { css, html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { YiwenElement } from '../../common/element';
import { base, buttons, fields } from '../../common/styles';
import { FIELDS, type Grid } from './imports';
import { t } from './text';

/** `<yw-column-choice .grid>`: what the columns of a table hold, to be put right. Tells `columns` with the fields by column. */
@customElement('yw-column-choice')
export class ColumnChoice extends YiwenElement {
  @property({ attribute: false }) grid!: Grid;
  @state() private chosen: string[] = [];

  static styles = [
    base,
    buttons,
    fields,
    css`
      .scroll {
        overflow-x: auto;
      }
      table {
        border-collapse: collapse;
        font-size: var(--yw-text-s);
      }
      th,
      td {
        min-width: 8em;
        max-width: 18em;
        padding: var(--yw-space-1) var(--yw-space-2);
        border: 1px solid var(--yw-line);
        text-align: left;
        vertical-align: top;
        overflow-wrap: anywhere;
      }
      td {
        color: var(--yw-ink-2);
      }
      select {
        min-height: 32px;
        margin-top: var(--yw-space-1);
        padding: 0 var(--yw-space-2);
        font-size: var(--yw-text-s);
      }
    `,
  ];

  willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('grid')) this.chosen = [...this.grid.fields];
  }

  render() {
    const same = this.chosen.every((one, i) => one === this.grid.fields[i]);
    return html`
      <p class="hint">${t('columnsHint')}</p>
      <div class="scroll" tabindex="0" role="group" aria-label=${t('columns', { name: this.grid.sheet || this.grid.file })}>
        <table>
          <thead>
            <tr>
              ${this.grid.headers.map(
                (header, i) => html`<th>
                  ${header || t('unnamed')}
                  <select
                    aria-label=${header || t('unnamed')}
                    @change=${(event: Event) => this.choose(i, (event.target as HTMLSelectElement).value)}
                  >
                    <option value="" ?selected=${!this.chosen[i]}>${t('ignore')}</option>
                    ${FIELDS.map((field) => html`<option value=${field} ?selected=${this.chosen[i] === field}>${t(`field${field}`)}</option>`)}
                  </select>
                </th>`,
              )}
            </tr>
          </thead>
          <tbody>
            ${this.grid.sample.map((row) => html`<tr>${row.map((cell) => html`<td>${cell}</td>`)}</tr>`)}
          </tbody>
        </table>
      </div>
      <p><button class="button" ?disabled=${same} @click=${() => this.tell('columns', this.chosen)}>${t('recompare')}</button></p>
    `;
  }

  private choose(column: number, field: string): void {
    this.chosen = this.chosen.map((one, i) => (i === column ? field : one));
  }
}
