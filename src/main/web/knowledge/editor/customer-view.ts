import { css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { ownBrand, said } from '../../common/brand';
import { YiwenElement } from '../../common/element';
import { icons } from '../../common/icons';
import { markdown } from '../../common/markdown';
import { base, prose } from '../../common/styles';
import type { Content } from '../articles';
import { t } from '../i18n';
import { filled, type Snippet } from '../snippets/snippets-api';
import { t as words, variantAnswer, variantName, type VariantKey } from '../variants';
import { t as own } from './text';

/** `<yw-customer-view .content>`: question and answer as they stand in the customer's chat (or the agent's assist panel). */
@customElement('yw-customer-view')
export class CustomerView extends YiwenElement {
  @property({ attribute: false }) content!: Content;
  /** Who looks; null: anybody. */
  @property({ attribute: false }) whom: VariantKey | null = null;
  /** What named values are filled with. */
  @property({ attribute: false }) values: Snippet[] = [];

  static styles = [
    base,
    prose,
    css`
      :host {
        display: grid;
        gap: var(--yw-space-2);
        align-content: start;
      }
      .chat {
        display: grid;
        gap: var(--yw-space-4);
        padding: var(--yw-space-4);
        border: 1px solid var(--yw-line);
        border-radius: var(--yw-radius-l);
        background: var(--yw-page);
      }
      .bubble {
        max-width: 88%;
        padding: var(--yw-space-2) var(--yw-space-3);
        border-radius: var(--yw-radius-m);
        overflow-wrap: anywhere;
      }
      .mine {
        justify-self: end;
        background: var(--yw-bubble-mine);
        color: var(--yw-on-bubble-mine);
      }
      .answer {
        display: grid;
        gap: 2px;
        justify-items: start;
        min-width: 0;
      }
      .answer .bubble {
        min-width: 0;
        background: var(--yw-bubble-other);
        box-shadow: var(--yw-shadow-1);
      }
      .source {
        display: flex;
        gap: var(--yw-space-1);
        align-items: center;
        margin-top: var(--yw-space-2);
        padding-top: var(--yw-space-2);
        border-top: 1px solid var(--yw-line);
      }
      .source svg {
        flex: none;
        width: 15px;
        height: 15px;
      }
      .plain {
        white-space: pre-wrap;
      }
      .nobody {
        color: var(--yw-ink-3);
      }
    `,
  ];

  private bot(): string {
    const brand = ownBrand();
    return brand ? own('botLabel', { assistant: said(brand).assistant, label: said(brand).label }) : '';
  }

  render() {
    const { question, variants } = this.content;
    const { whom } = this;
    const answer = filled((whom && variantAnswer(variants, whom)) || this.content.answer, this.values);
    const spoken = whom?.channel === 'SPOKEN';
    const audience = spoken ? 'AGENT' : this.content.audience;
    const plain = spoken || whom?.channel === 'WECHAT';
    const title = question.trim() || t('question');
    return html`
      <h2 class="hint">${spoken ? words('spokenView') : audience === 'AGENT' ? own('agentView') : own('customerView')}${whom && !spoken ? `（${variantName(whom)}）` : ''}</h2>
      <div class="chat">
        <div class="bubble mine">${title}</div>
        <div class="answer">
          <span class="hint">${audience === 'AGENT' ? own('suggestionLabel') : this.bot()}</span>
          <div class="bubble">
            ${answer.trim()
              ? plain
                ? html`<div class="plain">${answer}</div>`
                : html`<div class="prose">${markdown(answer)}</div>`
              : html`<span class="nobody">${own('answerEmpty')}</span>`}
            <div class="source hint">${icons.book}<span>${own('source', { title })}</span></div>
          </div>
        </div>
      </div>
    `;
  }
}
