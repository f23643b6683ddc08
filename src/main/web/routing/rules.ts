import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Topic } from '../common/brand';
import { icons } from '../common/icons';
import '../common/states';
import { badges, base, buttons, fields } from '../common/styles';
import { toast } from '../common/toast';
import { t } from './i18n';
import { t as own } from './rules-text';
import { numberOf, PlanPart, replaced } from './part';
import { ALWAYS, type Rule, type Settings } from './plan';
import './rule-form';
import { inWords } from './rule-words';
import { partStyles } from './styles';

const FRESH: Rule = { name: '', enabled: true, when: ALWAYS, then: { points: 0 } };

/** `<yw-rules .plan=${plan}>`: the rules in their order, and the numbers that hold for all. */
@customElement('yw-rules')
export class Rules extends PlanPart {
  /** Topics of the knowledge, by slug. */
  @property({ attribute: false }) topics: Topic[] = [];
  @state() private open = -1;

  static styles = [
    base,
    buttons,
    fields,
    badges,
    partStyles,
    css`
      .head {
        display: grid;
        grid-template-columns: auto 1fr auto;
        gap: var(--yw-space-1) var(--yw-space-3);
        align-items: baseline;
      }
      .head .buttons {
        display: flex;
        flex-wrap: wrap;
        justify-content: flex-end;
      }
      .off b {
        color: var(--yw-ink-3);
        font-weight: normal;
      }
      @media (max-width: 640px) {
        .head .buttons {
          grid-column: 1 / -1;
          justify-content: flex-start;
          margin: 0 calc(-1 * var(--yw-space-3));
        }
        .head .button {
          min-height: var(--yw-control-touch);
        }
      }
    `,
  ];

  render() {
    const { rules } = this.plan;
    return html`
      <div class="wrap">
        <p class="hint">${own('rulesHint')}</p>
        <span class="spread"></span>
        <button class="button primary" @click=${() => this.add(FRESH)}>${icons.plus}${own('newRule')}</button>
      </div>
      ${rules.length && !rules.some((one) => one.enabled && one.when.reasons.includes('URGENT')) ? this.urgentMissing() : nothing}
      ${rules.length ? html`<ol class="list">${rules.map((rule, index) => this.rule(rule, index))}</ol>` : this.empty()}
      ${this.settings(this.plan.settings)}
    `;
  }

  private empty() {
    return html`<yw-empty class="card" heading=${own('noRules')} hint=${own('noRulesHint')}>
      <button
        class="button"
        @click=${() =>
          this.add({
            ...FRESH,
            name: own('starterAngry'),
            when: { ...FRESH.when, reasons: ['STRONG_EMOTION', 'LEGAL_OR_COMPLAINT'] },
            then: { level: 'SENIOR', points: 0 },
          })}
      >
        ${own('addStarter')}
      </button>
    </yw-empty>`;
  }

  private urgentMissing() {
    return html`<p class="hint">
      ${own('urgentMissing')}
      <button
        class="button small"
        @click=${() =>
          this.add({ ...FRESH, name: own('starterUrgent'), when: { ...FRESH.when, reasons: ['URGENT'] }, then: { level: 'EXPERIENCED', points: 60 } })}
      >
        ${own('addStarter')}
      </button>
    </p>`;
  }

  private rule(rule: Rule, index: number) {
    const { rules } = this.plan;
    const [when, then] = inWords(rule, this.plan, this.topics);
    return html`
      <li class="card ${rule.enabled ? '' : 'off'}">
        <div class="head">
          <input
            type="checkbox"
            aria-label="${own('enabled')} ${rule.name}"
            .checked=${rule.enabled}
            @change=${(event: Event) => this.change(index, { ...rule, enabled: (event.target as HTMLInputElement).checked })}
          />
          <span><b>${rule.name || own('newRule')}</b><br /><span class="hint">${own('when')} ${when} → ${then}</span></span>
          <span class="buttons">
            <button class="button small quiet" ?disabled=${index === 0} @click=${() => this.move(index, -1)}>${own('up')}</button>
            <button class="button small quiet" ?disabled=${index === rules.length - 1} @click=${() => this.move(index, 1)}>${own('down')}</button>
            <button class="button small quiet" aria-expanded=${this.open === index} @click=${() => (this.open = this.open === index ? -1 : index)}>
              ${this.open === index ? own('done') : own('edit')}
            </button>
            <button class="button small quiet" @click=${() => this.takeOut(index)}>${t('remove')}</button>
          </span>
        </div>
        ${this.open === index
          ? html`<yw-rule-form .rule=${rule} .groups=${this.plan.groups} .topics=${this.topics} @rule=${(event: CustomEvent<Rule>) => this.change(index, event.detail)}></yw-rule-form>`
          : nothing}
      </li>
    `;
  }

  private settings(settings: Settings) {
    const field = (name: keyof Settings, hint?: string) => html`
      <label class="field">
        <span>${t(name)}</span>
        <input
          type="number"
          name=${name}
          min="0"
          .value=${String(settings[name])}
          @change=${(event: Event) => this.put({ settings: { ...settings, [name]: numberOf(event) } })}
        />
        ${hint ? html`<span class="hint">${hint}</span>` : nothing}
      </label>
    `;
    const seconds = settings.secondsPerPoint;
    return html`
      <fieldset class="card">
        <legend class="hidden-visually">${t('settings')}</legend>
        <h2>${t('settings')}</h2>
        <div class="grid">
          ${field('secondsPerPoint', own('secondsPerPointHint', { s: seconds, m: Math.round((seconds * 20) / 6) / 10 }))}
          ${field('pointsPerTier')} ${field('widenSeconds', own('widenHint'))}
        </div>
      </fieldset>
    `;
  }

  private add(rule: Rule): void {
    this.open = this.plan.rules.length;
    this.put({ rules: [...this.plan.rules, rule] });
  }

  private change(index: number, rule: Rule): void {
    this.put({ rules: replaced(this.plan.rules, index, rule) });
  }

  private move(index: number, by: number): void {
    const rules = [...this.plan.rules];
    const [rule] = rules.splice(index, 1);
    rules.splice(index + by, 0, rule!);
    this.open = -1;
    this.put({ rules });
  }

  private takeOut(index: number): void {
    const { rules } = this.plan;
    this.open = -1;
    this.put({ rules: replaced(rules, index) });
    toast(t('removed', { name: rules[index]!.name || own('newRule') }), { undo: () => this.put({ rules }) });
  }
}
