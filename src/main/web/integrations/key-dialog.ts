import { css, html, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { words } from '../common/api';
import { formDialog } from '../common/dialogs';
import { YiwenElement } from '../common/element';
import { t as shared } from '../common/i18n/common';
import { base, buttons, fields } from '../common/styles';
import { t } from './i18n';
import { create, SCOPES, type Scope } from './keys';

const DAYS = [30, 90, 365];

/** `<yw-key-dialog>`: a new API key; tells `created` with the key and its secret. */
@customElement('yw-key-dialog')
export class KeyDialog extends YiwenElement {
  @state() private name = '';
  @state() private scopes = new Set<Scope>();
  @state() private days = '365';
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
      .scope {
        display: grid;
        grid-template-columns: auto 5em 1fr;
        gap: var(--yw-space-2);
        align-items: baseline;
      }
    `,
  ];

  show(): void {
    Object.assign(this, { name: '', scopes: new Set<Scope>(['ask']), days: '365', tried: false, failure: '' });
    this.dialog.showModal();
  }

  render() {
    const name = this.tried && !this.name.trim();
    return html`
      <dialog aria-labelledby="title">
        <form @submit=${this.submitted}>
          <h2 id="title">${t('newKey')}</h2>
          <label class="field">
            <span>${t('name')}</span>
            <input
              name="name"
              maxlength="64"
              autocomplete="off"
              aria-invalid=${name}
              .value=${this.name}
              @input=${(event: Event) => (this.name = (event.target as HTMLInputElement).value)}
            />
            ${name ? this.problem(t('faultName')) : html`<span class="hint">${t('nameHint')}</span>`}
          </label>
          <fieldset>
            <legend>${t('scopes')}</legend>
            ${SCOPES.map((scope) => this.choice(scope))}
            ${this.tried && !this.scopes.size ? this.problem(t('faultScopes')) : nothing}
          </fieldset>
          <label class="field">
            <span>${t('expires')}</span>
            <select name="days" .value=${this.days} @change=${(event: Event) => (this.days = (event.target as HTMLSelectElement).value)}>
              ${DAYS.map((n) => html`<option value=${n} ?selected=${this.days === String(n)}>${t('days', { n })}</option>`)}
              <option value="" ?selected=${!this.days}>${t('never')}</option>
            </select>
          </label>
          ${this.failure ? this.problem(this.failure) : nothing}
          <div class="actions">
            <button type="button" class="button" @click=${() => this.dialog.close()}>${shared('cancel')}</button>
            <button class="button primary" ?disabled=${this.busy}>${t('create')}</button>
          </div>
        </form>
      </dialog>
    `;
  }

  private problem(text: string) {
    return html`<span class="problem" role="alert">${text}</span>`;
  }

  private choice(scope: Scope) {
    return html`<label class="scope">
      <input
        type="checkbox"
        name=${scope}
        .checked=${this.scopes.has(scope)}
        @change=${(event: Event) => {
          const scopes = new Set(this.scopes);
          if ((event.target as HTMLInputElement).checked) scopes.add(scope);
          else scopes.delete(scope);
          this.scopes = scopes;
        }}
      />
      <span>${t(`scope${scope}`)}</span><span class="hint">${t(`scope${scope}About`)}</span>
    </label>`;
  }

  private async submitted(event: Event): Promise<void> {
    event.preventDefault();
    this.tried = true;
    this.failure = '';
    if (!this.name.trim() || !this.scopes.size) return;
    this.busy = true;
    try {
      const made = await create(this.name.trim(), [...this.scopes], this.days ? Number(this.days) : undefined);
      this.dialog.close();
      this.tell('created', made);
    } catch (failure) {
      this.failure = words(failure);
    } finally {
      this.busy = false;
    }
  }
}
