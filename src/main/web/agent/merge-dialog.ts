import { css, html, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { api, ApiError } from '../common/api';
import { formDialog } from '../common/dialogs';
import { YiwenElement } from '../common/element';
import { t as common } from '../common/i18n/common';
import { badges, base, buttons, fields } from '../common/styles';
import { timeElement } from '../common/time';
import { toast } from '../common/toast';
import { t } from './identities-text';
import { refusal } from './refusals';

interface Candidate {
  id: string;
  name?: string;
  externalId?: string;
  tier: number;
  signedIn: boolean;
  conversations: number;
  since: string;
  lastAt?: string;
}

/** `<yw-merge>`: says that the customer of a conversation is another as well, or that two are not one, and why. Event: `done`. */
@customElement('yw-merge')
export class MergeDialog extends YiwenElement {
  @state() private conversation = '';
  /** Which merge is to be undone; empty to join two. */
  @state() private merged = '';
  @state() private found?: Candidate[];
  @state() private failure = '';
  @state() private busy = false;
  @query('dialog') private dialog!: HTMLDialogElement;
  @query('form') private form!: HTMLFormElement;
  @query('input[name=q]') private words?: HTMLInputElement;

  static styles = [
    base,
    buttons,
    badges,
    fields,
    formDialog,
    css`
      .find {
        display: flex;
        gap: var(--yw-space-2);
      }
      .find input {
        flex: 1;
        min-width: 0;
      }
      fieldset {
        display: grid;
        max-height: 36dvh;
        margin: 0;
        padding: 0;
        border: 0;
        overflow: auto;
      }
      .choice {
        display: flex;
        flex-wrap: wrap;
        gap: 0 var(--yw-space-2);
        align-items: center;
        min-height: var(--yw-control);
        overflow-wrap: anywhere;
      }
    `,
  ];

  async merge(conversation: string): Promise<void> {
    await this.show(conversation, '');
    this.words?.focus();
  }

  split(conversation: string, merged: string): Promise<void> {
    return this.show(conversation, merged);
  }

  private async show(conversation: string, merged: string): Promise<void> {
    Object.assign(this, { conversation, merged, found: undefined, failure: '' });
    await this.updateComplete;
    this.form.reset();
    this.dialog.showModal();
  }

  render() {
    return html`<dialog aria-labelledby="title">
      <form @submit=${this.submitted}>
        <h2 id="title">${t(this.merged ? 'splitTitle' : 'mergeTitle')}</h2>
        <p class="hint">${t(this.merged ? 'splitHint' : 'mergeHint')}</p>
        ${this.merged ? nothing : this.search()}
        <label class="field">
          <span>${t('why')}</span>
          <textarea name="reason" rows="2" maxlength="200" required placeholder=${t('whyHint')}></textarea>
        </label>
        ${this.failure ? html`<span class="problem" role="alert">${this.failure}</span>` : nothing}
        <div class="actions">
          <button type="button" class="button" @click=${() => this.dialog.close()}>${common('cancel')}</button>
          <button class="button primary" ?disabled=${this.busy}>${t(this.merged ? 'doSplit' : 'doMerge')}</button>
        </div>
      </form>
    </dialog>`;
  }

  private search() {
    return html`<label class="field">
        <span>${t('find')}</span>
        <span class="find">
          <input name="q" minlength="2" maxlength="128" @keydown=${this.pressed} />
          <button type="button" class="button" @click=${this.look}>${t('search')}</button>
        </span>
      </label>
      ${this.found === undefined
        ? nothing
        : this.found.length === 0
          ? html`<p class="hint" role="status">${t('none')}</p>`
          : html`<fieldset aria-label=${t('mergeTitle')}>${this.found.map((one, i) => this.choice(one, i === 0))}</fieldset>`}`;
  }

  private choice(one: Candidate, checked: boolean) {
    return html`<label class="choice">
      <input type="radio" name="customer" value=${one.id} ?checked=${checked} />
      <strong>${one.name ?? t('unnamed')}</strong>
      ${one.signedIn ? html`<span class="badge accent">${t('member')}</span>` : nothing}
      ${one.externalId ? html`<span class="hint">${shortened(one.externalId)}</span>` : nothing}
      <span class="hint">${t('conversations', { n: one.conversations })}</span>
      ${one.lastAt ? html`<span class="hint">${timeElement(one.lastAt)}</span>` : nothing}
    </label>`;
  }

  private pressed(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.isComposing) return;
    event.preventDefault();
    void this.look();
  }

  private async look(): Promise<void> {
    const q = this.words?.value.trim() ?? '';
    if (q.length < 2) return;
    this.failure = '';
    try {
      this.found = await api<Candidate[]>('GET', `/conversations/${this.conversation}/identities/candidates?q=${encodeURIComponent(q)}`);
    } catch (failure) {
      this.failure = said(failure);
    }
  }

  private async submitted(event: Event): Promise<void> {
    event.preventDefault();
    const data = new FormData(this.form);
    const path = `/conversations/${this.conversation}/identities/merges`;
    const reason = data.get('reason');
    const customer = data.get('customer');
    if (!this.merged && !customer) {
      this.failure = t('choose');
      return;
    }
    this.busy = true;
    this.failure = '';
    try {
      if (this.merged) await api('POST', `${path}/${this.merged}/split`, { body: { reason } });
      else await api('POST', path, { body: { customer, reason } });
      this.dialog.close();
      toast(t(this.merged ? 'parted' : 'done'));
      this.tell('done');
    } catch (failure) {
      this.failure = said(failure);
    } finally {
      this.busy = false;
    }
  }
}

function shortened(id: string): string {
  const last = id.replace(/^tel:/, '').split(':').pop() ?? id;
  return last.length > 16 ? `…${last.slice(-6)}` : last;
}

function said(failure: unknown): string {
  const kind = failure instanceof ApiError ? failure.problem?.type?.replace(/^.*:/, '') : '';
  if (kind === 'two-signed-in') return t('twoSignedIn');
  if (kind === 'conflict') return t('already');
  if (kind === 'not-found') return t('gone');
  return refusal(failure);
}

declare global {
  interface HTMLElementTagNameMap {
    'yw-merge': MergeDialog;
  }
}
