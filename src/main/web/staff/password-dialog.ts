import { css, html, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { YiwenElement } from '../common/element';
import { icons } from '../common/icons';
import { t as shared } from '../common/i18n/common';
import { base, buttons, fields } from '../common/styles';
import { toast } from '../common/toast';
import { formDialog } from '../common/dialogs';
import { t } from './i18n';
import { refusal } from './roles';
import { resetPassword, type Member } from './members';

/** `<yw-password-dialog>`: asks before a password is reset, and shows a one-time password, once. Tells `reset`. */
@customElement('yw-password-dialog')
export class PasswordDialog extends YiwenElement {
  @state() private member?: Member;
  @state() private password = '';
  @state() private busy = false;
  @state() private failure = '';
  @query('dialog') private dialog!: HTMLDialogElement;

  static styles = [
    base,
    buttons,
    fields,
    formDialog,
    css`
      .password {
        padding: var(--yw-space-3);
        border-radius: var(--yw-radius-m);
        background: var(--yw-sunken);
        font-family: var(--yw-font-mono);
        font-size: var(--yw-text-l);
        letter-spacing: 0.06em;
        text-align: center;
        overflow-wrap: anywhere;
        user-select: all;
      }
    `,
  ];

  /** Shows the password of somebody new. */
  tellPassword(member: Member, password: string): void {
    Object.assign(this, { member, password, failure: '' });
    if (!this.dialog.open) this.dialog.showModal();
  }

  /** Asks whether to reset, since the old password cannot be brought back. */
  askReset(member: Member): void {
    Object.assign(this, { member, password: '', failure: '' });
    this.dialog.showModal();
  }

  render() {
    return html`
      <dialog aria-labelledby="title" @cancel=${this.cancelled} @close=${() => (this.password = '')}>
        <form method="dialog">${this.member ? (this.password ? this.shown(this.member) : this.question(this.member)) : nothing}</form>
      </dialog>
    `;
  }

  private question(member: Member) {
    return html`
      <h2 id="title">${t('resetPassword')}</h2>
      <p>${t('confirmReset', { name: member.name })}</p>
      ${this.failure ? html`<span class="problem" role="alert">${this.failure}</span>` : nothing}
      <div class="actions">
        <button type="button" class="button" @click=${() => this.dialog.close()}>${shared('cancel')}</button>
        <button type="button" class="button danger" ?disabled=${this.busy} @click=${() => void this.reset(member)}>
          ${t('confirmResetButton')}
        </button>
      </div>
    `;
  }

  private shown(member: Member) {
    return html`
      <h2 id="title">${t('passwordTitle', { name: member.name })}</h2>
      <p>${t('login')}：<strong>${member.login}</strong></p>
      <div class="password" tabindex="0">${this.password}</div>
      <p class="hint">${t('passwordWarning')}</p>
      <div class="actions">
        <button type="button" class="button" @click=${() => void this.copy(this.password)}>${icons.copy}${t('copy')}</button>
        <button
          type="button"
          class="button"
          @click=${() => void this.copy(t('credentials', { login: member.login, password: this.password }))}
        >
          ${icons.copy}${t('copyBoth')}
        </button>
        <button type="button" class="button primary" @click=${() => this.dialog.close()}>${t('passwordDone')}</button>
      </div>
    `;
  }

  private async reset(member: Member): Promise<void> {
    this.busy = true;
    this.failure = '';
    try {
      const { oneTimePassword } = await resetPassword(member.id);
      this.tell('reset', member.id);
      this.tellPassword(member, oneTimePassword);
    } catch (failure) {
      this.failure = refusal(failure);
    } finally {
      this.busy = false;
    }
  }

  private async copy(text: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      toast(t('copied'));
    } catch {
      toast(t('copyFailed'), { kind: 'problem' });
    }
  }

  /** Escape must not throw away what cannot be seen again. */
  private cancelled(event: Event): void {
    if (this.password) event.preventDefault();
  }
}
