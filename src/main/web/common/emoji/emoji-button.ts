import { css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { YiwenElement } from '../element';
import { t } from '../i18n/emoji';
import { icons } from '../icons';
import { base, buttons } from '../styles';

/** `<yw-emoji-button>`: opens the picker above the box that it stands in; the picker is loaded then. Tells `emoji` for each chosen one. */
@customElement('yw-emoji-button')
export class EmojiButton extends YiwenElement {
  /** Classes of the button, as of its neighbours. */
  @property() look = '';
  @state() private open = false;
  @query('button') private button!: HTMLButtonElement;
  private readonly outside = (event: Event) => {
    if (!event.composedPath().includes(this)) this.open = false;
  };

  static styles = [
    base,
    buttons,
    css`
      :host {
        display: contents;
      }
      yw-emoji-picker {
        position: absolute;
        z-index: 5;
        inset: auto var(--yw-space-2) calc(100% + var(--yw-space-1));
        max-width: 460px;
      }
    `,
  ];

  disconnectedCallback(): void {
    super.disconnectedCallback();
    this.show(false);
  }

  render() {
    return html`
      <button
        type="button"
        class="button ${this.look}"
        title=${t('open')}
        aria-haspopup="dialog"
        aria-expanded=${this.open}
        @click=${this.toggle}
      >
        ${icons.smile}${t('emoji')}
      </button>
      ${this.open ? html`<yw-emoji-picker role="dialog" aria-label=${t('open')} @emoji-close=${this.close}></yw-emoji-picker>` : nothing}
    `;
  }

  private async toggle(): Promise<void> {
    if (!this.open) await import('./emoji-picker');
    this.show(!this.open);
  }

  private show(open: boolean): void {
    this.open = open;
    if (open) document.addEventListener('pointerdown', this.outside);
    else document.removeEventListener('pointerdown', this.outside);
  }

  private close(): void {
    this.show(false);
    this.button.focus();
  }
}
