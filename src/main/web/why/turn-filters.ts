import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { YiwenElement } from '../common/element';
import { base, buttons, fields } from '../common/styles';
import { t } from './i18n';
import { DECISIONS, listed, noFilter, SURE, type Filter } from './traces';
import { named } from './words';

/** `<yw-turn-filters .filter>`: which turns are listed; tells `go` with the address of those that are wanted. */
@customElement('yw-turn-filters')
export class TurnFilters extends YiwenElement {
  @property({ attribute: false }) filter: Filter = noFilter;
  private typing?: number;
  /** Typed and not told yet. */
  private pending?: string;

  static styles = [
    base,
    buttons,
    fields,
    css`
      :host {
        display: grid;
        gap: var(--yw-space-3);
      }
      .choices {
        display: flex;
        flex-wrap: wrap;
        gap: var(--yw-space-2);
      }
      .choices .button[aria-pressed='true'] {
        border-color: var(--yw-accent);
        background: var(--yw-selected);
        color: var(--yw-accent-text);
      }
      .row {
        display: flex;
        flex-wrap: wrap;
        align-items: end;
        gap: var(--yw-space-3);
      }
      .words {
        flex: 1 1 14em;
      }
      /* A field for a day is otherwise higher than the others. */
      .field > :is(input, select) {
        height: 38px;
      }
      @media (max-width: 760px) {
        .row {
          display: grid;
          grid-template-columns: 1fr 1fr;
        }
        .field {
          min-width: 0;
        }
        .words {
          grid-column: 1 / -1;
        }
      }
    `,
  ];

  disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.typing);
  }

  render() {
    const { filter } = this;
    return html`
      <div class="choices" role="group" aria-label=${t('filter')}>
        ${['', ...DECISIONS].map(
          (one) => html`<button class="button small" aria-pressed=${filter.decision === one} @click=${() => this.narrow({ decision: one })}>
            ${one ? named('decision_', one) : t('anyDecision')}
          </button>`,
        )}
      </div>
      <div class="row" role="search">
        <label class="field words"><span>${t('searchWords')}</span>
          <input
            type="search"
            name="q"
            maxlength="200"
            placeholder=${t('searchHint')}
            .value=${filter.q}
            @input=${(event: Event) => this.typed(value(event))}
          />
        </label>
        <label class="field"><span>${t('confidence')}</span>
          <select name="sure" @change=${(event: Event) => this.narrow({ sure: value(event) })}>
            ${['', ...Object.keys(SURE)].map(
              (one) => html`<option value=${one} ?selected=${filter.sure === one}>${one ? named('sure_', one) : t('anySure')}</option>`,
            )}
          </select>
        </label>
        <label class="field"><span>${t('fromDay')}</span>
          <input type="date" name="from" .value=${filter.from} max=${filter.to || nothing} @change=${(event: Event) => this.narrow({ from: value(event) })} />
        </label>
        <label class="field"><span>${t('toDay')}</span>
          <input type="date" name="to" .value=${filter.to} min=${filter.from || nothing} @change=${(event: Event) => this.narrow({ to: value(event) })} />
        </label>
        ${listed(filter) === listed(noFilter)
          ? nothing
          : html`<button class="button quiet" @click=${() => this.narrow(noFilter)}>${t('clearFilter')}</button>`}
      </div>
    `;
  }

  /** Whoever goes on before the typing has settled comes back to what was typed. */
  settle(): void {
    if (this.pending !== undefined) this.narrow({});
  }

  private typed(q: string): void {
    clearTimeout(this.typing);
    this.pending = q.trim();
    this.typing = window.setTimeout(() => this.settle(), 400);
  }

  private narrow(part: Partial<Filter>): void {
    clearTimeout(this.typing);
    const q = this.pending ?? this.filter.q;
    this.pending = undefined;
    this.tell('go', listed({ ...this.filter, q, ...part }));
  }
}

function value(event: Event): string {
  return (event.target as HTMLInputElement | HTMLSelectElement).value;
}
