import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { YiwenElement } from '../common/element';
import { base, fields } from '../common/styles';
import { t } from './i18n';
import { BOT, nameOf, SCORES, type Criterion, type Filter, type Person, type ScoreName } from './scores';

/** `<yw-score-filters .filter .agents .criteria>`: whose, when and what; without agents it is one's own. Tells `filter`. */
@customElement('yw-score-filters')
export class ScoreFilters extends YiwenElement {
  @property({ attribute: false }) filter!: Filter;
  @property({ attribute: false }) agents?: Person[];
  @property({ attribute: false }) criteria: Criterion[] = [];

  static styles = [
    base,
    fields,
    css`
      :host {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(9em, 1fr));
        align-items: end;
        gap: var(--yw-space-3);
      }
      .field > :is(input, select) {
        height: 38px;
        min-width: 0;
      }
      @media (max-width: 760px) {
        :host {
          grid-template-columns: 1fr 1fr;
        }
        .field {
          min-width: 0;
        }
      }
    `,
  ];

  render() {
    const { filter } = this;
    const option = (value: string, name: string, now: string) => html`<option value=${value} ?selected=${now === value}>${name}</option>`;
    return html`
      ${this.agents
        ? html`<label class="field"><span>${t('who')}</span>
            <select name="who" @change=${(event: Event) => this.set({ who: value(event) })}>
              ${option('', t('everybody'), filter.who)} ${this.agents.map((one) => option(one.id, one.name, filter.who))}
              ${option(BOT, t('bot'), filter.who)}
            </select>
          </label>`
        : nothing}
      <label class="field"><span>${t('onlyBad')}</span>
        <select name="score" @change=${(event: Event) => this.set({ score: value(event) as ScoreName | '' })}>
          ${option('', t('anyScore'), filter.score)} ${SCORES.map((name) => option(name, t(`low_${name}`), filter.score))}
        </select>
      </label>
      <label class="field"><span>${t('criterion')}</span>
        <select name="criterion" @change=${(event: Event) => this.set({ criterion: value(event) })}>
          ${option('', t('anyCriterion'), filter.criterion)}
          ${this.criteria.map((one) => option(one.key, nameOf(one.key, this.criteria), filter.criterion))}
        </select>
      </label>
      <label class="field"><span>${t('from')}</span>
        <input type="date" name="from" .value=${filter.from} max=${filter.to} @change=${(event: Event) => this.set({ from: value(event) })} />
      </label>
      <label class="field"><span>${t('to')}</span>
        <input type="date" name="to" .value=${filter.to} min=${filter.from} @change=${(event: Event) => this.set({ to: value(event) })} />
      </label>
    `;
  }

  private set(change: Partial<Filter>): void {
    this.tell('filter', change);
  }
}

function value(event: Event): string {
  return (event.target as HTMLInputElement | HTMLSelectElement).value;
}
