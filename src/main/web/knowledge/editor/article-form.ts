import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { YiwenElement } from '../../common/element';
import { badges, base, buttons, fields } from '../../common/styles';
import './answers';
import type { Content } from '../articles';
import { LONGEST_QUESTION, type Faults, type Field } from '../content';
import { t } from '../i18n';
import { t as own } from './text';
import { asKind, kindOf, type Kind } from '../procedure/procedure';
import '../procedure/procedure-form';
import { t as steps } from '../procedure/text';
import './links';
import './phrasings';
import './similar';
import type { Snippet } from '../snippets/snippets-api';
import type { VariantKey } from '../variants';
import { validityHint } from './validity-hint';

const PRODUCTS = ['移动', '宽带', '融合', '通用'];

/** `<yw-article-form .content .faults slug fresh @content @whom @slug>`: what an editor writes of an article. */
@customElement('yw-article-form')
export class ArticleForm extends YiwenElement {
  @property({ attribute: false }) content!: Content;
  @property({ attribute: false }) faults: Faults = {};
  @property({ attribute: 'article-id' }) articleId = '';
  /** Whose answer is being written; null: everybody's. */
  @property({ attribute: false }) whom: VariantKey | null = null;
  @property({ attribute: false }) values: Snippet[] = [];
  @property({ type: Number }) revision = 0;
  @property() slug = '';
  /** A slug is chosen once: links and imports know the article by it. */
  @property({ type: Boolean }) fresh = false;
  /** Of a procedure: its Markdown rather than its steps. */
  @state() private markdown = false;
  private left?: { was: string; is: string };

  static styles = [
    base,
    buttons,
    fields,
    badges,
    css`
      :host {
        display: grid;
        gap: var(--yw-space-4);
        align-content: start;
      }
      .group {
        display: grid;
        gap: var(--yw-space-1);
        min-width: 0;
        margin: 0;
        padding: 0;
        border: 0;
      }
      legend,
      .name {
        padding: 0;
        color: var(--yw-ink-2);
        font-size: var(--yw-text-s);
        font-weight: var(--yw-weight-strong);
      }
      .pair {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(200px, 100%), 1fr));
        gap: var(--yw-space-4);
      }
      .radios {
        display: flex;
        flex-wrap: wrap;
        gap: var(--yw-space-4);
        align-items: center;
        min-height: var(--yw-control);
      }
      .radios label {
        display: inline-flex;
        gap: var(--yw-space-2);
        align-items: center;
      }
      .views {
        display: flex;
        gap: var(--yw-space-1);
      }
      .views [aria-pressed='true'] {
        background: var(--yw-accent-soft);
        color: var(--yw-accent-text);
      }
      .slug {
        font-family: var(--yw-font-mono);
        font-size: var(--yw-text-s);
        overflow-wrap: anywhere;
      }
    `,
  ];

  /** Puts the cursor where the first fault is. */
  focusFault(): void {
    const first = (['question', 'answer', 'phrasings', 'product', 'validTo', 'slug'] as Field[]).find((one) => this.faults[one]);
    this.renderRoot.querySelector<HTMLElement>(`[name="${first}"]`)?.focus();
  }

