import { css, html, nothing } from 'lit';
import { composes } from '../common/composing';
import { customElement, property, query, state } from 'lit/decorators.js';
import { YiwenElement } from '../common/element';
import '../common/emoji/emoji-button';
import { ACCEPT } from '../common/files';
import { icons } from '../common/icons';
import { t } from '../common/i18n/chat';
import { t as files } from '../common/i18n/files';
import { t as voice } from '../common/i18n/voice';
import { StagedFiles, stagedParts, stagedStyles } from '../common/staged-files';
import { base, buttons, fields } from '../common/styles';
import { canRecord, LONGEST_SECONDS } from '../common/voice/recording';

export const LIMIT = 2000;
const COUNT_FROM = 1800;
/** What is half written survives a reload, but not the tab: the device may be shared. */
const DRAFT = 'yiwen.chat.draft';

/**
 * Where the customer writes. Fires `send-text` with the text, `writing` at each change, `attach` with files that were seen, `voice`
 * with a recording, `no-person` for files that nobody would look at.
 */
@customElement('yw-composer')
export class Composer extends YiwenElement {
  @property() placeholder = '';
  /** Whether there is, or will be, a person to look at a file. */
  @property({ type: Boolean }) files = false;
  @property({ type: Boolean }) voices = false;
  @query('input[type=file]') private picker?: HTMLInputElement;
  @state() private text = draft();
  @state() private recording = false;
  @query('textarea') private area!: HTMLTextAreaElement;

  private readonly staged = new StagedFiles(() => this.requestUpdate());

  static styles = [
    base,
    buttons,
    fields,
    stagedStyles,
    css`
      :host {
        position: relative;
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
      .tools,
      .staged {
        display: flex;
        flex-wrap: wrap;
        max-width: 760px;
        margin: 0 auto;
        padding: var(--yw-space-1) var(--yw-space-4) 0;
      }
      .tools .button {
        padding: 0 var(--yw-space-3);
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

  /** What could not be sent, unless something else was written meanwhile. */
  restore(text: string): void {
    if (!this.text) this.write(text);
  }

  /** To be seen before they are sent, wherever they come from. */
  stage(files: File[]): void {
    if (files.length === 0) return;
    if (!this.files) return this.tell('no-person');
    this.staged.add(files);
    this.area?.focus();
  }

  render() {
    if (this.recording && this.voices) {
      return html`<yw-voice-recorder @voice=${() => (this.recording = false)} @voice-cancel=${this.back}></yw-voice-recorder>`;
    }
    const length = this.text.trim().length;
    const over = length > LIMIT;
    return html`
      ${this.tools()} ${this.files ? stagedParts(this.staged) : nothing}
      <form @submit=${this.submit}>
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
        <button class="button primary touch" ?disabled=${!this.ready}>${icons.send}${t('send')}</button>
      </form>
      ${length >= COUNT_FROM
        ? html`<div class="meta ${over ? 'over' : ''}" role="status">
            ${over ? t('tooLong', { limit: LIMIT }) : ''} ${t('count', { n: length, limit: LIMIT })}
          </div>`
        : nothing}
    `;
  }

  private tools() {
    return html`<div class="tools">
      <yw-emoji-button look="small quiet" @emoji=${(event: CustomEvent<string>) => this.type(event.detail)}></yw-emoji-button>
      ${this.files
        ? html`<button type="button" class="button small quiet" title=${files('attach')} @click=${() => this.picker?.click()}>
              ${icons.clip}${files('attachShort')}
            </button>
            <input type="file" accept=${ACCEPT} multiple hidden @change=${this.picked} />`
        : nothing}
      ${this.voices && canRecord()
        ? html`<button type="button" class="button small quiet" title=${voice('record', { n: LONGEST_SECONDS })} @click=${this.record}>
            ${icons.microphone}${voice('voice')}
          </button>`
        : nothing}
    </div>`;
  }

  private get ready(): boolean {
    const { length } = this.text.trim();
    return length <= LIMIT && (length > 0 || (this.files && this.staged.list.length > 0));
  }

  updated(): void {
    if (!this.area) return;
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
    this.stage(chosen);
  }

  private pasted(event: ClipboardEvent): void {
    const pasted = [...(event.clipboardData?.files ?? [])];
    if (pasted.length === 0) return;
    event.preventDefault();
    this.stage(pasted);
  }

  /** At the caret, without the keyboard of a phone coming up. */
  private type(text: string): void {
    this.area.setRangeText(text, this.area.selectionStart, this.area.selectionEnd, 'end');
    this.input();
  }

  private async record(): Promise<void> {
    await import('../common/voice/voice-recorder');
    this.recording = true;
  }

  private readonly back = async () => {
    this.recording = false;
    await this.updateComplete;
    this.area.focus();
  };

  private key(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.shiftKey || composes(event)) return;
    event.preventDefault();
    this.submit(event);
  }

  private submit(event: Event): void {
    event.preventDefault();
    if (!this.ready) return;
    const text = this.text.trim();
    if (this.files && this.staged.list.length > 0) this.tell('attach', this.staged.take());
    this.write('');
    if (text) this.tell('send-text', text);
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
