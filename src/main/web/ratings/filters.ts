import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { YiwenElement } from '../common/element';
import { base, fields } from '../common/styles';
import { t } from './i18n';
import { BOT, type Filter, type Person } from './ratings';

/** `<yw-rating-filters .filter .agents>`: whose and when; without agents it is one's own. Tells `filter` (detail: what changes). */
@customElement('yw-rating-filters')
export class RatingFilters extends YiwenElement {
  @property({ attribute: false }) filter!: Filter;
  @property({ attribute: false }) agents?: Person[];

  static styles = [
    base,
    fields,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: end;
        gap: var(--yw-space-3);
      }
      .field {
        min-width: 9em;
      }
      /* A field for a day is otherwise higher than the others. */
      .field > :is(input, select) {
        height: 38px;
      }
      .worded {
        display: inline-flex;
        align-items: center;
        gap: var(--yw-space-2);
        min-height: var(--yw-control);
      }
      @media (max-width: 760px) {
        :host {
          display: grid;
          grid-template-columns: 1fr 1fr;
        }
        .field {
          min-width: 0;
        }
        .agent,
        .worded {
          grid-column: 1 / -1;
        }
      }
    `,
  ];

  render() {
    const { filter } = this;
    return html`
      ${this.agents ? this.whose(this.agents) : nothing}
      <label class="field"><span>${t('from')}</span>
        <input type="date" name="from" .value=${filter.from} max=${filter.to} @change=${(event: Event) => this.set({ from: value(event) })} />
      </label>
      <label class="field"><span>${t('to')}</span>
        <input type="date" name="to" .value=${filter.to} min=${filter.from} @change=${(event: Event) => this.set({ to: value(event) })} />
      </label>
      <label class="worded">
        <input type="checkbox" .checked=${filter.worded} @change=${(event: Event) => this.set({ worded: (event.target as HTMLInputElement).checked })} />
        ${t('worded')}
      </label>
    `;
  }

  private whose(agents: Person[]) {
    const option = (id: string, name: string) => html`<option value=${id} ?selected=${this.filter.agent === id}>${name}</option>`;
    return html`<label class="field agent"><span>${t('agent')}</span>
      <select name="agent" @change=${(event: Event) => this.set({ agent: value(event) })}>
        ${option('', t('everybody'))} ${agents.map((one) => option(one.id, one.name))} ${option(BOT, t('bot'))}
      </select>
    </label>`;
  }

  private set(change: Partial<Filter>): void {
    this.tell('filter', change);
  }
}

function value(event: Event): string {
  return (event.target as HTMLInputElement | HTMLSelectElement).value;
}
