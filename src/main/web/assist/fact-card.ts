import { css, html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import '../common/fact-view';
import type { FactView } from '../common/facts';
import { language } from '../common/i18n/language';
import { labelIn } from '../common/labels';
import { markdown } from '../common/markdown';
import { timeElement } from '../common/time';
import { KindCard } from './kind-card';
import { t } from './text';

/** The title names it, the words below have it. */
const ELSEWHERE = ['advice'];

/** What the operator's systems say now: figures, when they were read, what to say of them and what to do. */
@customElement('yw-fact-card')
export class FactCard extends KindCard {
  static styles = [
    ...KindCard.styles,
    css`
      .advice {
        margin-top: var(--yw-space-2);
        padding: var(--yw-space-1) var(--yw-space-2);
        border-left: 3px solid var(--yw-accent);
        background: var(--yw-accent-soft);
        font-size: var(--yw-text-s);
      }
      .text {
        margin-top: var(--yw-space-2);
      }
      .hint {
        color: var(--yw-ink-3);
        font-size: var(--yw-text-xs);
      }
    `,
  ];

  private get view(): FactView | undefined {
    return this.suggestion.details.view as FactView | undefined;
  }

  protected label() {
    const { view } = this;
    return html`<span class="badge">${t('fact')}</span>
      ${view?.state === 'known' && view.readAt ? html`<span class="hint">${t('readAt')} ${timeElement(view.readAt)}</span>` : nothing}`;
  }

  protected get heading(): string {
    return language() === 'en' && this.view ? labelIn(this.view.label) : this.suggestion.title;
  }

  protected content() {
    const { advice } = this.suggestion.details;
    return html`<yw-fact-view headed .view=${this.view} .without=${ELSEWHERE}></yw-fact-view>
      ${advice ? html`<p class="advice"><strong>${t('advice')}</strong> ${advice}</p>` : nothing}
      ${this.suggestion.text ? html`<div class="text prose">${markdown(this.suggestion.text)}</div>` : nothing}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'yw-fact-card': FactCard;
  }
}
