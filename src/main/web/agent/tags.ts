import { css, html } from 'lit';
import { composes } from '../common/composing';
import { customElement, property } from 'lit/decorators.js';
import { YiwenElement } from '../common/element';
import { badges, base, fields } from '../common/styles';
import { t } from './tools-text';

const LONGEST = 16;

/** A customer's tags, to be added to and taken away; those of the host application stay. Event: `tags` (detail: all of them). */
@customElement('yw-tags')
export class Tags extends YiwenElement {
  @property({ attribute: false }) tags: string[] = [];
  @property({ attribute: false }) given: string[] = [];

  static styles = [
    base,
    badges,
    fields,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--yw-space-1);
        margin-top: var(--yw-space-2);
      }
      .badge button {
        padding: 0 0 0 4px;
        border: 0;
        background: none;
        color: inherit;
        font: inherit;
        cursor: pointer;
      }
      input {
        width: 8em;
        min-height: 26px;
        padding: 0 var(--yw-space-2);
        font-size: var(--yw-text-s);
      }
    `,
  ];

  render() {
    return html`
      ${this.given.map((tag) => html`<span class="badge" title=${t('tagGiven')}>${tag}</span>`)}
      ${this.tags.map(
        (tag) => html`<span class="badge accent"
          >${tag}<button aria-label=${t('tagRemove', { tag })} title=${t('tagRemove', { tag })} @click=${() => this.without(tag)}>
            ×
          </button></span
        >`,
      )}
      <input maxlength=${LONGEST} placeholder=${t('tagAdd')} aria-label=${t('tagAdd')} @keydown=${this.pressed} />
    `;
  }

  private without(tag: string): void {
    this.tell('tags', this.tags.filter((one) => one !== tag));
  }

  private pressed(event: KeyboardEvent): void {
    const field = event.target as HTMLInputElement;
    const tag = field.value.trim();
    if (event.key !== 'Enter' || composes(event) || !tag) return;
    event.preventDefault();
    field.value = '';
    if (!this.tags.includes(tag)) this.tell('tags', [...this.tags, tag]);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'yw-tags': Tags;
  }
}
