import { css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { ApiError } from '../common/api';
import { YiwenElement } from '../common/element';
import { t as shared } from '../common/i18n/common';
import { BUILT_IN, roleName } from '../common/roles';
import type { SignedIn } from '../common/session';
import { base, buttons, fields } from '../common/styles';
import { formDialog } from '../common/dialogs';
import { t } from './i18n';
import { change, create, type Member } from './members';
import { t as words } from './role-text';
import { refusal, RIGHTS, type Role, type Roles } from './roles';

const LOGIN = /^[a-z0-9][a-z0-9._-]{1,63}$/;

/** `<yw-member-dialog>`: a new member of staff, or one changed; tells `created` and `changed`. */
@customElement('yw-member-dialog')
export class MemberDialog extends YiwenElement {
  /** Who fills it in, and what there is to give. */
  @property({ attribute: false }) own?: SignedIn;
  @property({ attribute: false }) known?: Roles;
  @state() private member?: Member;
  @state() private roles = new Set<string>();
  @state() private tried = false;
  @state() private taken = '';
  @state() private failure = '';
  @state() private busy = false;
  @state() private login = '';
  @state() private name = '';
  private self = false;
  @query('dialog') private dialog!: HTMLDialogElement;

  static styles = [
    base,
    buttons,
    fields,
    formDialog,
    css`
      fieldset {
        display: grid;
        gap: var(--yw-space-2);
        margin: 0;
        padding: 0;
        border: 0;
      }
      legend {
        padding: 0 0 var(--yw-space-1);
        color: var(--yw-ink-2);
        font-size: var(--yw-text-s);
      }
      .role {
        display: grid;
        grid-template-columns: auto 7em 1fr;
        gap: var(--yw-space-2);
        align-items: baseline;
      }
    `,
  ];

  /** Without a member: a new one. `self` keeps whoever manages staff from locking themselves out. */
  show(member?: Member, self = false): void {
    Object.assign(this, { member, self, tried: false, taken: '', failure: '' });
    this.login = member?.login ?? '';
    this.name = member?.name ?? '';
    this.roles = new Set(member?.roles ?? []);
    this.dialog.showModal();
  }

  private get faults() {
    if (!this.tried) return {};
    return {
      login: this.taken === this.login && this.taken ? t('faultTaken', { login: this.taken }) : this.member || LOGIN.test(this.login) ? '' : t('faultLogin'),
      name: this.name.trim() ? '' : t('faultName'),
      roles: this.roles.size ? '' : t('faultRoles'),
    };
  }

  render() {
    const faults: { login?: string; name?: string; roles?: string } = this.faults;
    const problem = (text?: string) => (text ? html`<span class="problem" role="alert">${text}</span>` : nothing);
    return html`
      <dialog aria-labelledby="title">
        <form @submit=${this.submitted}>
          <h2 id="title">${this.member ? t('editTitle', { name: this.member.name }) : t('newMember')}</h2>
          <label class="field">
            <span>${t('name')}</span>
            <input
              name="name"
              maxlength="64"
              autocomplete="off"
              aria-invalid=${Boolean(faults.name)}
              .value=${this.name}
              @input=${(event: Event) => (this.name = (event.target as HTMLInputElement).value)}
            />
            ${problem(faults.name)}
          </label>
          <label class="field">
            <span>${t('login')}</span>
            <input
              name="login"
              maxlength="64"
              autocomplete="off"
              autocapitalize="none"
              ?disabled=${Boolean(this.member)}
              aria-invalid=${Boolean(faults.login)}
              .value=${this.login}
              @input=${(event: Event) => (this.login = (event.target as HTMLInputElement).value.trim().toLowerCase())}
            />
            ${faults.login ? problem(faults.login) : this.member ? nothing : html`<span class="hint">${t('loginHint')}</span>`}
          </label>
          <fieldset>
            <legend>${t('roles')}</legend>
            ${this.known?.roles.map((role) => this.choice(role))}
            ${faults.roles ? problem(faults.roles) : html`<span class="hint">${t('rolesHint')}</span>`}
          </fieldset>
          ${problem(this.failure)}
          <div class="actions">
            <button type="button" class="button" @click=${() => this.dialog.close()}>${shared('cancel')}</button>
            <button class="button primary" ?disabled=${this.busy}>${this.member ? shared('save') : t('create')}</button>
          </div>
        </form>
      </dialog>
    `;
  }

  /** Whoever manages staff keeps that; nobody gives what they do not hold, or anything to themselves. */
  private whyNot(role: Role): string {
    const without = this.known!.roles.filter((one) => one.name !== role.name && this.roles.has(one.name));
    if (this.self && role.rights.includes('STAFF') && this.roles.has(role.name) && !without.some((one) => one.rights.includes('STAFF'))) {
      return t('ownAdmin');
    }
    if (this.member?.roles.includes(role.name)) return '';
    const givable: string[] = this.self ? this.own!.rights : this.known!.givable;
    return role.rights.every((right) => givable.includes(right)) ? '' : t('roleNotYours');
  }

  private choice(role: Role) {
    const why = this.whyNot(role);
    const known = BUILT_IN.find((one) => one === role.name);
    const rights = RIGHTS.filter((right) => role.rights.includes(right)).map((right) => words(right));
    return html`<label class="role" title=${why || nothing}>
      <input
        type="checkbox"
        name=${role.name}
        ?disabled=${Boolean(why)}
        .checked=${this.roles.has(role.name)}
        @change=${(event: Event) => {
          const roles = new Set(this.roles);
          if ((event.target as HTMLInputElement).checked) roles.add(role.name);
          else roles.delete(role.name);
          this.roles = roles;
        }}
      />
      <span>${roleName(role.name)}</span><span class="hint">${why || (known ? t(`about${known}`) : rights.join(' · '))}</span>
    </label>`;
  }

  private async submitted(event: Event): Promise<void> {
    event.preventDefault();
    this.tried = true;
    this.failure = '';
    if (Object.values(this.faults).some(Boolean)) return;
    this.busy = true;
    try {
      await this.send();
      this.dialog.close();
    } catch (failure) {
      if (failure instanceof ApiError && failure.status === 409 && !this.member) this.taken = this.login;
      else this.failure = refusal(failure);
    } finally {
      this.busy = false;
    }
  }

  private async send(): Promise<void> {
    const roles = [...this.roles];
    const name = this.name.trim();
    const { member } = this;
    if (!member) {
      this.tell('created', await create(this.login, name, roles));
      return;
    }
    const sameRoles = roles.length === member.roles.length && roles.every((role) => member.roles.includes(role));
    // Naming the roles ends the person's sessions, so only when they changed.
    this.tell('changed', { before: member, after: await change(member.id, sameRoles ? { name } : { name, roles }), roles: !sameRoles });
  }
}
