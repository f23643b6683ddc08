import { css, html, nothing } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { YiwenElement } from '../../common/element';
import { base, buttons, fields } from '../../common/styles';
import { LONGEST_ANSWER } from '../content';
import { t } from '../i18n';
import type { Snippet } from '../snippets/snippets-api';
import { t as snippetWords } from '../snippets/text';
import { t as own } from './text';

/** `<yw-answer-field .value @change>`: the answer in Markdown, with buttons for those who do not know its marks. */
@customElement('yw-answer-field')
export class AnswerField extends YiwenElement {
  @property() value = '';
  @property({ type: Boolean }) invalid = false;
  @property() label = '';
  /** Named values that can be put in. */
  @property({ attribute: false }) values: Snippet[] = [];
  @property() placeholder = '';
  /** Without the marks of Markdown. */
  @property({ type: Boolean }) plain = false;
  @query('textarea') private area!: HTMLTextAreaElement;

  static styles = [
    base,
    buttons,
    fields,
    css`
      .tools {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        margin-bottom: var(--yw-space-1);
      }
      .tools select {
        width: auto;
        max-width: 8.5em;
        min-height: calc(var(--yw-control) - 6px);
        padding: 0 var(--yw-space-2);
        border-color: transparent;
        background: transparent;
        color: var(--yw-ink-2);
        font-size: var(--yw-text-s);
      }
      .tools .button {
        padding: 0 var(--yw-space-2);
      }
      textarea {
        min-height: 15em;
        font-family: var(--yw-font);
        line-height: 1.7;
        field-sizing: content;
        max-height: 60vh;
      }
    `,
  ];

  focus(): void {
    this.area.focus();
  }

  render() {
    return html`
      <div class="tools">
        ${this.plain ? nothing : this.marks()}
        ${this.values.length
          ? html`<select aria-label=${snippetWords('insert')} @change=${this.put}>
              <option value="" selected>${snippetWords('insert')}</option>
              ${this.values.map((one) => html`<option value=${one.name}>${one.name}（${one.value.slice(0, 20)}）</option>`)}
            </select>`
          : nothing}
        <span class="spread"></span>
        <span class="hint">${own('characters', { n: this.value.length })}</span>
      </div>
      <textarea
        aria-label=${this.label || t('answer')}
        aria-invalid=${this.invalid}
        maxlength=${LONGEST_ANSWER}
        placeholder=${this.placeholder || own('answerHint')}
        .value=${this.value}
        @input=${() => this.tell('change', this.area.value)}
        @keydown=${this.key}
      ></textarea>
    `;
  }

  private readonly put = (event: Event) => {
    const select = event.target as HTMLSelectElement;
    const name = select.value;
    select.value = '';
    if (name) this.insert(`{{${name}}}`);
  };

  private marks() {
    return html`<button type="button" class="button quiet small" title="Ctrl+B" @click=${() => this.around('**')}><b>${own('bold')}</b></button>
        <button type="button" class="button quiet small" @click=${() => this.mark(() => '- ')}>${own('bullets')}</button>
        <button type="button" class="button quiet small" @click=${() => this.mark((at) => `${at + 1}. `)}>${own('numbers')}</button>
        <button type="button" class="button quiet small" @click=${() => this.insert(own('tableSketch'))}>${own('table')}</button>`;
  }

  private key(event: KeyboardEvent): void {
    if (!this.plain && (event.ctrlKey || event.metaKey) && event.key === 'b') {
      event.preventDefault();
      this.around('**');
    }
  }

  private around(mark: string): void {
    const { value, selectionStart, selectionEnd } = this.area;
    this.insert(mark + (value.slice(selectionStart, selectionEnd) || own('bold')) + mark);
  }

  /** Puts a mark before each selected line. */
  private mark(sign: (at: number) => string): void {
    const { value, selectionStart, selectionEnd } = this.area;
    const start = value.lastIndexOf('\n', selectionStart - 1) + 1;
    this.area.setSelectionRange(start, selectionEnd);
    this.insert(value.slice(start, selectionEnd).split('\n').map((line, at) => sign(at) + line).join('\n'));
  }

  private insert(text: string): void {
    this.area.focus();
    // The only way that keeps the browser's own undo; where it is gone the text is set without.
    if (!document.execCommand('insertText', false, text)) {
      this.area.setRangeText(text, this.area.selectionStart, this.area.selectionEnd, 'end');
      this.tell('change', this.area.value);
    }
  }
}
