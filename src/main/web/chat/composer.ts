import { css, html, nothing } from 'lit';
import { composes } from '../common/composing';
import { customElement, property, query, state } from 'lit/decorators.js';
import { YiwenElement } from '../common/element';
import { ACCEPT } from '../common/files';
import { icons } from '../common/icons';
import { t } from '../common/i18n/chat';
import { t as files } from '../common/i18n/files';
import { base, buttons, fields } from '../common/styles';

export const LIMIT = 2000;
const COUNT_FROM = 1800;
/** What is half written survives a reload, but not the tab: the device may be shared. */
const DRAFT = 'yiwen.chat.draft';

/** Where the customer writes. Fires `send-text` with the text, `writing` at each change, `attach` with files. */
@customElement('yw-composer')
export class Composer extends YiwenElement {
  @property() placeholder = '';
  /** Whether there is, or will be, a person to look at a file. */
  @property({ type: Boolean }) files = false;
  @query('input[type=file]') private picker?: HTMLInputElement;
  @state() private text = draft();
  @query('textarea') private area!: HTMLTextAreaElement;

  static styles = [
    base,
    buttons,
    fields,
    css`
      :host {
        display: block;
        flex: none;
        border-top: 1px solid var(--yw-line);
        background: var(--yw-surface);
        padding-bottom: env(safe-area-inset-bottom);
      }
      form {
        display: flex;
        align-items: flex-end;
        gap: var(--yw-space-2);
        max-width: 760px;
        margin: 0 auto;
        padding: var(--yw-space-2) var(--yw-space-4);
      }
      label {
        flex: 1;
        min-width: 0;
      }
      textarea {
        display: block;
        min-height: var(--yw-control-touch);
        max-height: min(8.5em, 30vh);
        padding: 9px var(--yw-space-3);
        line-height: 1.5;
        resize: none;
        /* Below 16 px iOS zooms the page when the field is focused. */
        font-size: max(16px, var(--yw-text-m));
      }
      .clip {
        flex-direction: column;
        gap: 1px;
        padding: 0 var(--yw-space-2);
        font-size: var(--yw-text-xs);
      }
      .meta {
        max-width: 760px;
        margin: 0 auto;
        padding: 0 var(--yw-space-4) var(--yw-space-2);
        color: var(--yw-ink-3);
        font-size: var(--yw-text-xs);
        text-align: right;
      }
      .meta.over {
        color: var(--yw-urgent-text);
      }
    `,
  ];

  focus(): void {
    this.area?.focus();
  }

  render() {
    const length = this.text.trim().length;
    const over = length > LIMIT;
    return html`
      <form @submit=${this.submit}>
        ${this.files ? this.attach() : nothing}
        <label>
          <span class="hidden-visually">${this.placeholder}</span>
          <textarea
            rows="1"
            enterkeyhint="send"
            autocomplete="off"
            placeholder=${this.placeholder}
            title=${t('keyHint')}
            aria-invalid=${over}
            .value=${this.text}
            @input=${this.input}
            @keydown=${this.key}
            @paste=${this.pasted}
          ></textarea>
        </label>
        <button class="button primary touch" ?disabled=${length === 0 || over}>${icons.send}${t('send')}</button>
      </form>
      ${length >= COUNT_FROM
        ? html`<div class="meta ${over ? 'over' : ''}" role="status">
            ${over ? t('tooLong', { limit: LIMIT }) : ''} ${t('count', { n: length, limit: LIMIT })}
          </div>`
        : nothing}
    `;
  }

  private attach() {
    return html`<button
        type="button"
        class="button touch clip"
        title=${files('attach')}
        @click=${() => this.picker?.click()}
      >
        ${icons.clip}${files('attachShort')}
      </button>
      <input type="file" accept=${ACCEPT} multiple hidden @change=${this.picked} />`;
  }

  updated(): void {
    // Grows with the text up to its max-height.
    this.area.style.height = 'auto';
    this.area.style.height = `${this.area.scrollHeight + 2}px`;
  }

  private input(): void {
    this.write(this.area.value);
    this.tell('writing');
  }

  private picked(): void {
    const chosen = [...(this.picker?.files ?? [])];
    if (this.picker) this.picker.value = '';
    if (chosen.length > 0) this.tell('attach', chosen);
  }

  private pasted(event: ClipboardEvent): void {
    const pasted = [...(event.clipboardData?.files ?? [])];
    if (!this.files || pasted.length === 0) return;
    event.preventDefault();
    this.tell('attach', pasted);
  }

  private key(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.shiftKey || composes(event)) return;
    event.preventDefault();
    this.submit(event);
  }

  private submit(event: Event): void {
    event.preventDefault();
    const text = this.text.trim();
    if (!text || text.length > LIMIT) return;
    this.write('');
    this.tell('send-text', text);
    this.area.focus();
  }

  private write(text: string): void {
    this.text = text;
    try {
      sessionStorage.setItem(DRAFT, text);
    } catch {
      // Lasts as long as the page.
    }
  }
}

function draft(): string {
  try {
    return sessionStorage.getItem(DRAFT) ?? '';
  } catch {
    return '';
  }
}
