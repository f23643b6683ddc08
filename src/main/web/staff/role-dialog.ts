import { css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { ApiError } from '../common/api';
import { formDialog } from '../common/dialogs';
import { YiwenElement } from '../common/element';
import { t as shared } from '../common/i18n/common';
import type { Right, SignedIn } from '../common/session';
import { base, buttons, fields } from '../common/styles';
import { t } from './role-text';
import { ALONG, refusal, RIGHTS, save, type Role } from './roles';

const NAME = /^[^\s,，、;；/|+]{1,32}$/;

/** `<yw-role-dialog .own=${staff}>`: a new role, or one changed; tells `saved` (Role). */
@customElement('yw-role-dialog')
export class RoleDialog extends YiwenElement {
  /** Who fills it in. */
  @property({ attribute: false }) own?: SignedIn;
  @state() private edited?: Role;
  @state() private givable: Right[] = [];
  @state() private rights = new Set<Right>();
  @state() private name = '';
  @state() private tried = false;
  @state() private taken = '';
  @state() private failure = '';
  @state() private busy = false;
  @query('dialog') private dialog!: HTMLDialogElement;

  static styles = [
    base,
    buttons,
    fields,
    formDialog,
    css`
      dialog {
        width: min(640px, calc(100vw - 24px));
      }
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
      .right {
        display: grid;
        grid-template-columns: auto 9em 1fr;
        gap: 0 var(--yw-space-2);
        align-items: baseline;
      }
      @media (max-width: 640px) {
        .right {
          grid-template-columns: auto 1fr;
        }
        .right .hint {
          grid-column: 2;
        }
      }
    `,
  ];

  show(givable: Right[], role?: Role): void {
    Object.assign(this, { givable, edited: role, tried: false, taken: '', failure: '' });
    this.name = role?.name ?? '';
    this.rights = new Set(role?.rights ?? []);
    this.dialog.showModal();
  }

  render() {
    const named = !this.tried || NAME.test(this.name);
    const taken = this.tried && this.taken === this.name && this.taken;
    const problem = (text: string) => html`<span class="problem" role="alert">${text}</span>`;
    return html`
      <dialog aria-labelledby="title">
        <form @submit=${this.submitted}>
          <h2 id="title">${this.edited ? t('editRole', { name: this.edited.name }) : t('newRole')}</h2>
          <label class="field">
            <span>${t('name')}</span>
            <input
              name="role"
              maxlength="32"
              autocomplete="off"
              aria-invalid=${Boolean(!named || taken)}
              .value=${this.name}
              @input=${(event: Event) => (this.name = (event.target as HTMLInputElement).value.trim())}
            />
            ${taken ? problem(t('faultTaken', { name: taken })) : named ? html`<span class="hint">${t('nameHint')}</span>` : problem(t('faultName'))}
          </label>
          <fieldset>
            <legend>${t('rights')}</legend>
            ${RIGHTS.map((right) => this.choice(right))}
            ${this.tried && !this.rights.size ? problem(t('faultRights')) : nothing}
          </fieldset>
          ${this.failure ? problem(this.failure) : nothing}
          <div class="actions">
            <button type="button" class="button" @click=${() => this.dialog.close()}>${shared('cancel')}</button>
            <button class="button primary" ?disabled=${this.busy}>${shared('save')}</button>
          </div>
        </form>
      </dialog>
    `;
  }

  /** What somebody has through this role already stays; who has the role adds nothing that they do not hold. */
  private mayGive(right: Right): boolean {
    const mine = this.edited && this.own?.roles.includes(this.edited.name);
    return this.edited?.rights.includes(right) || (mine ? Boolean(this.own?.rights.includes(right)) : this.givable.includes(right));
  }

  private choice(right: Right) {
    const along = RIGHTS.find((one) => ALONG[one] === right && this.rights.has(one));
    const refused = !this.mayGive(right);
    const why = along ? t('along', { right: t(along) }) : refused ? t('notHeld') : '';
    return html`<label class="right" title=${why || nothing}>
      <input
        type="checkbox"
        name=${right}
        ?disabled=${Boolean(along) || refused}
        .checked=${this.rights.has(right)}
        @change=${(event: Event) => this.mark(right, (event.target as HTMLInputElement).checked)}
      />
      <span>${t(right)}</span><span class="hint">${t(`${right}About`)}${why ? ` ${why}` : ''}</span>
    </label>`;
  }

  private mark(right: Right, on: boolean): void {
    const rights = new Set(this.rights);
    const along = ALONG[right];
    if (on) {
      rights.add(right);
      if (along) rights.add(along);
    } else {
      rights.delete(right);
    }
    this.rights = rights;
  }

  private async submitted(event: Event): Promise<void> {
    event.preventDefault();
    this.tried = true;
    this.failure = '';
    if (!NAME.test(this.name) || !this.rights.size) return;
    this.busy = true;
    try {
      this.tell('saved', await save(this.edited?.id, this.name, [...this.rights]));
      this.dialog.close();
    } catch (failure) {
      if (failure instanceof ApiError && failure.problem?.type?.endsWith(':conflict')) this.taken = this.name;
      else if (failure instanceof ApiError && failure.status === 400) this.failure = t('faultName');
      else this.failure = refusal(failure);
    } finally {
      this.busy = false;
    }
  }
}
