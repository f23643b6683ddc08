import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { KindCard } from './kind-card';
import { t } from './text';

@customElement('yw-warning-card')
export class WarningCard extends KindCard {
  protected label() {
    return html`<span class="badge warn">${t('warning')}</span>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'yw-warning-card': WarningCard;
  }
}
