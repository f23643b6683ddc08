import { css, html, nothing } from 'lit';
import { customElement, query, queryAll, state } from 'lit/decorators.js';
import { composes } from '../composing';
import { YiwenElement } from '../element';
import { t } from '../i18n/emoji';
import { language } from '../i18n/language';
import { base, fields } from '../styles';
import { CATEGORIES, EMOJI, matches, type Emoji } from './list';

/** `<yw-emoji-picker>`: tells `emoji` (detail: the sign) for each that is chosen, `emoji-close` at Escape. */
@customElement('yw-emoji-picker')
export class EmojiPicker extends YiwenElement {
  @state() private words = '';
  @state() private at = 0;
  @query('input') private search!: HTMLInputElement;
  @queryAll('.grid button') private buttons!: NodeListOf<HTMLButtonElement>;

  static styles = [
    base,
    fields,
    css`
      :host {
        display: grid;
        grid-template-rows: auto minmax(0, 1fr);
        gap: var(--yw-space-2);
        height: min(300px, 40vh);
        padding: var(--yw-space-2);
        border: 1px solid var(--yw-line);
        border-radius: var(--yw-radius-m);
        background: var(--yw-surface);
        box-shadow: var(--yw-shadow-2);
      }
      input {
        font-size: max(16px, var(--yw-text-m));
      }
      .all {
        overflow-y: auto;
        overscroll-behavior: contain;
        scrollbar-width: thin;
      }
      .kind {
        padding: var(--yw-space-1) 0;
        color: var(--yw-ink-3);
        font-size: var(--yw-text-xs);
      }
      .grid {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(44px, 1fr));
      }
      .grid button {
        min-height: 44px;
        padding: 0;
        border: 0;
        border-radius: var(--yw-radius-m);
        background: none;
        color: inherit;
        font-size: 24px;
        line-height: 1;
        cursor: pointer;
      }
      .grid button:hover {
        background: var(--yw-hover);
      }
      .grid button:focus-visible {
        outline-offset: -3px;
      }
    `,
  ];

  firstUpdated(): void {
    // On a phone the keyboard would cover what is to be chosen from.
    if (matchMedia('(hover: hover)').matches) this.search.focus();
    else this.buttons[0]?.focus();
  }

  render() {
    const found = CATEGORIES.map((category) => ({ category, all: EMOJI[category].filter((one) => matches(one, this.words)) }));
    let n = 0;
    return html`
      <input
        type="search"
        aria-label=${t('search')}
        placeholder=${t('search')}
        @input=${() => this.look()}
        @keydown=${this.key}
      />
      <div class="all" @keydown=${this.key}>
        ${found.map(({ category, all }) =>
          all.length
            ? html`<p class="kind" id=${category}>${t(category)}</p>
                <div class="grid" role="group" aria-labelledby=${category}>${all.map((one) => this.button(one, n++))}</div>`
            : nothing,
        )}
        ${n === 0 ? html`<p class="hint" role="status">${t('none')}</p>` : nothing}
      </div>
    `;
  }

  private button(emoji: Emoji, n: number) {
    const name = language() === 'en' ? emoji.en : emoji.zh;
    return html`<button
      type="button"
      title=${name}
      aria-label=${name}
      tabindex=${n === this.at ? 0 : -1}
      @focus=${() => (this.at = n)}
      @click=${() => this.tell('emoji', emoji.sign)}
    >
      ${emoji.sign}
    </button>`;
  }

  private look(): void {
    this.words = this.search.value;
    this.at = 0;
  }

  private key(event: KeyboardEvent): void {
    if (composes(event)) return;
    const inSearch = event.target === this.search;
    if (event.key === 'Escape') this.tell('emoji-close');
    else if (inSearch && event.key === 'Enter') this.buttons[0]?.click();
    else if (inSearch && event.key === 'ArrowDown') this.buttons[0]?.focus();
    else if (inSearch || !this.move(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  private move(key: string): boolean {
    const all = [...this.buttons];
    const to = this.towards(key, all);
    if (to === undefined) return false;
    if (to < 0) this.search.focus();
    else all[Math.min(to, all.length - 1)]?.focus();
    return true;
  }

  private towards(key: string, all: HTMLButtonElement[]): number | undefined {
    switch (key) {
      case 'ArrowRight':
        return this.at + 1;
      case 'ArrowLeft':
        return this.at - 1;
      case 'Home':
        return 0;
      case 'End':
        return all.length - 1;
      case 'ArrowDown':
        return this.nextRow(all, 1);
      case 'ArrowUp':
        return this.nextRow(all, -1);
      default:
        return undefined;
    }
  }

  /** Rows are as long as the place is wide: the nearest one in the next row. */
  private nextRow(all: HTMLButtonElement[], by: 1 | -1): number {
    const from = all[this.at]!.getBoundingClientRect();
    for (let i = this.at + by; all[i]; i += by) {
      const box = all[i]!.getBoundingClientRect();
      const further = by * (box.top - from.top) > from.height / 2;
      if (further && (by * (box.left - from.left) > -1 || !all[i + by] || otherRow(box, all[i + by]!))) return i;
    }
    return by > 0 ? all.length - 1 : -1;
  }
}

function otherRow(box: DOMRect, next: HTMLElement): boolean {
  return Math.abs(next.getBoundingClientRect().top - box.top) > box.height / 2;
}
