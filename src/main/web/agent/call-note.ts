import { css, html } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { composes } from '../common/composing';
import { YiwenElement } from '../common/element';
import { base, buttons, fields } from '../common/styles';
import { t } from './call-text';
import { keep } from './keep';
import { t as tools } from './tools-text';

const MAX = 2000;

/** What an agent notes down while talking; it is kept until it is saved. Event: `note` (detail: text). */
@customElement('yw-call-note')
export class CallNote extends YiwenElement {
  @property() conversation = '';
  @state() private text = '';
  @query('textarea') private area!: HTMLTextAreaElement;

  static styles = [
    base,
    buttons,
    fields,
    css`
      :host {
        display: block;
        padding: var(--yw-space-2) var(--yw-space-4);
        border-top: 1px solid var(--yw-line);
        background: var(--yw-surface);
      }
      textarea {
        width: 100%;
        resize: vertical;
        background: var(--yw-warn-soft);
      }
      .foot {
        display: flex;
        align-items: center;
        gap: var(--yw-space-2);
      }
      .spread {
        flex: 1;
      }
    `,
  ];

  focus(): void {
    this.area.focus();
  }

  putBack(text: string): void {
    this.set(this.text ? `${text}\n${this.text}` : text);
  }

  willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('conversation')) this.text = keep.draft(this.key);
  }

  render() {
    return html`
      <label class="hint" for="note">${t('noteLabel')}</label>
      <textarea
        id="note"
        rows="2"
        maxlength=${MAX}
        placeholder=${t('notePlaceholder')}
        .value=${this.text}
        @input=${() => this.set(this.area.value)}
        @keydown=${this.pressed}
      ></textarea>
      <div class="foot">
        <span class="hint">${t('noteKeys')}</span><span class="spread"></span>
        <button class="button small" ?disabled=${!this.text.trim()} @click=${this.save}>${tools('saveNote')}</button>
      </div>
    `;
  }

  private get key(): string {
    return `note.${this.conversation}`;
  }

  private set(text: string): void {
    this.text = text;
    keep.setDraft(this.key, text);
  }

  private pressed(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.shiftKey || composes(event)) return;
    event.preventDefault();
    this.save();
  }

  private save(): void {
    const text = this.text.trim();
    if (!text) return;
    this.set('');
    this.tell('note', text);
    this.area.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'yw-call-note': CallNote;
  }
}
