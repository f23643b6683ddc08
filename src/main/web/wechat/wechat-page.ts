import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { words } from '../common/api';
import { YiwenElement } from '../common/element';
import { t as shared } from '../common/i18n/common';
import { has, requireStaff, signOut, type SignedIn } from '../common/session';
import { sheet } from '../common/sheet';
import '../common/states';
import { base, buttons } from '../common/styles';
import { pageTitle } from '../common/title';
import '../common/top-bar';
import './account-list';
import { t } from './text';

/** WeChat's accounts: for administrators. */
@customElement('yiwen-wechat')
export class WeChatPage extends YiwenElement {
  @state() private staff?: SignedIn;
  @state() private failure = '';

  static styles = [base, buttons, sheet];

  connectedCallback(): void {
    super.connectedCallback();
    void this.enter();
  }

  updated(): void {
    pageTitle(t('pageTitle'));
  }

  private async enter(): Promise<void> {
    this.failure = '';
    try {
      this.staff = await requireStaff();
    } catch (failure) {
      this.failure = words(failure);
    }
  }

  render() {
    return html`
      <yw-top-bar .staff=${this.staff} current="wechat"></yw-top-bar>
      <main>${this.content()}</main>
    `;
  }

  private content() {
    if (this.failure) {
      return html`<yw-empty heading=${this.failure}>
        <button class="button" @click=${() => void this.enter()}>${shared('retry')}</button>
      </yw-empty>`;
    }
    if (!this.staff) return nothing;
    if (!has(this.staff, 'INTEGRATIONS')) {
      return html`<yw-empty heading=${t('noRole')} hint=${t('noRoleHint', { login: this.staff.login })}>
        <button class="button" @click=${() => void signOut()}>${shared('signOut')}</button>
      </yw-empty>`;
    }
    return html`
      <div>
        <h1>${t('title')}</h1>
        <p class="hint">${t('about')}</p>
      </div>
      <yw-wechat-accounts></yw-wechat-accounts>
    `;
  }
}
