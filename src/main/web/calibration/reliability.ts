import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { words } from '../common/api';
import { YiwenElement } from '../common/element';
import '../common/states';
import { badges, base, buttons, fields } from '../common/styles';
import { toast } from '../common/toast';
import type { Criterion } from '../scores/scores';
import { change, reliability, rule, title, type Agreement, type Reliable, type Rule } from './calibration';
import { t } from './i18n';
import './threshold-list';

const FIELDS = ['floor', 'least', 'random', 'doubtful'] as const;
const LIMITS = { floor: [0, 1, 0.05], least: [5, 1000, 1], random: [0, 50, 1], doubtful: [0, 50, 1] } as const;
const TONES = { UNKNOWN: '', RELIABLE: 'ok', UNRELIABLE: 'urgent' } as const;

/** `<yw-reliability .criteria>`: how far people agree about each criterion, and the machine with them; the rule by which it counts. */
@customElement('yw-reliability')
export class Reliability extends YiwenElement {
  @property({ attribute: false }) criteria: Criterion[] = [];
  @state() private all?: Reliable[];
  @state() private rule?: Rule;

  static styles = [
    base,
    badges,
    buttons,
    fields,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--yw-space-4);
      }
      ul {
        list-style: none;
      }
      li {
        display: grid;
        gap: var(--yw-space-1);
        padding: var(--yw-space-3) 0;
        border-bottom: 1px solid var(--yw-line);
        overflow-wrap: anywhere;
      }
      dl {
        display: grid;
        grid-template-columns: repeat(3, minmax(0, 1fr));
        gap: var(--yw-space-1) var(--yw-space-3);
        font-variant-numeric: tabular-nums;
      }
      dt {
        color: var(--yw-ink-2);
        font-size: var(--yw-text-s);
      }
      form {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(11em, 1fr));
        align-items: end;
        gap: var(--yw-space-3);
      }
      @media (max-width: 760px) {
        dl {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];

  connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  private async load(): Promise<void> {
    try {
      [this.all, this.rule] = await Promise.all([reliability(), rule()]);
    } catch (failure) {
      toast(words(failure), { kind: 'problem' });
    }
  }

  render() {
    if (!this.all || !this.rule) return html`<yw-skeleton lines="6"></yw-skeleton>`;
    return html`
      <section class="card">
        ${this.all.length
          ? html`<p class="hint">${t('kappaHint')}</p>
              <ul>
                ${this.all.map((one) => this.line(one))}
              </ul>`
          : html`<yw-empty heading=${t('noResults')} hint=${t('noResultsHint')}></yw-empty>`}
      </section>
      <yw-threshold-list .criteria=${this.criteria}></yw-threshold-list>
      <section class="card">
        <h2>${t('rule')}</h2>
        <form @submit=${this.save}>
          ${FIELDS.map(
            (name) =>
              html`<label class="field"
                ><span>${t(name)}</span
                ><input name=${name} type="number" required min=${LIMITS[name][0]} max=${LIMITS[name][1]} step=${LIMITS[name][2]} .value=${String(this.rule![name])}
              /></label>`,
          )}
          <button class="button primary">${t('save')}</button>
        </form>
      </section>
    `;
  }

  private line(one: Reliable) {
    return html`<li data-criterion=${one.criterion}>
      <span class="row"
        ><b>${title(one.criterion, this.criteria)}</b><span class="badge ${TONES[one.state]}">${t(one.state)}</span>
        ${one.open ? html`<span class="badge warn">${t('openDifferences', { n: one.open })}</span>` : nothing}</span
      >
      <dl>
        ${this.agreement('people', one.people)}${this.agreement('machineAgree', one.machine)}${this.agreement('doubtfulAgree', one.doubtful)}
      </dl>
    </li>`;
  }

  private agreement(name: 'people' | 'machineAgree' | 'doubtfulAgree', it: Agreement) {
    const two = (n: number) => n.toFixed(2);
    return html`<div>
      <dt>${t(name)}</dt>
      <dd>
        ${it.n ? t('agreement', { same: `${Math.round(100 * it.same)}%`, kappa: it.kappa === undefined ? '–' : two(it.kappa) }) : '–'}
        <span class="hint"
          >${it.low === undefined || it.high === undefined ? t('cases_n', { n: it.n }) : t('interval', { low: two(it.low), high: two(it.high), n: it.n })}</span
        >
      </dd>
    </div>`;
  }

  private async save(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const data = new FormData(event.target as HTMLFormElement);
    try {
      this.rule = await change(Object.fromEntries(FIELDS.map((name) => [name, Number(data.get(name))])) as unknown as Rule);
      this.all = await reliability();
      toast(t('saved'));
    } catch (failure) {
      toast(words(failure), { kind: 'problem' });
    }
  }
}
