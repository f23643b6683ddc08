import { css, html, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { words } from '../common/api';
import { formDialog } from '../common/dialogs';
import { YiwenElement } from '../common/element';
import { t as shared } from '../common/i18n/common';
import { base, buttons, fields } from '../common/styles';
import { KINDS, save, type Account, type Form, type Kind } from './accounts';
import { t } from './text';

type Field = 'name' | 'appId' | 'openKfid' | 'secret' | 'token' | 'aesKey' | 'deskAccount';

const EMPTY: Record<Field, string> = { name: '', appId: '', openKfid: '', secret: '', token: '', aesKey: '', deskAccount: '' };

/** `<yw-account-dialog>`: adds an account of WeChat or changes one; tells `saved`. */
@customElement('yw-account-dialog')
export class AccountDialog extends YiwenElement {
  @state() private edited?: Account;
  @state() private kind: Kind = 'MP';
  @state() private values = EMPTY;
  @state() private ownDesk = false;
  @state() private tried = false;
  @state() private busy = false;
  @state() private failure = '';
  @query('dialog') private dialog!: HTMLDialogElement;

  static styles = [
    base,
    buttons,
    fields,
    formDialog,
    css`
      input:not([type='checkbox']) {
        width: 100%;
      }
      .check {
        display: flex;
        gap: var(--yw-space-2);
        align-items: flex-start;
      }
      .check .hint {
        display: block;
      }
    `,
  ];

  show(before?: Account): void {
    const { name = '', appId = '', openKfid = '', deskAccount = '', ownDesk = false } = before ?? {};
    Object.assign(this, { edited: before, kind: before?.kind ?? 'MP', values: { ...EMPTY, name, appId, openKfid, deskAccount }, ownDesk, tried: false, failure: '' });
    this.dialog.showModal();
  }

  render() {
    const ofWeCom = this.kind === 'KF';
    return html`
      <dialog aria-labelledby="title">
        <form @submit=${this.submitted} novalidate autocomplete="off">
          <h2 id="title">${this.edited ? t('editTitle', { name: this.edited.name }) : t('fresh')}</h2>
          ${this.edited ? nothing : this.kinds()}
          ${this.field('name', t('name'), t('nameHint'))}
          ${this.field('appId', ofWeCom ? t('corpId') : t('appId'), ofWeCom ? t('corpIdHint') : t('appIdHint'))}
          ${ofWeCom ? this.field('openKfid', t('openKfid'), t('openKfidHint')) : nothing}
          ${this.field('secret', ofWeCom ? t('corpSecret') : t('secret'), this.kept(''), true)}
          ${this.field('token', t('token'), this.kept(t('tokenHint')), true)}
          ${this.field('aesKey', t('aesKey'), this.kept(ofWeCom ? t('aesKeyHintKf') : t('aesKeyHint')), true)}
          ${ofWeCom ? nothing : this.desk()}
          ${this.failure ? this.problem(this.failure) : nothing}
          <div class="actions">
            <button type="button" class="button" @click=${() => this.dialog.close()}>${shared('cancel')}</button>
            <button class="button primary" ?disabled=${this.busy}>${t('save')}</button>
          </div>
        </form>
      </dialog>
    `;
  }

  private kept(hint: string): string {
    return this.edited?.readable ? t('keep') : hint;
  }

  private kinds() {
    return html`<label class="field">
      <span>${t('kind')}</span>
      <select name="kind" @change=${(event: Event) => (this.kind = (event.target as HTMLSelectElement).value as Kind)}>
        ${KINDS.map((one) => html`<option value=${one} ?selected=${one === this.kind}>${t(one)}</option>`)}
      </select>
    </label>`;
  }

  private desk() {
    return html`<label class="check">
        <input type="checkbox" name="ownDesk" .checked=${this.ownDesk} @change=${(event: Event) => (this.ownDesk = (event.target as HTMLInputElement).checked)} />
        <span>${t('ownDesk')}<span class="hint">${t('ownDeskHint')}</span></span>
      </label>
      ${this.ownDesk && this.kind === 'MP' ? this.field('deskAccount', t('deskAccount'), t('deskAccountHint')) : nothing}`;
  }

  private field(name: Field, label: string, hint: string, secret = false) {
    const fault = this.tried ? this.fault(name) : '';
    return html`<label class="field">
      <span>${label}</span>
      <input
        name=${name}
        type=${secret ? 'password' : 'text'}
        maxlength="200"
        autocomplete=${secret ? 'new-password' : 'off'}
        spellcheck="false"
        aria-invalid=${Boolean(fault)}
        .value=${this.values[name]}
        @input=${(event: Event) => (this.values = { ...this.values, [name]: (event.target as HTMLInputElement).value })}
      />
      ${fault ? this.problem(fault) : hint ? html`<span class="hint">${hint}</span>` : nothing}
    </label>`;
  }

  private problem(text: string) {
    return html`<span class="problem" role="alert">${text}</span>`;
  }

  private fault(name: Field): string {
    const value = this.values[name].trim();
    const mayKeep = Boolean(this.edited?.readable) && !value;
    switch (name) {
      case 'name':
        return value ? '' : t('faultName');
      case 'appId':
        return /^[\w-]{4,64}$/.test(value) ? '' : t('faultAppId');
      case 'openKfid':
        return this.kind !== 'KF' || /^[\w-]{4,64}$/.test(value) ? '' : t('faultAppId');
      case 'secret':
        return mayKeep || value.length >= 8 ? '' : t('faultSecret');
      case 'token':
        return mayKeep || /^[A-Za-z0-9]{3,32}$/.test(value) ? '' : t('faultToken');
      case 'deskAccount':
        return !this.handsOver() || !value || /^[\w-]{1,60}@[\w-]{1,60}$/.test(value) ? '' : t('faultDeskAccount');
      case 'aesKey':
        return mayKeep || (!value && this.kind !== 'KF') || /^[A-Za-z0-9]{43}$/.test(value) ? '' : t('faultAesKey');
    }
  }

  private async submitted(event: Event): Promise<void> {
    event.preventDefault();
    this.tried = true;
    this.failure = '';
    if ((Object.keys(EMPTY) as Field[]).some((name) => this.fault(name))) return;
    this.busy = true;
    try {
      await save(this.edited?.id, this.form());
      this.dialog.close();
      this.values = EMPTY;
      this.tell('saved');
    } catch (failure) {
      this.failure = words(failure);
    } finally {
      this.busy = false;
    }
  }

  private handsOver(): boolean {
    return this.ownDesk && this.kind === 'MP';
  }

  /** What is left empty is left out. */
  private form(): Form {
    const form: Form = { version: this.edited?.version ?? 0, kind: this.kind, name: this.values.name.trim(), appId: this.values.appId.trim(), ownDesk: this.ownDesk && this.kind !== 'KF' };
    for (const name of ['openKfid', 'secret', 'token', 'aesKey'] as const) {
      const value = this.values[name].trim();
      if (value && (name !== 'openKfid' || this.kind === 'KF')) form[name] = value;
    }
    const to = this.values.deskAccount.trim();
    if (to && this.handsOver()) form.deskAccount = to;
    return form;
  }
}
