import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { YiwenElement } from '../common/element';
import type { Suggestion } from '../common/frames';
import { icons } from '../common/icons';
import { markdown } from '../common/markdown';
import { badges, base, buttons, prose } from '../common/styles';
import { cardStyles } from './card-styles';
import { plain } from './script';
import { t } from './text';
import { saidMark } from './said-mark';
import type { How } from './uses';

/** What the cards have in common that are no articles. Events: `card-insert`, `card-copy` (detail: text), `card-dismiss`. */
export abstract class KindCard extends YiwenElement {
  @property({ attribute: false }) suggestion!: Suggestion;
  @property({ type: Number }) number = 1;
  @property({ type: Boolean }) spoken = false;
  @property() use: How | '' = '';

  static styles = [base, buttons, badges, prose, cardStyles];

  /** As the key does. */
  insert(): void {
    if (this.words) this.tell('card-insert', this.words);
  }

  render(): TemplateResult {
    return html`
      <div class="top">${this.label()} ${this.used()}</div>
      <h3>${this.heading}</h3>
      ${this.content()}
      <div class="foot">${this.actions()}</div>
    `;
  }

  /** What was done with it. */
  protected used(): TemplateResult | typeof nothing {
    return this.use
      ? html`<span class="use" role="status">${icons.check}${this.use === 'copy' ? t('copied') : this.spoken ? t('used') : t('inserted')}</span>`
      : saidMark(this.suggestion, () => this.tell('card-unsaid'));
  }

  protected abstract label(): TemplateResult;

  protected get heading(): string {
    return this.suggestion.title;
  }

  protected content(): TemplateResult {
    return html`<div class="text prose">${markdown(this.suggestion.text)}</div>`;
  }

  /** What is put into the reply; '' when there is nothing to say. */
  protected get words(): string {
    return plain(this.suggestion.text);
  }

  protected actions(): TemplateResult {
    return html`${this.words
        ? html`<button class="button small" @click=${this.insert} aria-keyshortcuts="Alt+${this.number}">
              ${this.spoken ? t('use') : t('insert')} <span class="key">${t('key', { n: this.number })}</span>
            </button>
            <button class="button small quiet" @click=${() => this.tell('card-copy', this.words)}>${t('copy')}</button>`
        : nothing}
      <button class="button small quiet" @click=${() => this.tell('card-dismiss')}>${t('dismiss')}</button>`;
  }
}
