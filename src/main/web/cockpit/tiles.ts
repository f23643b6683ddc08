import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { YiwenElement } from '../common/element';
import { base } from '../common/styles';
import { shown, type Definition, type Tile } from './figures';
import { t } from './i18n';

const FIRST = [
  'CONTACTS',
  'SERVICE_LEVEL_30',
  'ABANDONMENT',
  'RESPONSE_TIME',
  'HANDLE_TIME',
  'SATISFACTION',
  'REPEAT_CONTACTS',
  'FIRST_CONTACT',
  'KNOWLEDGE_COVERAGE',
  'DEADLINES_KEPT',
];

/** `<yw-today-tiles .tiles .definitions metric="…">`: today beside the same weekday. Tells `metric` (detail: which) when one is pressed. */
@customElement('yw-today-tiles')
export class TodayTiles extends YiwenElement {
  @property({ attribute: false }) tiles: Tile[] = [];
  @property({ attribute: false }) definitions = new Map<string, Definition>();
  @property() metric = '';

  static styles = [
    base,
    css`
      :host {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(10.5rem, 44vw), 1fr));
        gap: var(--yw-space-3);
      }
      button {
        display: grid;
        gap: 2px;
        padding: var(--yw-space-3);
        border: 1px solid var(--yw-line);
        border-radius: var(--yw-radius-m);
        background: var(--yw-surface);
        color: inherit;
        font: inherit;
        text-align: start;
        cursor: pointer;
      }
      button:hover {
        background: var(--yw-hover);
      }
      button[aria-pressed='true'] {
        border-color: var(--yw-accent);
        background: var(--yw-selected);
      }
      strong {
        font-size: var(--yw-text-2xl);
        line-height: 1.2;
      }
      [aria-pressed='true'] .hint {
        color: var(--yw-ink-2);
      }
    `,
  ];

  render() {
    return FIRST.map((metric) => {
      const tile = this.tiles.find((one) => one.metric === metric);
      const definition = this.definitions.get(metric);
      return tile && definition ? this.tile(tile, definition) : nothing;
    });
  }

  private tile({ metric, today, usual }: Tile, { name, kind }: Definition) {
    const before = usual.value === undefined ? t('noUsual') : t('usual', { value: shown(kind, usual.value) });
    return html`<button aria-pressed=${this.metric === metric} data-metric=${metric} @click=${() => this.tell('metric', metric)}>
      <span>${name}</span>
      <strong>${shown(kind, today.value)}</strong>
      <span class="hint">${metric === 'FIRST_CONTACT' ? t('unripeToday') : today.n || kind === 'COUNT' ? before : t('notYet')}</span>
    </button>`;
  }
}
