import { css, html, nothing } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { composes } from '../../common/composing';
import { YiwenElement } from '../../common/element';
import { icons } from '../../common/icons';
import { announce } from '../../common/live';
import { base, buttons, fields } from '../../common/styles';
import { t } from './text';

/**
 * `<yw-phrasings .values @change=${(e) => e.detail}>`: a list of short texts, one a line. Enter adds, pasted lines are split,
 * Backspace in the empty field takes the last one back for editing.
 */
@customElement('yw-phrasings')
export class Phrasings extends YiwenElement {
  @property({ attribute: false }) values: string[] = [];
  @property() label = '';
  @property() placeholder = '';
  @property({ type: Boolean }) inline = false;
  @query('input') private input!: HTMLInputElement;

  static styles = [
    base,
    buttons,
    fields,
    css`
      ul {
        display: grid;
        list-style: none;
        margin-bottom: var(--yw-space-2);
        border: 1px solid var(--yw-line);
        border-radius: var(--yw-radius-m);
      }
      li {
        display: flex;
        align-items: center;
        gap: var(--yw-space-1);
        padding: 2px var(--yw-space-1) 2px var(--yw-space-3);
      }
      li + li {
        border-top: 1px solid var(--yw-line);
      }
      li span {
        flex: 1;
        min-width: 0;
        overflow-wrap: anywhere;
      }
      ul.inline {
        display: flex;
        flex-wrap: wrap;
        gap: var(--yw-space-2);
        border: 0;
      }
      .inline li {
        border: 0;
        border-radius: var(--yw-radius-s);
        background: var(--yw-hover);
        font-size: var(--yw-text-s);
      }
      li button {
        display: inline-grid;
        place-items: center;
        width: 28px;
        height: 28px;
        border: 0;
        border-radius: var(--yw-radius-s);
        background: none;
        color: var(--yw-ink-3);
        cursor: pointer;
      }
      li button:hover {
        background: var(--yw-urgent-soft);
        color: var(--yw-urgent-text);
      }
      li button svg {
        width: 16px;
        height: 16px;
      }
      .row input {
        flex: 1;
        min-width: 0;
      }
    `,
  ];

  render() {
    return html`
      ${this.values.length
        ? html`<ul class=${this.inline ? 'inline' : ''}>
            ${repeat(
              this.values,
              (value) => value,
              (value) => html`<li>
                <span>${value}</span>
                <button type="button" aria-label=${t('remove', { what: value })} title=${t('remove', { what: value })} @click=${() => this.drop(value)}>
                  ${icons.close}
                </button>
              </li>`,
            )}
          </ul>`
        : nothing}
      <div class="row">
        <input
          aria-label=${this.label}
          placeholder=${this.placeholder}
          @keydown=${this.key}
          @paste=${this.pasted}
          @blur=${this.take}
        />
        <button type="button" class="button" @click=${this.takeAndStay}>${icons.plus}${t('add')}</button>
      </div>
    `;
  }

  private key(event: KeyboardEvent): void {
    if (composes(event)) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      this.take();
    } else if (event.key === 'Backspace' && this.input.value === '' && this.values.length) {
      event.preventDefault();
      const last = this.values[this.values.length - 1];
      this.input.value = last;
      this.tell('change', this.values.slice(0, -1));
    }
  }

  private pasted(event: ClipboardEvent): void {
    const text = event.clipboardData?.getData('text') ?? '';
    if (!text.trim().includes('\n')) return;
    event.preventDefault();
    this.add(text.split(/\r?\n/));
  }

  private take(): void {
    const text = this.input.value;
    this.input.value = '';
    this.add([text]);
  }

  private takeAndStay(): void {
    this.take();
    this.input.focus();
  }

  private add(lines: string[]): void {
    // A pasted Markdown or numbered list brings its marks along.
    const fresh = lines.map((line) => line.replace(/^\s*(?:[-*•]|\d+[.、)])\s*/, '').trim()).filter(Boolean);
    const all = [...new Set([...this.values, ...fresh])];
    if (all.length === this.values.length) return;
    announce(t('added', { n: all.length - this.values.length }));
    this.tell('change', all);
  }

  private drop(value: string): void {
    this.tell('change', this.values.filter((one) => one !== value));
    this.input.focus();
  }
}
