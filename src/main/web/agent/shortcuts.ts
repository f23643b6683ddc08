import { css, html } from 'lit';
import { customElement, query } from 'lit/decorators.js';
import { YiwenElement } from '../common/element';
import { t as common } from '../common/i18n/common';
import { base, buttons } from '../common/styles';
import { dialog } from './dialog-styles';
import { t } from './text';
import { t as tools } from './tools-text';

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
        ${row(t('helpMove'), 'k / j', 'Alt ↑ / ↓')} ${row(tools('helpNth'), '1 … 9')} ${row(tools('helpLongest'), 'Alt J')}
        ${row(t('helpNext'), 'Alt N')} ${row(t('helpAccept'), 'Alt A')} ${row(t('helpInsert'), 'Alt 1 … 3')}
        ${row(t('helpComposer'), '/')} ${row(tools('helpPhrase'), '/')} ${row(t('helpSend'), 'Enter')}
        ${row(t('helpNewline'), 'Shift Enter')} ${row(tools('helpNote'), 'Alt M')} ${row(tools('helpAttach'), 'Alt U')}
        ${row(tools('helpSearch'), 's', 'Alt S')} ${row(tools('helpFinish'), 'Alt E')} ${row(tools('helpBot'), 'Alt B')}
        ${row(tools('helpPresence'), 'Alt P')} ${row(t('helpEscape'), 'Esc')} ${row(t('helpHelp'), '?')}
      </dl>
      <div class="actions">
        <button class="button" autofocus @click=${() => this.dialog.close()}>${common('close')}</button>
      </div>
    </dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'yw-shortcuts': Shortcuts;
  }
}