  render() {
    const { content } = this;
    return html`
      <div class="group">
        <label class="name" for="question">${t('question')}</label>
        <input
          id="question"
          name="question"
          maxlength=${LONGEST_QUESTION}
          placeholder=${own('questionHint')}
          aria-invalid=${Boolean(this.faults.question)}
          .value=${content.question}
          @input=${this.text('question')}
        />
        ${this.fault('question')}
        <yw-similar question=${content.question} self=${this.articleId}></yw-similar>
      </div>
      <div class="group">
        <span class="name">${t('answer')}</span>
        ${this.answer()}
        ${this.fault('answer')}
        <yw-article-links article-id=${this.articleId} .revision=${this.revision}></yw-article-links>
      </div>
      <div class="group">
        <span class="name">${t('phrasings')}<span class="hint">（${content.phrasings.length}）</span></span>
        <yw-phrasings
          name="phrasings"
          label=${t('phrasings')}
          placeholder=${own('phrasingsHint')}
          .values=${content.phrasings}
          @change=${(event: CustomEvent<string[]>) => this.change({ phrasings: event.detail })}
        ></yw-phrasings>
        ${this.fault('phrasings') === nothing && content.phrasings.length < 3
          ? html`<span class="hint">${own('morePhrasings')}</span>`
          : this.fault('phrasings')}
      </div>
      <div class="pair">
        <fieldset class="group">
          <legend>${t('audience')}</legend>
          <div class="radios">${this.radio('CUSTOMER', t('audienceCUSTOMER'))} ${this.radio('AGENT', t('agentOnly'))} ${this.radio('PROCEDURE', steps('kind'))}</div>
        </fieldset>
        <label class="group">
          <span class="name">${t('product')}</span>
          <input name="product" list="products" aria-invalid=${Boolean(this.faults.product)} .value=${content.product} @input=${this.text('product')} />
          <datalist id="products">${PRODUCTS.map((one) => html`<option value=${one}></option>`)}</datalist>
          ${this.fault('product')}
        </label>
      </div>
      <div class="group">
        <div class="pair">
          <label class="group">
            <span class="name">${own('validFrom')}</span>
            <input type="date" name="validFrom" .value=${content.validFrom ?? ''} @change=${this.day('validFrom')} />
          </label>
          <label class="group">
            <span class="name">${own('validTo')}</span>
            <input
              type="date"
              name="validTo"
              aria-invalid=${Boolean(this.faults.validTo)}
              .value=${content.validTo ?? ''}
              @change=${this.day('validTo')}
            />
          </label>
        </div>
        ${this.faults.validTo ? this.fault('validTo') : html`<span class="hint validity">${validityHint(content)}</span>`}
      </div>
      <div class="group">
        <span class="name">${t('tags')}</span>
        <yw-phrasings
          inline
          label=${t('tags')}
          placeholder=${own('tagsHint')}
          .values=${content.tags}
          @change=${(event: CustomEvent<string[]>) => this.change({ tags: event.detail })}
        ></yw-phrasings>
      </div>
      ${this.fresh ? this.slugField() : html`<p class="hint">${own('slug')}：<span class="slug">${this.slug}</span></p>`}
    `;
  }

  private slugField() {
    return html`
      <label class="group">
        <span class="name">${own('slug')}</span>
        <input
          class="slug"
          name="slug"
          maxlength="200"
          placeholder="billing/pay-a-bill"
          aria-invalid=${Boolean(this.faults.slug)}
          .value=${this.slug}
          @input=${(event: Event) => this.tell('slug', (event.target as HTMLInputElement).value.trim())}
        />
        ${this.faults.slug ? this.fault('slug') : html`<span class="hint">${own('slugHint')}</span>`}
      </label>
    `;
  }

  private answer() {
    const { content } = this;
    const procedure = kindOf(content) === 'PROCEDURE';
    const invalid = Boolean(this.faults.answer);
    return html`
      ${procedure
        ? html`<div class="views" role="group" aria-label=${steps('view')}>
            ${this.view(false, steps('form'))} ${this.view(true, steps('markdown'))}
          </div>`
        : nothing}
      ${procedure && !this.markdown
        ? html`<yw-procedure-form
            name="answer"
            .answer=${content.answer}
            ?invalid=${invalid}
            @answer=${(event: CustomEvent<string>) => this.change({ answer: event.detail })}
          ></yw-procedure-form>`
        : html`<yw-answers name="answer" .content=${content} .whom=${this.whom} .values=${this.values} ?invalid=${invalid}></yw-answers>`}
    `;
  }

  private view(markdown: boolean, text: string) {
    return html`<button type="button" class="button small quiet" aria-pressed=${this.markdown === markdown} @click=${() => (this.markdown = markdown)}>
      ${text}
    </button>`;
  }

  private radio(value: Kind, text: string) {
    return html`<label>
      <input type="radio" name="audience" .checked=${kindOf(this.content) === value} @change=${() => this.turn(value)} />${text}
    </label>`;
  }

  /** Who turns a procedure into something else and back has its steps again. */
  private turn(kind: Kind): void {
    const { content } = this;
    if (kindOf(content) === 'PROCEDURE') this.left = { was: content.answer, is: asKind(content, kind).answer };
    const again = kind === 'PROCEDURE' && this.left?.is === content.answer ? this.left.was : undefined;
    this.change(again ? { audience: 'AGENT', answer: again } : asKind(content, kind));
  }

  private fault(field: Field) {
    const text = this.faults[field];
    return text ? html`<span class="problem" role="alert">${text}</span>` : nothing;
  }

  private text(field: 'question' | 'product') {
    return (event: Event) => this.change({ [field]: (event.target as HTMLInputElement).value });
  }

  private day(field: 'validFrom' | 'validTo') {
    return (event: Event) => this.change({ [field]: (event.target as HTMLInputElement).value || null });
  }

  private change(part: Partial<Content>): void {
    this.tell('content', { ...this.content, ...part });
  }
}
