import { css, html, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { words } from '../common/api';
import { YiwenElement } from '../common/element';
import { base, buttons } from '../common/styles';
import { matching, phrases, type Phrase, type Slash } from './phrases';
import { t } from './tools-text';

const SHOWN = 8;

/** The phrases that fit what is typed after a slash. Events: `phrase` (detail: the chosen one), `edit-phrases`. */
@customElement('yw-phrase-menu')
export class PhraseMenu extends YiwenElement {
  @property({ attribute: false }) slash: Slash = { typed: '', begins: true };
  @state() private all: Phrase[] = [];
  @state() private at = 0;
  @state() private failure = '';

  static styles = [
    base,
    buttons,
    css`
      :host {
        position: absolute;
        z-index: 4;
        inset: auto max(var(--yw-space-4), calc((100% - 960px) / 2)) calc(100% - 4px);
        border: 1px solid var(--yw-line);
        border-radius: var(--yw-radius-m);
        background: var(--yw-surface);
        box-shadow: var(--yw-shadow-2);
        overflow: hidden;
      }
      :host([hidden]) {
        display: none;
      }
      [role='option'] {
        display: flex;
        gap: var(--yw-space-3);
        align-items: baseline;
        padding: var(--yw-space-1) var(--yw-space-3);
        cursor: pointer;
      }
      [aria-selected='true'] {
        background: var(--yw-selected);
      }
      kbd {
        min-width: 3em;
        color: var(--yw-accent-text);
        font: inherit;
        font-weight: var(--yw-weight-strong);
      }
      .foot {
        display: flex;
        align-items: center;
        padding: 2px var(--yw-space-2) 2px var(--yw-space-3);
        border-top: 1px solid var(--yw-line);
      }
    `,
  ];

  connectedCallback(): void {
    super.connectedCallback();
    phrases().then(
      (all) => (this.all = all),
      (failure) => (this.failure = words(failure)),
    );
  }

  willUpdate(changed: PropertyValues): void {
    if (changed.has('slash')) this.at = 0;
  }

  /** True when the key was meant for the menu. */
  take(event: KeyboardEvent): boolean {
    const { shown } = this;
    if (shown.length === 0) return false;
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp':
        this.at = (this.at + (event.key === 'ArrowDown' ? 1 : -1) + shown.length) % shown.length;
        break;
      case 'Enter':
      case 'Tab':
        this.tell('phrase', shown[this.at]);
        break;
      default:
        return false;
    }
    event.preventDefault();
    return true;
  }

  render() {
    const { shown } = this;
    this.hidden = !this.slash.begins && shown.length === 0;
    return html`
      <div role="listbox" aria-label=${t('phraseMenu')} @pointerdown=${(e: Event) => e.preventDefault()}>
        ${shown.map(
          (one, i) => html`<div role="option" aria-selected=${i === this.at} @click=${() => this.tell('phrase', one)}>
            <kbd>/${one.shortcut}</kbd><span class="ellipsis" title=${one.text}>${one.text}</span>
          </div>`,
        )}
      </div>
      <div class="foot" @pointerdown=${(e: Event) => e.preventDefault()}>
        <span class="hint">${this.failure || (shown.length === 0 ? t('phraseNone') : t('phraseMenu'))}</span>
        <span class="spread"></span>
        <button class="button quiet small" @click=${() => this.tell('edit-phrases')}>${t('phraseEdit')}</button>
      </div>
    `;
  }

  private get shown(): Phrase[] {
    return matching(this.all, this.slash).slice(0, SHOWN);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'yw-phrase-menu': PhraseMenu;
  }
}
