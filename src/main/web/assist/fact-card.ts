import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { KindCard } from './kind-card';
import { t } from './text';

@customElement('yw-fact-card')
export class FactCard extends KindCard {
  protected label() {
    return html`<span class="badge">${t('fact')}</span>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'yw-fact-card': FactCard;
  }
}
