import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { words } from '../common/api';
import { YiwenElement } from '../common/element';
import { t as shared } from '../common/i18n/common';
import '../common/knowledge-nav';
import { has, requireStaff, signOut, type SignedIn } from '../common/session';
import { sheet } from '../common/sheet';
import '../common/states';
import { base, buttons } from '../common/styles';
import '../common/top-bar';
import './editor-words';
import { t } from './i18n';
import { wishStyles } from './styles';
import './watch-rules';

/** What customers say that means a wish for a human, and what asks nothing. */
@customElement('yiwen-wishes')
export class WishesPage extends YiwenElement {
  @state() private staff?: SignedIn;
  @state() private failure = '';

  static styles = [base, buttons, sheet, wishStyles];

  connectedCallback(): void {
    super.connectedCallback();
    void this.enter();
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
      <yw-top-bar .staff=${this.staff} current="knowledge"></yw-top-bar>
      <main>${this.content()}</main>
    `;
  }

  private content() {
    if (this.failure) {
      return html`<yw-empty heading=${this.failure}>
        <button class="button" @click=${() => void this.enter()}>${shared('retry')}</button>
      </yw-empty>`;
    }
    if (!this.staff) return html`<div class="card"><yw-skeleton lines="4"></yw-skeleton></div>`;
    if (!has(this.staff, 'EDIT', 'SUPERVISE')) {
      return html`<yw-empty heading=${t('noRole')} hint=${t('noRoleHint', { login: this.staff.login })}>
        <button class="button" @click=${() => void signOut()}>${shared('signOut')}</button>
      </yw-empty>`;
    }
    const mayChange = has(this.staff, 'EDIT');
    return html`
      ${mayChange ? html`<yw-knowledge-nav current="wishes"></yw-knowledge-nav>` : nothing}
      <div>
        <h1>${t('title')}</h1>
        <p class="hint">${mayChange ? t('about') : t('readOnly')}</p>
      </div>
      <yw-editor-words list="wish-words" ?mayChange=${mayChange}></yw-editor-words>
      <yw-editor-words list="speech-acts" ?mayChange=${mayChange}></yw-editor-words>
      <yw-watch-rules ?mayChange=${has(this.staff, 'SUPERVISE')}></yw-watch-rules>
    `;
  }
}
