import { css, html, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { api, words } from '../common/api';
import { YiwenElement } from '../common/element';
import { t as common } from '../common/i18n/common';
import { base, buttons, fields } from '../common/styles';
import { formDialog } from '../common/dialogs';
import { t } from './transfer-text';

interface There {
  groups: { id: string; name: string; online: number }[];
  agents: { id: string; name: string; free: number }[];
}

/** `<yw-transfer>`: to whom a conversation is handed on, and a note for them. Event: `transferred`. */
@customElement('yw-transfer')
export class TransferDialog extends YiwenElement {
  @state() private conversation = '';
  @state() private there?: There;
  @state() private failure = '';
  @state() private busy = false;
  @query('dialog') private dialog!: HTMLDialogElement;
  @query('form') private form!: HTMLFormElement;

  static styles = [
    base,
    buttons,
    fields,
    formDialog,
    css`
      fieldset {
        display: grid;
        gap: var(--yw-space-1);
        max-height: 40dvh;
        margin: 0;
        padding: 0;
        border: 0;
        overflow: auto;
      }
      legend {
        padding: 0 0 var(--yw-space-1);
        color: var(--yw-ink-2);
        font-size: var(--yw-text-s);
      }
      .choice {
        display: flex;
        gap: var(--yw-space-2);
        align-items: center;
        min-height: var(--yw-control);
      }
    `,
  ];

  async open(conversation: string): Promise<void> {
    Object.assign(this, { conversation, there: undefined, failure: '' });
    this.form.reset();
    this.dialog.showModal();
    try {
      this.there = await api<There>('GET', '/handoff/colleagues');
    } catch (failure) {
      this.failure = words(failure);
    }
  }

  render() {
    const choice = (value: string, text: string, hint: string, checked = false) => html`<label class="choice">
      <input type="radio" name="target" value=${value} ?checked=${checked} /><span>${text}</span><span class="hint">${hint}</span>
    </label>`;
    return html`<dialog aria-labelledby="title">
      <form @submit=${this.submitted}>
        <h2 id="title">${t('title')}</h2>
        <fieldset>
          <legend>${t('to')}</legend>
          ${choice('', t('anybody'), t('anybodyHint'), true)}
          ${this.there?.groups.map((it) => choice(`group:${it.id}`, it.name, t('online', { n: it.online }))) ?? nothing}
          ${this.there?.agents.map((it) => choice(`agent:${it.id}`, it.name, it.free ? t('free', { n: it.free }) : t('full'))) ?? nothing}
        </fieldset>
        <label class="field">
          <span>${t('note')}</span>
          <textarea name="note" rows="3" maxlength="500" required placeholder=${t('noteHint')}></textarea>
        </label>
        ${this.failure ? html`<span class="problem" role="alert">${this.failure}</span>` : nothing}
        <div class="actions">
          <button type="button" class="button" @click=${() => this.dialog.close()}>${common('cancel')}</button>
          <button class="button primary" ?disabled=${this.busy}>${t('handOn')}</button>
        </div>
      </form>
    </dialog>`;
  }

  private async submitted(event: Event): Promise<void> {
    event.preventDefault();
    const data = new FormData(this.form);
    const [kind, id] = (data.get('target') as string).split(/:(.*)/);
    this.busy = true;
    this.failure = '';
    try {
      await api('POST', `/conversations/${this.conversation}/transfer`, {
        body: { ...(kind ? { [kind]: id } : {}), note: data.get('note') },
      });
      this.dialog.close();
      this.tell('transferred', this.conversation);
    } catch (failure) {
      this.failure = words(failure);
    } finally {
      this.busy = false;
    }
  }
}
