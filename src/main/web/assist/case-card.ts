import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { KindCard } from './kind-card';
import { t } from './text';

@customElement('yw-case-card')
export class CaseCard extends KindCard {
  protected label() {
    return html`<span class="badge">${t('case')}</span>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'yw-case-card': CaseCard;
  }
}
