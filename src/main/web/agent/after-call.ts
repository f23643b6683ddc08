import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { api, words } from '../common/api';
import { badges, base, buttons } from '../common/styles';
import { toast } from '../common/toast';
import { t } from './call-text';
import { DeskElement } from './desk-element';

/** The time after a call: how much is left, and what can be done about it. With `brief`: the time alone on a phone. */
@customElement('yw-after-call')
export class AfterCall extends DeskElement {
  @property({ type: Boolean }) brief = false;
  private tick?: number;

  static styles = [
    base,
    buttons,
    badges,
    css`
      :host {
        display: inline-flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--yw-space-2);
      }
      .badge {
        font-variant-numeric: tabular-nums;
        white-space: nowrap;
      }
      @media (max-width: 1099px) {
        :host([brief]) .button {
          display: none;
        }
      }
    `,
  ];

  disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.tick);
    this.tick = undefined;
  }

  updated(): void {
    const counting = this.desk.afterCall !== undefined;
    if (counting && this.tick === undefined) this.tick = window.setInterval(() => this.count(), 500);
    if (!counting) {
      clearInterval(this.tick);
      this.tick = undefined;
    }
  }

  render() {
    const { afterCall } = this.desk;
    if (!afterCall) return nothing;
    const n = Math.max(0, Math.ceil((afterCall.endsAt - Date.now()) / 1000));
    return html`<span class="badge accent" role="timer" title=${t('hint')}>${t('afterCall')} · ${t('left', { n })}</span>
      <button class="button small" @click=${() => this.ask('prolong')}>${t('prolong')}</button>
      <button class="button small" @click=${() => this.ask('end')}>${t('end')}</button>`;
  }

  private count(): void {
    const { afterCall } = this.desk;
    if (afterCall && afterCall.endsAt <= Date.now()) this.desk.afterCallIsOver();
    else this.requestUpdate();
  }

  private ask(what: 'prolong' | 'end'): void {
    api('POST', `/after-call/${what}`).catch((failure) => toast(words(failure), { kind: 'problem' }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'yw-after-call': AfterCall;
  }
}
