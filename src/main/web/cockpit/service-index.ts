import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { words } from '../common/api';
import { YiwenElement } from '../common/element';
import { base, buttons, fields } from '../common/styles';
import { toast } from '../common/toast';
import { shown, weigh, type Definition, type ServiceIndex, type Side, type Weights } from './figures';
import { t } from './i18n';

const SIDES = ['efficiency', 'attitude', 'process'] as const;

/** `<yw-service-index .index .definitions>`: one number of three sides, and how much each weighs. Tells `weighed` when that was changed. */
@customElement('yw-service-index')
export class ServiceIndexView extends YiwenElement {
  @property({ attribute: false }) index!: ServiceIndex;
  @property({ attribute: false }) definitions = new Map<string, Definition>();
  @state() private wanted?: Weights;

  static styles = [
    base,
    buttons,
    fields,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--yw-space-2);
      }
      .sum {
        display: flex;
        flex-wrap: wrap;
        gap: 0 var(--yw-space-4);
        align-items: baseline;
      }
      strong {
        font-size: var(--yw-text-2xl);
      }
      ul {
        display: grid;
        gap: var(--yw-space-1);
        list-style: none;
      }
      form {
        display: flex;
        flex-wrap: wrap;
        gap: var(--yw-space-3);
        align-items: end;
        padding-top: var(--yw-space-2);
      }
      .field {
        width: 7rem;
      }
      summary {
        cursor: pointer;
      }
    `,
  ];

  render() {
    const { index: it } = this;
    return html`
      <p class="sum">
        <strong>${it.index === undefined ? '–' : it.index.toFixed(1)}</strong>
        <span class="hint">${it.judged === 100 ? t('outOf') : t('judged', { n: it.judged })}</span>
      </p>
      <ul>
        ${it.sides.map((side) => this.side(side))}
      </ul>
      <details>
        <summary>${t('weights')}</summary>
        <form @submit=${(event: Event) => void this.save(event)}>
          ${SIDES.map((side) => this.weight(side))}
          <button class="button" ?disabled=${this.total !== 100}>${t('saveWeights')}</button>
          <span class="hint" role="status">${this.total === 100 ? nothing : t('notWhole', { n: this.total })}</span>
        </form>
      </details>
    `;
  }

  private get weights(): Weights {
    return this.wanted ?? this.index.weights;
  }

  private get total(): number {
    return SIDES.reduce((sum, side) => sum + this.weights[side], 0);
  }

  private side({ name, weight, value, known, unknown }: Side) {
    const called = (all: string[]) => all.map((metric) => this.definitions.get(metric)?.name ?? metric).join(t('comma'));
    return html`<li>
      ${t(name)} ${shown('SHARE', value)} <span class="hint">× ${weight}% ${called(known)}${unknown.length ? t('missing', { what: called(unknown) }) : nothing}</span>
    </li>`;
  }

  private weight(side: (typeof SIDES)[number]) {
    return html`<label class="field"><span>${t(side)} %</span>
      <input
        type="number"
        name=${side}
        min="0"
        max="100"
        .value=${String(this.weights[side])}
        @input=${(event: Event) => (this.wanted = { ...this.weights, [side]: Number((event.target as HTMLInputElement).value) })}
      />
    </label>`;
  }

  private async save(event: Event): Promise<void> {
    event.preventDefault();
    try {
      await weigh(this.weights);
      delete this.wanted;
      this.tell('weighed', undefined);
    } catch (failure) {
      toast(words(failure), { kind: 'problem' });
    }
  }
}
