import { css, html } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { YiwenElement } from '../common/element';
import { icons } from '../common/icons';
import { base, buttons, fields } from '../common/styles';
import { keep } from './keep';
import { t } from './text';

const MAX = 2000;
const TYPING_EVERY_MS = 3000;

/** The reply field. Keeps a draft for each conversation. Events: `send` (detail: text), `typing`. */
@customElement('yw-composer')
export class Composer extends YiwenElement {
  @property() conversation = '';
  @property() name = '';
  @state() private text = '';
  @query('textarea') private area!: HTMLTextAreaElement;
  private typedAt = 0;

  static styles = [
    base,
    buttons,
    fields,
    css`
      :host {
        display: block;
        padding: var(--yw-space-3) max(var(--yw-space-4), calc((100% - 960px) / 2));
        border-top: 1px solid var(--yw-line);
        background: var(--yw-surface);
      }
      .box {
        border: 1px solid var(--yw-line-strong);
        border-radius: var(--yw-radius-m);
        background: var(--yw-surface);
      }
      .box:focus-within {
        border-color: var(--yw-focus);
        box-shadow: 0 0 0 1px var(--yw-focus);
      }
      textarea,
      textarea:focus-visible {
        display: block;
        min-height: 66px;
        max-height: 240px;
        padding: var(--yw-space-2) var(--yw-space-3) 0;
        border: 0;
        outline: none;
        background: transparent;
        line-height: var(--yw-leading);
        resize: none;
        field-sizing: content;
      }
      .foot {
        padding: 0 var(--yw-space-2) var(--yw-space-2) var(--yw-space-3);
      }
      @media (max-width: 899px) {
        :host {
          padding: var(--yw-space-2);
          padding-bottom: calc(var(--yw-space-2) + env(safe-area-inset-bottom));
        }
        textarea,
        textarea:focus-visible {
          min-height: 44px;
          max-height: 30dvh;
          /* iOS zooms into fields of less than 16 px. */
          font-size: 16px;
        }
        .keys {
          display: none;
        }
      }
    `,
  ];

  willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('conversation')) this.text = keep.draft(this.conversation);
  }

  focus(): void {
    this.area?.focus();
  }

  /** At the caret, as if typed: the field's own undo takes it back. */
  insert(text: string): void {
    this.area.focus();
    const before = this.area.value.slice(0, this.area.selectionStart);
    const gap = before && !/\s$/.test(before) ? '\n' : '';
    if (!document.execCommand('insertText', false, gap + text)) {
      this.area.setRangeText(gap + text, this.area.selectionStart, this.area.selectionEnd, 'end');
      this.changed();
    }
    this.area.scrollTop = this.area.scrollHeight;
  }

  render() {
    const left = MAX - this.text.length;
    return html`
      <div class="box">
        <textarea
          rows="2"
          .value=${this.text}
          aria-label=${t('composerLabel')}
          aria-describedby="keys"
          aria-invalid=${left < 0 ? 'true' : 'false'}
          placeholder=${t('placeholder', { name: this.name })}
          enterkeyhint="send"
          @input=${this.changed}
          @keydown=${this.key}
        ></textarea>
        <div class="foot row">
          <span id="keys" class="hint keys">${t('composerHint')}</span>
          <span class="spread"></span>
          ${left < 0
            ? html`<span class="problem" role="alert">${t('tooLong', { max: MAX })}</span>`
            : left < 200
              ? html`<span class="hint">${t('left', { n: left })}</span>`
              : ''}
          <button class="button primary small" ?disabled=${!this.ready} @click=${this.send}>${icons.send}${t('send')}</button>
        </div>
      </div>
    `;
  }

  private get ready(): boolean {
    return this.text.trim().length > 0 && this.text.length <= MAX;
  }

  private changed(): void {
    this.text = this.area.value;
    keep.setDraft(this.conversation, this.text);
    if (this.text && Date.now() - this.typedAt > TYPING_EVERY_MS) {
      this.typedAt = Date.now();
      this.tell('typing');
    }
  }

  private key(event: KeyboardEvent): void {
    // While an input method composes, Enter chooses a word; 229 is what older Safari reports after it.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    this.send();
  }

  private send(): void {
    if (!this.ready) return;
    const text = this.text.trim();
    this.text = '';
    this.area.value = '';
    this.typedAt = 0;
    keep.setDraft(this.conversation, '');
    this.tell('send', text);
    this.area.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'yw-composer': Composer;
  }
}
