import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { YiwenElement } from '../common/element';
import type { Suggestion } from '../common/frames';
import { icons } from '../common/icons';
import { markdown } from '../common/markdown';
import { badges, base, buttons, prose } from '../common/styles';
import { plain, stepsOf } from './script';
import { t } from './text';
import { cardStyles } from './card-styles';
import { saidMark } from './said-mark';
import { usedBy } from './used-by';
import type { How } from './uses';

/** One suggestion. Events: `card-insert`, `card-copy` (detail: text), `card-dismiss`. */
@customElement('yw-assist-card')
export class Card extends YiwenElement {
  @property({ attribute: false }) suggestion!: Suggestion;
  @property({ type: Number }) number = 1;
  @property({ type: Boolean }) spoken = false;
  @property() use: How | '' = '';
  @state() private open = false;
  /** What can be said aloud; it does not change under who points at it. */
  @state() private sentence = '';
  /** The next step of a script that has words to say. */
  @state() private step = 0;

  static styles = [base, buttons, badges, prose, cardStyles];

  /** A script opens at the part that fits now, until what was said calls for another. */
  willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('suggestion')) return;
    const { spoken } = this.suggestion.details;
    const same = changed.get('suggestion')?.id === this.suggestion.id;
    if (!same || !this.sentence || !this.matches(':hover, :focus-within')) this.sentence = typeof spoken === 'string' ? spoken : '';
    const { step } = this.suggestion.details;
    const before = changed.get('suggestion')?.details.step;
    if (typeof step === 'number' && step !== before) this.step = step;
  }

  insert(): void {
    if (!this.sayable) return;
    this.tell('card-insert', this.words);
    const { steps } = this;
    if (steps.length && this.step < steps.length - 1) this.step++;
  }

  render() {
    const { suggestion } = this;
    const script = suggestion.kind === 'script' && this.steps.length > 0;
    return html`
      <div class="top">
        <span class="badge ${script ? '' : 'accent'}">${script ? t('script') : t('answer')}</span>
        ${suggestion.audience === 'AGENT' ? html`<span class="badge warn" title=${t('internalHint')}>${t('internal')}</span>` : nothing}
        ${script ? nothing : html`<span>${t('sure', { n: Math.round(suggestion.confidence * 100) })}</span>`}
        ${this.use
          ? html`<span class="use" role="status"
              >${icons.check}${this.use === 'copy' ? t('copied') : this.spoken ? t('used') : t('inserted')}</span
            >`
          : saidMark(suggestion, () => this.tell('card-unsaid'))}
      </div>
      <h3>${suggestion.title.replace(/^话术[:：]\s*/, '')}</h3>
      ${script ? this.script() : this.answer()}
      ${suggestion.source ? html`<div class="source ellipsis">${t('source', { revision: suggestion.source.revision })}</div>` : nothing}
      ${usedBy(suggestion)}
      <div class="foot">
        <button
          class="button small"
          ?disabled=${!this.sayable}
          title=${this.sayable ? '' : t('nothingToSay')}
          @click=${this.insert}
          aria-keyshortcuts="Alt+${this.number}"
        >
          ${this.spoken ? t('use') : script ? t('insertStep') : t('insert')}
          <span class="key">${t('key', { n: this.number })}</span>
        </button>
        <button class="button small quiet" @click=${() => this.tell('card-copy', this.words)}>${t('copy')}</button>
        <button class="button small quiet" @click=${() => this.tell('card-dismiss')}>${t('dismiss')}</button>
      </div>
    `;
  }

  private get steps() {
    return stepsOf(this.suggestion.text).steps;
  }

  /** What is put into the reply: an answer's text; of a script only what one step says aloud. */
  private get words(): string {
    const step = this.suggestion.kind === 'script' ? this.steps[this.step] : undefined;
    if (step) return step.words || plain(step.text);
    return this.spoken && this.sentence ? this.sentence : plain(this.suggestion.text);
  }

  /** A step that only tells the agent what to do has nothing for the customer's eyes. */
  private get sayable(): boolean {
    const step = this.suggestion.kind === 'script' ? this.steps[this.step] : undefined;
    return this.spoken || !step || step.words !== '';
  }

  private answer() {
    if (this.spoken && this.sentence) return this.said();
    const long = this.suggestion.text.length > 110 || this.suggestion.text.split('\n').length > 4;
    return html`
      <div class="text prose ${long && !this.open ? 'clamped' : ''}">${markdown(this.suggestion.text)}</div>
      ${long
        ? html`<button class="more" aria-expanded=${this.open} @click=${() => (this.open = !this.open)}>
            ${this.open ? t('less') : t('more')}
          </button>`
        : nothing}
    `;
  }

  /** What to say first; the whole article is a press away. */
  private said() {
    return html`
      <p class="say">${this.sentence}</p>
      ${this.open ? html`<div class="text prose">${markdown(this.suggestion.text)}</div>` : nothing}
      <button class="more" aria-expanded=${this.open} @click=${() => (this.open = !this.open)}>${this.open ? t('less') : t('whole')}</button>
    `;
  }

  private script() {
    const { lead, steps } = stepsOf(this.suggestion.text);
    const now = steps[this.step] ?? steps[0]!;
    return html`<div class="script">
      ${lead && this.open ? html`<div class="text prose">${markdown(lead)}</div>` : nothing}
      <div class="steps" role="tablist">
        ${steps.map(
          (step, i) => html`<button
            role="tab"
            aria-selected=${i === this.step}
            title=${t('step', { n: i + 1 })}
            @click=${() => (this.step = i)}
          >
            ${i + 1} ${step.name}
          </button>`,
        )}
      </div>
      <div class="text prose" role="tabpanel">${markdown(now.text)}</div>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'yw-assist-card': Card;
  }
}
