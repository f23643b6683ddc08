import { css, html } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { YiwenElement } from '../common/element';
import { t as common } from '../common/i18n/common';
import { base, buttons, fields } from '../common/styles';
import { DISPOSITIONS, t } from './text';

const dialog = css`
  dialog {
    width: min(520px, calc(100vw - 32px));
    max-height: calc(100dvh - 48px);
    padding: var(--yw-space-5);
    border: 1px solid var(--yw-line);
    border-radius: var(--yw-radius-l);
    background: var(--yw-surface);
    color: var(--yw-ink);
    box-shadow: var(--yw-shadow-2);
  }
  dialog::backdrop {
    background: var(--yw-scrim);
  }
  h2 {
    margin-bottom: var(--yw-space-4);
  }
  .actions {
    display: flex;
    justify-content: flex-end;
    gap: var(--yw-space-2);
    margin-top: var(--yw-space-5);
  }
`;

export interface Closing {
  disposition: string;
  notes: string;
}

/** Asks how a conversation ended. Event: `close-conversation` (detail: Closing). */
@customElement('yw-closing')
export class ClosingDialog extends YiwenElement {
  @property() name = '';
  @property({ type: Boolean }) call = false;
  @property({ type: Boolean }) busy = false;
  @state() private problem = false;
  @query('dialog') private dialog!: HTMLDialogElement;
  @query('form') private form!: HTMLFormElement;

  static styles = [
    base,
    buttons,
    fields,
    dialog,
    css`
      fieldset {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: var(--yw-space-2);
        margin: 0 0 var(--yw-space-4);
        padding: 0;
        border: 0;
      }
      legend {
        padding: 0;
        margin-bottom: var(--yw-space-2);
        color: var(--yw-ink-2);
        font-size: var(--yw-text-s);
      }
      .choice {
        display: flex;
        align-items: center;
        gap: var(--yw-space-2);
        min-height: 38px;
        padding: 0 var(--yw-space-3);
        border: 1px solid var(--yw-line);
        border-radius: var(--yw-radius-m);
        cursor: pointer;
      }
      .choice:has(:checked) {
        border-color: var(--yw-accent);
        background: var(--yw-accent-soft);
      }
    `,
  ];

  open(): void {
    this.problem = false;
    this.form.reset();
    this.dialog.showModal();
    this.renderRoot.querySelector<HTMLInputElement>('input[type=radio]')?.focus();
  }

  close(): void {
    this.dialog.close();
  }

  render() {
    return html`<dialog aria-labelledby="closing">
      <form method="dialog" @submit=${this.submit} @keydown=${this.key}>
        <h2 id="closing">${this.call ? t('finishCall') : t('finishTitle')} · ${this.name}</h2>
        <fieldset aria-describedby="missing">
          <legend>${t('disposition')}</legend>
          ${DISPOSITIONS.map(
            (one) => html`<label class="choice"
              ><input type="radio" name="disposition" value=${one} @change=${() => (this.problem = false)} />${t(one)}</label
            >`,
          )}
          <span id="missing" class="problem" role="alert">${this.problem ? t('chooseDisposition') : ''}</span>
        </fieldset>
        <label class="field"
          ><span>${t('notes')}</span><textarea name="notes" rows="3" maxlength="2000" placeholder=${t('notesHint')}></textarea
        ></label>
        <div class="actions">
          <button type="button" class="button" @click=${this.close}>${common('cancel')}</button>
          <button class="button primary" ?disabled=${this.busy}>${t('finishNow')}</button>
        </div>
      </form>
    </dialog>`;
  }

  private submit(event: Event): void {
    event.preventDefault();
    const data = new FormData(this.form);
    const disposition = data.get('disposition');
    this.problem = !disposition;
    if (disposition) {
      this.tell<Closing>('close-conversation', { disposition: String(disposition), notes: String(data.get('notes') ?? '').trim() });
    }
  }

  private key(event: KeyboardEvent): void {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.isComposing) this.form.requestSubmit();
  }
}

/** The list of shortcuts. */
@customElement('yw-shortcuts')
export class Shortcuts extends YiwenElement {
  @query('dialog') private dialog!: HTMLDialogElement;

  static styles = [
    base,
    buttons,
    dialog,
    css`
      dl {
        display: grid;
        grid-template-columns: auto 1fr;
        gap: var(--yw-space-2) var(--yw-space-5);
        align-items: baseline;
      }
      kbd {
        display: inline-block;
        min-width: 1.8em;
        padding: 0 6px;
        border: 1px solid var(--yw-line-strong);
        border-bottom-width: 2px;
        border-radius: var(--yw-radius-s);
        background: var(--yw-sunken);
        font: inherit;
        font-size: var(--yw-text-s);
        text-align: center;
      }
    `,
  ];

  toggle(): void {
    if (this.dialog.open) this.dialog.close();
    else this.dialog.showModal();
  }

  render() {
    const row = (words: string, ...keys: string[]) =>
      html`<dt>${keys.map((key, i) => html`${i ? ` ${t('helpOr')} ` : ''}<kbd>${key}</kbd>`)}</dt>
        <dd>${words}</dd>`;
    return html`<dialog aria-labelledby="help">
      <h2 id="help">${t('helpTitle')}</h2>
      <dl>
        ${row(t('helpMove'), 'k / j', 'Alt ↑ / ↓')} ${row(t('helpNext'), 'Alt N')} ${row(t('helpAccept'), 'Alt A')}
        ${row(t('helpInsert'), 'Alt 1 … 3')} ${row(t('helpComposer'), '/')} ${row(t('helpSend'), 'Enter')}
        ${row(t('helpNewline'), 'Shift Enter')} ${row(t('helpEscape'), 'Esc')} ${row(t('helpHelp'), '?')}
      </dl>
      <div class="actions">
        <button class="button" autofocus @click=${() => this.dialog.close()}>${common('close')}</button>
      </div>
    </dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'yw-closing': ClosingDialog;
    'yw-shortcuts': Shortcuts;
  }
}
