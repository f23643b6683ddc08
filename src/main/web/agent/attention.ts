import { css, html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { cssText } from '../common/css-text';
import { badges, base, buttons } from '../common/styles';
import { icons } from '../common/icons';
import type { Mine, Waiting } from '../common/frames';
import { t as calls } from './call-text';
import type { Offer } from './holdings';
import { DeskElement } from './desk-element';
import { nameOf, reasonName, reasonTone, reasonWords, t } from './text';
import './timer';

/** What wants an answer now: offers with their count-down, ringing calls. Event: `pick` (detail: conversation id). */
@customElement('yw-attention')
export class Attention extends DeskElement {
  private tick?: number;

  static styles = [
    base,
    buttons,
    badges,
    css`
      :host {
        display: block;
      }
      .offer {
        position: relative;
        display: flex;
        align-items: center;
        gap: var(--yw-space-3);
        padding: var(--yw-space-3) var(--yw-space-4);
        border: 1px solid var(--yw-accent);
        background: var(--yw-surface);
        box-shadow: var(--yw-shadow-2);
      }
      .offers {
        max-height: 50dvh;
        overflow-y: auto;
        border-radius: var(--yw-radius-m);
      }
      .offer.urgent {
        border-color: var(--yw-urgent);
        background: var(--yw-urgent-soft);
      }
      .words {
        flex: 1;
        min-width: 0;
      }
      .reason {
        display: -webkit-box;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 2;
        overflow: hidden;
      }
      .left {
        min-width: 3em;
        text-align: right;
      }
      .bar {
        position: absolute;
        inset: auto 0 0 0;
        height: 2px;
        background: var(--yw-accent);
        transform-origin: left;
      }
      .urgent .bar {
        background: var(--yw-urgent);
      }
      .offer {
        flex-wrap: wrap;
      }
      .words {
        flex-basis: 100%;
      }
      .offer .button {
        flex: 1;
      }
    `,
  ];

  disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.tick);
    this.tick = undefined;
  }

  updated(): void {
    const counting = this.desk.offers.length > 0;
    if (counting && this.tick === undefined) this.tick = window.setInterval(() => this.requestUpdate(), 500);
    if (!counting) {
      clearInterval(this.tick);
      this.tick = undefined;
    }
  }

  render() {
    return html`<div class="offers" role="region" aria-live="assertive" aria-label=${t('offered')}>
      ${this.desk.callElsewhere ? this.talking(this.desk.callElsewhere) : nothing}
      ${this.desk.offers.map((offer) => this.offer(offer))} ${this.desk.ringing.map((one) => this.call(one))}
    </div>`;
  }

  private offer(offer: Offer) {
    const left = Math.max(0, Math.ceil((offer.endsAt - Date.now()) / 1000));
    const tone = reasonTone(offer.reason.code);
    const name = reasonName(offer.reason.code);
    // The queue's entry knows more, e.g. the number of a call.
    const who = nameOf(this.desk.describe(offer.conversationId) ?? offer);
    return html`<div class="offer ${tone}">
      <div class="words">
        <div>
          <strong>${offer.channel === 'VOICE' ? t('ringingFrom', { number: who }) : `${t('offered')}：${who}`}</strong>
          ${name ? html`<span class="badge ${tone}">${name}</span>` : nothing}
        </div>
        <div class="reason" title=${reasonWords(offer.reason)}>${reasonWords(offer.reason)}</div>
      </div>
      <span class="hint left" aria-hidden="true">${t('secondsLeft', { n: left })}</span>
      <button class="button primary" title="Alt+A" @click=${() => this.desk.accept(offer.conversationId)}>${t('accept')}</button>
      <button class="button" title="Alt+X" @click=${() => this.desk.decline(offer.conversationId)}>${t('decline')}</button>
      <div class="bar" .style=${cssText({ transform: `scaleX(${left / offer.seconds})` })}></div>
    </div>`;
  }

  private talking(call: Mine) {
    return html`<div class="offer">
      <div class="words">${icons.phone} <strong>${calls('talking', { number: nameOf(call) })}</strong></div>
      <button class="button primary" @click=${() => this.desk.select(call.conversationId)}>${calls('look')}</button>
    </div>`;
  }

  private call(waiting: Waiting) {
    return html`<div class="offer">
      ${icons.phone}
      <div class="words">
        <strong>${t('ringingFrom', { number: waiting.subject ?? t('unknownNumber') })}</strong>
        <span class="hint"><yw-timer since=${waiting.since} urgent="20"></yw-timer></span>
      </div>
      <button class="button primary" title="Alt+A" @click=${() => this.tell('pick', waiting.conversationId)}>${t('answer')}</button>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'yw-attention': Attention;
  }
}
