import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { YiwenElement } from '../../common/element';
import { base, buttons, fields } from '../../common/styles';
import type { Content } from '../articles';
import type { Snippet } from '../snippets/snippets-api';
import {
  HIGHEST_TIER,
  keyOf,
  offered,
  t,
  variantAnswer,
  variantName,
  variantRemarks,
  withVariant,
  type VariantKey,
  type VariantRemark,
} from '../variants';
import './answer-field';
import type { AnswerField } from './answer-field';

/** `<yw-answers .content ?invalid>`: the base answer and what some are told instead. Tells `content` and `whom` (a VariantKey, or null). */
@customElement('yw-answers')
export class Answers extends YiwenElement {
  @property({ attribute: false }) content!: Content;
  @property({ type: Boolean }) invalid = false;
  @property({ attribute: false }) whom: VariantKey | null = null;
  @property({ attribute: false }) values: Snippet[] = [];
  /** Begun, and nothing is written yet. */
  @state() private begun: VariantKey[] = [];
  @state() private remarks: VariantRemark[] = [];
  private waiting?: ReturnType<typeof setTimeout>;
  private request?: AbortController;

  static styles = [
    base,
    buttons,
    fields,
    css`
      :host {
        display: grid;
        gap: var(--yw-space-1);
        min-width: 0;
      }
      .whom {
        display: flex;
        flex-wrap: wrap;
        gap: var(--yw-space-1);
        align-items: center;
      }
      .whom button {
        display: inline-flex;
        gap: var(--yw-space-1);
        align-items: center;
        min-height: 30px;
        padding: 0 var(--yw-space-3);
        border: 1px solid var(--yw-line);
        border-radius: 15px;
        background: var(--yw-surface);
        color: var(--yw-ink-2);
        font: inherit;
        font-size: var(--yw-text-s);
        cursor: pointer;
      }
      .whom button[aria-pressed='true'] {
        border-color: var(--yw-accent);
        background: var(--yw-accent-soft);
        color: var(--yw-accent-text);
        font-weight: var(--yw-weight-strong);
      }
      .whom .written::before {
        width: 6px;
        height: 6px;
        border-radius: 50%;
        background: var(--yw-accent);
        content: '';
      }
      .whom select {
        width: auto;
        min-height: 30px;
        padding: 0 var(--yw-space-2);
        font-size: var(--yw-text-s);
      }
      .differs {
        padding: var(--yw-space-2) var(--yw-space-3);
        border-radius: var(--yw-radius-m);
        background: var(--yw-warn-soft);
        color: var(--yw-warn-text);
        font-size: var(--yw-text-s);
      }
    `,
  ];

  focus(): void {
    this.renderRoot.querySelector<AnswerField>('yw-answer-field')?.focus();
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.waiting);
    this.request?.abort();
  }

  willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has('content')) return;
    const before = changed.get('content') as Content | undefined;
    const { answer, variants } = this.content;
    if (before && before.answer === answer && JSON.stringify(before.variants) === JSON.stringify(variants)) return;
    clearTimeout(this.waiting);
    this.request?.abort();
    if (variants.length === 0 || !answer.trim()) this.remarks = [];
    else this.waiting = setTimeout(() => void this.compare(), 500);
  }

  private async compare(): Promise<void> {
    const request = (this.request = new AbortController());
    try {
      this.remarks = await variantRemarks(this.content.answer, this.content.variants, request.signal);
    } catch {
      // Only a remark: without it one can still write.
      if (!request.signal.aborted) this.remarks = [];
    }
  }

  render() {
    const { content, whom } = this;
    return html`
      <div class="whom" role="group" aria-label=${t('whom')}>
        ${this.choice(null, t('baseAnswer'), false)}
        ${offered(content.variants, this.begun).map((one) => this.choice(one, variantName(one), variantAnswer(content.variants, one) !== ''))}
        ${this.tiers()}
      </div>
      ${whom ? html`<span class="hint">${t(`hint${whom.channel}`, { n: whom.minTier })}</span>` : nothing}
      <yw-answer-field
        name="answer"
        label=${whom ? t('answerFor', { name: variantName(whom) }) : ''}
        placeholder=${whom ? content.answer : ''}
        .value=${whom ? variantAnswer(content.variants, whom) : content.answer}
        ?plain=${whom?.channel === 'SPOKEN' || whom?.channel === 'WECHAT'}
        .values=${this.values}
        ?invalid=${this.invalid}
        @change=${(event: CustomEvent<string>) => this.written(event.detail)}
      ></yw-answer-field>
      ${this.remarks.map(
        (one) => html`<p class="differs" role="status">${t('differs', { name: variantName(one), said: one.said, other: one.other })}</p>`,
      )}
    `;
  }

  private choice(key: VariantKey | null, name: string, written: boolean) {
    const chosen = key && this.whom ? keyOf(key) === keyOf(this.whom) : key === this.whom;
    return html`<button
      type="button"
      class=${written ? 'written' : ''}
      aria-pressed=${chosen}
      title=${written ? t('filled') : nothing}
      @click=${() => this.tell('whom', key)}
    >
      ${name}
    </button>`;
  }

  private tiers() {
    const there = offered(this.content.variants, this.begun).filter((one) => one.channel === 'ANY');
    const free = Array.from({ length: HIGHEST_TIER }, (_, at) => at + 1).filter((tier) => !there.some((one) => one.minTier === tier));
    return html`<select aria-label=${t('tierFor')} .value=${''} @change=${this.begin}>
      <option value="" selected>${t('addTier')}</option>
      ${free.map((tier) => html`<option value=${tier}>${t('tier', { n: tier })}</option>`)}
    </select>`;
  }

  private readonly begin = (event: Event) => {
    const select = event.target as HTMLSelectElement;
    const key: VariantKey = { channel: 'ANY', minTier: Number(select.value) };
    select.value = '';
    if (!key.minTier) return;
    this.begun = [...this.begun, key];
    this.tell('whom', key);
  };

  private written(text: string): void {
    const { content, whom } = this;
    if (whom) this.begun = [...this.begun, whom];
    this.tell('content', whom ? { ...content, variants: withVariant(content.variants, whom, text) } : { ...content, answer: text });
  }
}
