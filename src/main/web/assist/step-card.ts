import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { KindCard } from './kind-card';
import { t } from './text';

@customElement('yw-step-card')
export class StepCard extends KindCard {
  protected label() {
    return html`<span class="badge accent">${t('nextStep')}</span>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'yw-step-card': StepCard;
  }
}
