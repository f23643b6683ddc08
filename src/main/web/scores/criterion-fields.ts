import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { YiwenElement } from '../common/element';
import { language } from '../common/i18n/language';
import { badges, base, buttons, fields } from '../common/styles';
import { t } from './i18n';
import type { Criterion, Cue, Rule, Unreliable } from './scores';

const APART = /[、\n]+/;

/** `<yw-criterion-fields .criterion .unreliable>`: one of them. Tells `change-criterion` (detail: Criterion) or `remove-criterion`. */
@customElement('yw-criterion-fields')
export class CriterionFields extends YiwenElement {
  @property({ attribute: false }) criterion!: Criterion;
  @property({ attribute: false }) unreliable?: Unreliable;

  static styles = [
    base,
    badges,
    buttons,
    fields,
    css`
      :host {
        display: block;
      }
      summary {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--yw-space-2);
        cursor: pointer;
      }
      summary b {
        flex: 1 1 8em;
        overflow-wrap: anywhere;
      }
      .off b {
        color: var(--yw-ink-3);
        text-decoration: line-through;
      }
      .fields {
        display: grid;
        gap: var(--yw-space-3);
        padding-top: var(--yw-space-3);
      }
      .short {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(8em, 1fr));
        gap: var(--yw-space-3);
      }
      .tick {
        display: inline-flex;
        align-items: center;
        gap: var(--yw-space-2);
      }
    `,
  ];

  render() {
    const it = this.criterion;
    const english = language() === 'en';
    return html`<details class=${it.enabled ? '' : 'off'} data-criterion=${it.key}>
      <summary>
        <b>${english ? it.english : it.name}</b>
        <span class="badge">${t(`kind_${it.rule.kind}`)}</span><span class="badge">${t(it.score)} ${it.points}</span>
        ${this.unreliable
          ? html`<span class="badge warn">${t('unreliable', { kappa: this.unreliable.kappa.toFixed(2), n: this.unreliable.n })}</span>`
          : nothing}
      </summary>
      <div class="fields">
        <div class="short">
          ${this.text(t('name'), 'name', english ? it.english : it.name, (value) => this.set(english ? { english: value } : this.named(value)))}
          ${this.number(t('pointsField'), 'points', it.points, 100, 1, (points) => this.set({ points }))}
          ${this.number(t('attitudeField'), 'attitude', it.attitude, 4, 0.1, (attitude) => this.set({ attitude }))}
          ${this.choice(t('counts'), 'score', it.score, { COMPLIANCE: t('COMPLIANCE'), EXPERIENCE: t('EXPERIENCE'), RISK: t('RISK') }, (score) =>
            this.set({ score: score as Criterion['score'] }),
          )}
          ${this.choice(
            t('appliesTo'),
            'of',
            it.of.length > 1 ? 'BOTH' : it.of[0],
            { AGENT: t('agentsOnly'), BOT: t('botOnly'), BOTH: t('both') },
            (of) => this.set({ of: of === 'BOTH' ? ['AGENT', 'BOT'] : [of] }),
          )}
        </div>
        ${this.rule(it.rule)}
        <div class="row">
          <label class="tick"
            ><input
              type="checkbox"
              name="enabled"
              .checked=${it.enabled}
              @change=${(event: Event) => this.set({ enabled: (event.target as HTMLInputElement).checked })}
            />${t('enabled')}</label
          >
          <span class="spread"></span>
          <button class="button small quiet" @click=${() => this.tell('remove-criterion')}>${t('remove')}</button>
        </div>
      </div>
    </details>`;
  }

  private named(name: string): Partial<Criterion> {
    return this.criterion.key.startsWith('own-') ? { name, english: name } : { name };
  }

  private rule(rule: Rule) {
    switch (rule.kind) {
      case 'words':
        return html`${this.cue(
          rule.cue.side === 'CUSTOMER' ? t('customerSays') : t(rule.demanded ? 'mustSay' : 'mustNotSay'),
          'words',
          rule.cue,
          (cue) => this.set({ rule: { ...rule, cue } }),
        )}`;
      case 'sequence':
        return html`${this.cue(t('firstWords'), 'first', rule.first, (first) => this.set({ rule: { ...rule, first } }))}
        ${rule.before
          ? html`<span class="hint">${t('beforeIt')}</span>`
          : this.number(t('within'), 'within', rule.within, 50, 1, (within) => this.set({ rule: { ...rule, within } }))}
        ${this.cue(t('thenWords'), 'then', rule.then, (then) => this.set({ rule: { ...rule, then } }))}`;
      case 'figure':
        return this.number(t('most'), 'most', rule.most, 86400, 1, (most) => this.set({ rule: { ...rule, most } }));
      case 'model':
        return html`<span class="hint">${t('byModel')}</span>`;
      case 'question':
        return this.text(t('question'), 'question', rule.question, (question) => this.set({ rule: { ...rule, question } }));
    }
  }

  private cue(label: string, name: string, cue: Cue, set: (cue: Cue) => void) {
    return html`
      ${cue.sign ? html`<span class="hint">${t('byTriage', { what: t(`sign_${cue.sign as 'ANGER'}`) })}</span>` : nothing}
      ${cue.sign && !cue.words?.length
        ? nothing
        : html`<label class="field"
              ><span>${label}</span>
              <textarea name=${name} rows="3" .value=${(cue.words ?? []).join('、')} @change=${(event: Event) => set({ ...cue, words: apart(event) })}></textarea>
              <span class="hint">${t('wordsHint')}</span></label
            >
            <label class="field"
              ><span>${t('except')}</span>
              <textarea name="${name}-except" rows="1" .value=${(cue.except ?? []).join('、')} @change=${(event: Event) => set({ ...cue, except: apart(event) })}></textarea>
            </label>`}
    `;
  }

  private text(label: string, name: string, now: string, set: (value: string) => void) {
    return html`<label class="field"
      ><span>${label}</span
      ><input name=${name} maxlength=${name === 'question' ? 300 : 60} .value=${now} @change=${(event: Event) => set((event.target as HTMLInputElement).value.trim())}
    /></label>`;
  }

  private number(label: string, name: string, now: number, most: number, step: number, set: (value: number) => void) {
    return html`<label class="field"
      ><span>${label}</span
      ><input
        name=${name}
        type="number"
        min="0"
        max=${most}
        step=${step}
        .value=${String(now)}
        @change=${(event: Event) => set(Number((event.target as HTMLInputElement).value))}
    /></label>`;
  }

  private choice(label: string, name: string, now: string, options: Record<string, string>, set: (value: string) => void) {
    return html`<label class="field"
      ><span>${label}</span
      ><select name=${name} @change=${(event: Event) => set((event.target as HTMLSelectElement).value)}>
        ${Object.entries(options).map(([value, text]) => html`<option value=${value} ?selected=${value === now}>${text}</option>`)}
      </select></label
    >`;
  }

  private set(change: Partial<Criterion>): void {
    this.tell('change-criterion', { ...this.criterion, ...change });
  }
}

function apart(event: Event): string[] {
  return (event.target as HTMLTextAreaElement).value
    .split(APART)
    .map((one) => one.trim())
    .filter(Boolean);
}
