import { css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { formDialog } from '../../common/dialogs';
import { YiwenElement } from '../../common/element';
import { base, buttons, fields } from '../../common/styles';
import { stateBadge } from '../marks';
import { badges } from '../../common/styles';
import { LONGEST_VALUE, type Snippet } from './snippets-api';
import { t } from './text';

export interface NewValue {
  snippet: Snippet;
  value: string;
  reason: string;
  urgent: boolean;
}

/** `<yw-snippet-change ?holds ?publisher>`: a new value and why, beside the articles that it changes. Tells `value` (a NewValue). */
@customElement('yw-snippet-change')
export class SnippetChangeDialog extends YiwenElement {
  /** Whether somebody else must look first. */
  @property({ type: Boolean }) holds = false;
  @property({ type: Boolean }) publisher = false;
  @state() private snippet?: Snippet;
  @state() private urgent = false;
  @state() private faults: { value?: string; reason?: string } = {};
  @query('dialog') private dialog!: HTMLDialogElement;
  @query('[name=value]') private value!: HTMLTextAreaElement;
  @query('[name=reason]') private reason!: HTMLInputElement;

  static styles = [
    base,
    buttons,
    fields,
    badges,
    formDialog,
    css`
      :host {
        position: absolute;
      }
      ul {
        display: grid;
        gap: var(--yw-space-1);
        max-height: 26vh;
        margin: 0;
        padding-left: 1.2em;
        overflow-y: auto;
      }
    `,
  ];

  async show(snippet: Snippet, value = snippet.value, reason = ''): Promise<void> {
    this.snippet = snippet;
    this.faults = {};
    this.urgent = false;
    await this.updateComplete;
    this.value.value = value;
    this.reason.value = reason;
    this.dialog.showModal();
    this.value.focus();
  }

  close(): void {
    this.dialog.close();
  }

  render() {
    const { snippet, faults } = this;
    if (!snippet) return nothing;
    return html`<dialog aria-labelledby="title">
      <form @submit=${this.submit}>
        <h2 id="title">${t('changeTitle', { name: snippet.name })}</h2>
        <label class="field">
          <span>${t('newValue')}</span>
          <textarea name="value" rows="2" maxlength=${LONGEST_VALUE} aria-invalid=${Boolean(faults.value)}></textarea>
          ${faults.value ? html`<span class="problem" role="alert">${faults.value}</span>` : nothing}
        </label>
        <label class="field">
          <span>${t('reason')}</span>
          <input name="reason" maxlength="1000" aria-invalid=${Boolean(faults.reason)} />
          ${faults.reason ? html`<span class="problem" role="alert">${faults.reason}</span>` : nothing}
        </label>
        ${this.waits(snippet)
          ? html`<div>
              <p class="hint">${t('waits')}</p>
              ${this.publisher
                ? html`<label class="check"><input type="checkbox" .checked=${this.urgent} @change=${this.hurry} /> ${t('urgent')}</label>`
                : nothing}
            </div>`
          : nothing}
        ${snippet.uses.length
          ? html`<div>
              <p>${t('willChange', { n: snippet.uses.length })}</p>
              <ul tabindex="0" aria-label=${t('usedIn', { n: snippet.uses.length })}>
                ${snippet.uses.map((one) => html`<li>${one.question} ${stateBadge(one.state)}</li>`)}
              </ul>
            </div>`
          : html`<p class="hint">${t('willChangeNone')}</p>`}
        <div class="actions">
          <button type="button" class="button" @click=${() => this.dialog.close()}>${t('cancel')}</button>
          <button class="button primary">${t(this.waits(snippet) && !this.urgent ? 'propose' : 'save')}</button>
        </div>
      </form>
    </dialog>`;
  }

  /** What no customer is told needs nobody's look. */
  private waits(snippet: Snippet): boolean {
    return this.holds && snippet.uses.some((one) => one.state === 'PUBLISHED' || one.state === 'SCHEDULED');
  }

  private readonly hurry = (event: Event) => (this.urgent = (event.target as HTMLInputElement).checked);

  private readonly submit = (event: Event) => {
    event.preventDefault();
    const value = this.value.value.trim();
    const reason = this.reason.value.trim();
    this.faults = { value: value ? undefined : t('valueFault'), reason: reason ? undefined : t('reasonFault') };
    if (value && reason && this.snippet) this.tell('value', { snippet: this.snippet, value, reason, urgent: this.urgent });
  };
}
