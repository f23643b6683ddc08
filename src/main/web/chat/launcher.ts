import { css, html, nothing } from 'lit';
import { composes } from '../common/composing';
import { customElement, property, query, state } from 'lit/decorators.js';
import { brandOf } from '../common/brand';
import { wear } from '../common/brand-look';
import { YiwenElement } from '../common/element';
import { icons } from '../common/icons';
import { t } from '../common/i18n/chat';
import { language } from '../common/i18n/language';
import { badges, base, buttons } from '../common/styles';
import './yiwen-chat';
import type { YiwenChat } from './yiwen-chat';

/** Phones: the chat takes the whole screen there. Above the element: one that stands in the page is connected at its definition. */
const small = matchMedia('(max-width: 720px)');

/**
 * A button in the corner with the unread count, which opens the chat: over the page's corner, full screen on a phone.
 * `contained` keeps both inside the nearest positioned box.
 */
@customElement('yiwen-launcher')
export class Launcher extends YiwenElement {
  @property() token = '';
  @property() endpoint = '';
  /** As of `<yiwen-chat>`. */
  @property({ type: Boolean, attribute: 'tells-page' }) tellsPage = false;
  @property({ type: Boolean, reflect: true }) contained = false;
  @property({ type: Boolean, reflect: true }) open = false;
  @state() private unread = 0;
  @query('yiwen-chat') private chat!: YiwenChat;
  @query('.launch') private button!: HTMLButtonElement;

  static styles = [
    base,
    buttons,
    badges,
    css`
      .launch {
        position: fixed;
        z-index: 40;
        right: calc(var(--yw-space-4) + env(safe-area-inset-right));
        bottom: calc(var(--yw-space-5) + env(safe-area-inset-bottom));
        min-height: 48px;
        padding: 0 var(--yw-space-4);
        border-radius: var(--yw-radius-pill);
        box-shadow: var(--yw-shadow-2);
      }
      .count {
        position: absolute;
        top: -6px;
        right: -4px;
        border: 2px solid var(--yw-surface);
        box-sizing: content-box;
      }
      .panel {
        position: fixed;
        z-index: 41;
        right: var(--yw-space-5);
        bottom: var(--yw-space-5);
        width: min(400px, calc(100vw - 32px));
        height: min(680px, calc(100vh - 48px));
        border: 1px solid var(--yw-line);
        border-radius: var(--yw-radius-l);
        box-shadow: var(--yw-shadow-2);
        overflow: hidden;
      }
      :host([contained]) .launch {
        position: absolute;
      }
      :host([contained]) .panel {
        position: absolute;
        inset: 0;
        width: auto;
        height: auto;
        border: 0;
        border-radius: 0;
      }
      @media (max-width: 720px) {
        .panel,
        :host([contained]) .panel {
          position: fixed;
          inset: 0;
          width: auto;
          height: auto;
          border: 0;
          border-radius: 0;
        }
        :host([contained]) .launch {
          position: fixed;
        }
      }
    `,
  ];

  /** Opens the chat, and asks when there is something to ask. */
  show(question?: string): void {
    this.open = true;
    if (question) this.chat.ask(question);
  }

  willUpdate(): void {
    this.lang = language();
  }

  render() {
    return html`
      <button
        class="button primary launch"
        ?hidden=${this.open}
        aria-label=${this.unread ? t('openUnread', { n: this.unread }) : t('open')}
        @click=${() => this.show()}
      >
        ${icons.headset}${t('chat')}
        ${this.unread ? html`<span class="count">${this.unread > 99 ? '99+' : this.unread}</span>` : nothing}
      </button>
      <div class="panel" role="dialog" aria-label=${t('chat')} ?hidden=${!this.open} @keydown=${this.key}>
        <yiwen-chat
          closable
          token=${this.token}
          endpoint=${this.endpoint}
          ?page=${this.open && small.matches}
          ?away=${!this.open}
          ?tells-page=${this.tellsPage}
          @yiwen-unread=${(event: CustomEvent<number>) => (this.unread = event.detail)}
          @yiwen-close=${this.hide}
        ></yiwen-chat>
      </div>
    `;
  }

  connectedCallback(): void {
    super.connectedCallback();
    void brandOf(this.endpoint.replace(/\/$/, '')).then((brand) => wear(this.renderRoot as ShadowRoot, brand), () => undefined);
    small.addEventListener('change', this.resized);
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    small.removeEventListener('change', this.resized);
  }

  private readonly resized = () => this.requestUpdate();

  private readonly hide = () => {
    this.open = false;
    void this.updateComplete.then(() => this.button.focus());
  };

  private key(event: KeyboardEvent): void {
    if (event.key === 'Escape' && !composes(event)) this.hide();
  }
}
