import { css, html } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import '../assist/panel';
import { api, ApiError } from '../common/api';
import { YiwenElement } from '../common/element';
import '../common/states';
import { base } from '../common/styles';
import { Host, type FromHost } from './host';
import { t } from './text';

/** The assist panel in another company's page; see src/docs/embedding-assist.md for what the two tell each other. */
@customElement('yiwen-embed')
export class Embed extends YiwenElement {
  @state() private conversation = '';
  @state() private number = '';
  @state() private token = '';
  @state() private refused = false;
  private shown = '';
  private readonly host = new Host((message) => this.heard(message));

  static styles = [
    base,
    css`
      :host {
        display: flex;
        flex-direction: column;
        height: 100dvh;
        background: var(--yw-surface);
      }
      yiwen-assist {
        flex: 1;
      }
    `,
  ];

  connectedCallback(): void {
    super.connectedCallback();
    void this.host.listen();
  }

  updated(): void {
    document.title = t('pageTitle');
  }

  render() {
    return html`<h1 class="hidden-visually">${t('pageTitle')}</h1>
      ${this.content()}`;
  }

  private content() {
    if (!this.host.framed) return html`<yw-empty heading=${t('alone')} hint=${t('aloneHint')}></yw-empty>`;
    if (this.refused) return html`<yw-empty heading=${t('signedOut')} hint=${t('signedOutHint')}></yw-empty>`;
    if (!this.token || !(this.conversation || this.number)) {
      return html`<yw-empty heading=${t('waiting')} hint=${t('waitingHint')}></yw-empty>`;
    }
    return html`<yiwen-assist
      .conversation=${this.conversation}
      .number=${this.number}
      .token=${this.token}
      ?spoken=${this.number !== ''}
      @yiwen-insert=${(e: CustomEvent<string>) =>
        this.host.tell({ type: 'yiwen:insert-text', text: e.detail, conversation: this.shown })}
      @yiwen-conversation=${(e: CustomEvent<string>) => {
        this.shown = e.detail;
        this.host.tell({ type: 'yiwen:opened', conversation: e.detail });
      }}
      @yiwen-token-needed=${() => this.host.tell({ type: 'yiwen:token-needed' })}
    ></yiwen-assist>`;
  }

  private heard(message: FromHost): void {
    switch (message.type) {
      case 'yiwen:open':
        this.conversation = String(message.conversation ?? '');
        this.number = this.conversation ? '' : String(message.number ?? '');
        break;
      case 'yiwen:close':
        this.conversation = '';
        this.number = '';
        break;
      case 'yiwen:sign-in':
        void this.signIn(message);
        break;
    }
  }

  /** With our own short-lived token, or with one of the host's to be exchanged for it. */
  private async signIn({ token, hostToken }: { token?: string; hostToken?: string }): Promise<void> {
    try {
      this.token = token
        ? String(token)
        : (await api<{ token: string }>('POST', '/assist/token', { body: { hostToken: String(hostToken ?? '') } })).token;
      this.refused = false;
    } catch (failure) {
      this.refused = failure instanceof ApiError && failure.status > 0;
      this.host.tell({ type: 'yiwen:token-needed' });
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'yiwen-embed': Embed;
  }
}
