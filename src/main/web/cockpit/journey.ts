import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { YiwenElement } from '../common/element';
import '../common/states';
import { base, buttons } from '../common/styles';
import { shown, type Ways } from './figures';
import { t } from './i18n';
import './journey-chart';
import { stationName, wayName } from './part-name';

/** `<yw-journey .ways open="BOT>QUEUE">`: where conversations went, as a picture and as a table. Tells `way` of what was pressed. */
@customElement('yw-journey')
export class JourneyView extends YiwenElement {
  @property({ attribute: false }) ways!: Ways;
  @property() open?: string;

  static styles = [
    base,
    buttons,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--yw-space-3);
      }
      dl {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr));
        gap: var(--yw-space-3);
      }
      dd {
        margin: 0;
      }
      .table {
        max-height: 20rem;
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
        text-align: start;
        font-weight: normal;
      }
      td {
        text-align: end;
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
      summary {
        cursor: pointer;
      }
      @media (max-width: 640px) {
        tbody button {
          min-height: var(--yw-control-touch);
        }
      }
    `,
  ];

  render() {
    const { links, stays } = this.ways;
    if (!links.length) return html`<yw-empty heading=${t('none')} hint=${t('noneHint')}></yw-empty>`;
    return html`
      <yw-journey-chart .links=${links} .name=${stationName} label=${t('journeyChart')}></yw-journey-chart>
      ${stays.length
        ? html`<dl>
            ${stays.map(
              ({ station, medianMs, p90Ms }) =>
                html`<div>
                  <dt class="hint">${t('stay', { station: stationName(station) })}</dt>
                  <dd>${shown('MEAN_MS', medianMs)} <span class="hint">${t('stayTenth', { value: shown('MEAN_MS', p90Ms) })}</span></dd>
                </div>`,
            )}
          </dl>`
        : nothing}
      <details ?open=${this.open !== undefined}>
        <summary>${t('waysTable')}</summary>
        <div class="table" tabindex="0" role="group" aria-label=${t('waysTable')}>
          <table>
            <tbody>
              ${links.map(({ from, to, n }) => {
                const way = `${from}>${to}`;
                return html`<tr aria-current=${this.open === way ? 'true' : nothing}>
                  <th scope="row"><button @click=${() => this.tell('way', way)}>${wayName(way)}</button></th>
                  <td>${n}</td>
                </tr>`;
              })}
            </tbody>
          </table>
        </div>
      </details>
    `;
  }
}
