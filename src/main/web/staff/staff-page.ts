import { html, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { words } from '../common/api';
import { YiwenElement } from '../common/element';
import { icons } from '../common/icons';
import { t as shared } from '../common/i18n/common';
import { roleName } from '../common/roles';
import { has, opens, requireStaff, signOut, type SignedIn } from '../common/session';
import '../common/states';
import { badges, base, buttons, fields } from '../common/styles';
import { timeElement } from '../common/time';
import { toast } from '../common/toast';
import '../common/top-bar';
import { t } from './i18n';
import './member-dialog';
import type { MemberDialog } from './member-dialog';
import { change, endSessions, members, resetSecondFactor, type Member } from './members';
import './password-dialog';
import './role-list';
import { refusal, roles, type Roles } from './roles';
import type { PasswordDialog } from './password-dialog';
import './roster-dialog';
import type { RosterDialog } from './roster-dialog';
import { t as roster } from './roster-text';
import './snippet-dialog';
import type { SnippetDialog } from './snippet-dialog';
import { staffStyles } from './staff-styles';

/** The people who work with Yiwen: administrators change, supervisors read. */
@customElement('yiwen-staff')
export class StaffPage extends YiwenElement {
  @state() private staff?: SignedIn;
  @state() private all?: Member[];
  @state() private failure = '';
  @state() private search = '';
  @state() private known?: Roles;
  @state() private wanted = '';
  @query('yw-member-dialog') private form!: MemberDialog;
  @query('yw-password-dialog') private password!: PasswordDialog;
  @query('yw-roster-dialog') private rosters!: RosterDialog;
  @query('yw-snippet-dialog') private snippets!: SnippetDialog;

  static styles = [base, buttons, fields, badges, staffStyles];

  connectedCallback(): void {
    super.connectedCallback();
    void this.enter();
  }

  private async enter(): Promise<void> {
    this.failure = '';
    try {
      this.staff = await requireStaff();
      if (opens(this.staff, 'staff')) [this.all, this.known] = await Promise.all([members(), roles()]);
    } catch (failure) {
      this.failure = words(failure);
    }
  }

  private get mayChange(): boolean {
    return Boolean(this.staff && has(this.staff, 'STAFF'));
  }

  render() {
    return html`
      <yw-top-bar .staff=${this.staff} current="staff"></yw-top-bar>
      <main>${this.content()}</main>
      <yw-member-dialog
        .own=${this.staff}
        .known=${this.known}
        @created=${(event: CustomEvent<{ staff: Member; oneTimePassword: string }>) => this.created(event.detail)}
        @changed=${(event: CustomEvent<{ after: Member; roles: boolean }>) => {
          const { after, roles } = event.detail;
          this.put(after);
          toast(t(roles ? 'savedRoles' : 'saved', { name: after.name }));
        }}
      ></yw-member-dialog>
      <yw-roster-dialog @imported=${() => void this.enter()}></yw-roster-dialog>
      <yw-snippet-dialog></yw-snippet-dialog>
      <yw-password-dialog @reset=${(event: CustomEvent<string>) => this.wasReset(event.detail)}></yw-password-dialog>
    `;
  }

  private content() {
    if (this.failure) {
      return html`<yw-empty heading=${this.failure}>
        <button class="button" @click=${() => void this.enter()}>${shared('retry')}</button>
      </yw-empty>`;
    }
    if (this.staff && !opens(this.staff, 'staff')) {
      return html`<yw-empty heading=${t('noRole')} hint=${t('noRoleHint', { login: this.staff.login })}>
        <button class="button" @click=${() => void signOut()}>${shared('signOut')}</button>
      </yw-empty>`;
    }
    return html`
      <div class="tools">
        <h1>${shared('staff')}</h1>
        ${this.all ? html`<span class="hint">${t('count', { n: this.all.length })}</span>` : nothing}
        <span class="spread"></span>
        <input
          type="search"
          aria-label=${t('search')}
          placeholder=${t('search')}
          @input=${(event: Event) => (this.search = (event.target as HTMLInputElement).value)}
        />
        <select aria-label=${t('roles')} @change=${(event: Event) => (this.wanted = (event.target as HTMLSelectElement).value)}>
          <option value="">${t('anyRole')}</option>
          ${this.known?.roles.map(({ name }) => html`<option value=${name}>${roleName(name)}</option>`)}
        </select>
        ${this.staff && has(this.staff, 'INTEGRATIONS')
          ? html`<button class="button" @click=${() => void this.snippets.show()}>${t('snippets')}</button>`
          : nothing}
        ${this.mayChange
          ? html`<button class="button" @click=${() => this.rosters.show()}>${roster('open')}</button>
              <button class="button primary" @click=${() => this.form.show()}>${icons.plus}${t('newMember')}</button>`
          : nothing}
      </div>
      ${this.staff && !this.mayChange ? html`<p class="hint note">${t('readOnly')}</p>` : nothing}
      ${this.all ? this.table(this.all) : html`<div class="card"><yw-skeleton lines="6"></yw-skeleton></div>`}
      <yw-role-list .staff=${this.staff} .known=${this.known} ?change=${this.mayChange} @roles=${() => void this.rolesChanged()}></yw-role-list>
    `;
  }

  private table(all: Member[]) {
    const text = this.search.trim().toLowerCase();
    const shown = all.filter(
      (one) =>
        (!this.wanted || one.roles.includes(this.wanted)) &&
        (one.name.toLowerCase().includes(text) || one.login.includes(text)),
    );
    if (shown.length === 0) return html`<yw-empty heading=${t('nobodyFound')} hint=${t('nobodyFoundHint')}></yw-empty>`;
    return html`
      <div class="card list">
        <table>
          <thead>
            <tr>
              <th>${t('name')}</th>
              <th>${t('login')}</th>
              <th>${t('roles')}</th>
              <th>${t('state')}</th>
              <th>${t('lastSignIn')}</th>
              ${this.mayChange ? html`<th class="actions">${t('actions')}</th>` : nothing}
            </tr>
          </thead>
          <tbody>
            ${shown.map((one) => this.line(one))}
          </tbody>
        </table>
      </div>
      ${all.length === 1 && this.mayChange ? html`<yw-empty heading=${t('alone')} hint=${t('aloneHint')}></yw-empty>` : nothing}
    `;
  }

  private line(one: Member) {
    const self = one.id === this.staff?.id;
    return html`
      <tr class=${one.active ? '' : 'inactive'} data-login=${one.login}>
        <td class="name">${one.name} ${self ? html`<span class="badge">${t('you')}</span>` : nothing}</td>
        <td class="login">${one.login}</td>
        <td><span class="badges">${(this.known?.roles ?? []).filter(({ name }) => one.roles.includes(name)).map(
          ({ name }) => html`<span class="badge ${name === 'ADMIN' ? 'accent' : ''}">${roleName(name)}</span>`,
        )}</span></td>
        <td><span class="badges">
          <span class="badge ${one.active ? 'ok' : ''}">${one.active ? t('active') : t('inactive')}</span>
          ${one.secondFactor ? html`<span class="badge">${t('secondFactor')}</span>` : nothing}
          ${one.active && one.mustChangePassword ? html`<span class="badge warn">${t('mustChange')}</span>` : nothing}
        </span></td>
        <td class="hint last">
          <span class="label">${t('lastSignIn')} </span>${one.lastSignInAt ? timeElement(one.lastSignInAt) : t('never')}
        </td>
        ${this.mayChange ? html`<td class="actions">${this.actions(one, self)}</td>` : nothing}
      </tr>
    `;
  }

  private actions(one: Member, self: boolean) {
    return html`
      <button class="button small quiet" @click=${() => this.form.show(one, self)}>${t('edit')}</button>
      <button class="button small quiet" ?disabled=${!one.active} @click=${() => this.password.askReset(one)}>${t('resetPassword')}</button>
      ${!self && one.secondFactor
        ? html`<button class="button small quiet" @click=${() => void this.resetFactor(one)}>${t('resetFactor')}</button>`
        : nothing}
      ${self || !one.active
        ? nothing
        : html`<button class="button small quiet" @click=${() => void this.signOutOf(one)}>${t('endSessions')}</button>`}
      <button
        class="button small quiet"
        ?disabled=${self}
        title=${self ? t('notYourself') : nothing}
        @click=${() => void this.activate(one, !one.active)}
      >
        ${one.active ? t('deactivate') : t('reactivate')}
      </button>
    `;
  }

  /** Names in the list may be others now, and one's own rights, too. */
  private async rolesChanged(): Promise<void> {
    try {
      [this.all, this.known, this.staff] = await Promise.all([members(), roles(), requireStaff()]);
    } catch (failure) {
      toast(words(failure), { kind: 'problem' });
    }
  }

  private async activate(one: Member, active: boolean): Promise<void> {
    try {
      this.put(await change(one.id, { active }));
      toast(t(active ? 'reactivated' : 'deactivated', { name: one.name }), { undo: () => void this.activate(one, !active) });
    } catch (failure) {
      toast(refusal(failure), { kind: 'problem' });
    }
  }

  private async signOutOf(one: Member): Promise<void> {
    if (!confirm(t('endSessionsAsk', { name: one.name }))) return;
    try {
      await endSessions(one.id);
      toast(t('endedSessions', { name: one.name }));
    } catch (failure) {
      toast(words(failure), { kind: 'problem' });
    }
  }

  private async resetFactor(one: Member): Promise<void> {
    if (!confirm(t('resetFactorAsk', { name: one.name }))) return;
    try {
      await resetSecondFactor(one.id);
      this.put({ ...one, secondFactor: false });
      toast(t('resetFactorDone', { name: one.name }));
    } catch (failure) {
      toast(words(failure), { kind: 'problem' });
    }
  }

  private created(fresh: { staff: Member; oneTimePassword: string }): void {
    this.put(fresh.staff);
    this.password.tellPassword(fresh.staff, fresh.oneTimePassword);
  }

  private wasReset(id: string): void {
    const one = this.all?.find((each) => each.id === id);
    if (one) this.put({ ...one, mustChangePassword: true });
  }

  private put(one: Member): void {
    const others = (this.all ?? []).filter((each) => each.id !== one.id);
    const before = this.all?.find((each) => each.id === one.id);
    this.all = [...others, { ...before, ...one }].sort((a, b) => a.login.localeCompare(b.login));
  }
}
