import { css, html, nothing } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { YiwenElement } from '../../common/element';
import { base, buttons } from '../../common/styles';
import type { Filter } from '../articles';
import { t } from './text';

const FORMATS = ['XLSX', 'MARKDOWN', 'JSONL'] as const;
const CHOOSING = ['q', 'topic', 'state', 'audience', 'product', 'valid'] as const;

/** `<yw-export-menu .filter>`: a button with the formats in which knowledge is handed out, all of it or what the filter shows. */
@customElement('yw-export-menu')
export class ExportMenu extends YiwenElement {
  @property({ attribute: false }) filter?: Filter;
  @query('details') private menu?: HTMLDetailsElement;

  static styles = [
    base,
    buttons,
    css`
      :host {
        position: relative;
      }
      summary {
        list-style: none;
      }
      summary::-webkit-details-marker {
        display: none;
      }
      .choices {
        position: absolute;
        z-index: 20;
        right: 0;
        margin-top: var(--yw-space-1);
        min-width: 13em;
        padding: var(--yw-space-2);
        border: 1px solid var(--yw-line);
        border-radius: var(--yw-radius-m);
        background: var(--yw-surface);
        box-shadow: var(--yw-shadow, 0 4px 16px rgb(0 0 0 / 12%));
      }
      p {
        margin: var(--yw-space-1) var(--yw-space-2);
      }
      a {
        display: block;
        padding: var(--yw-space-2);
        border-radius: var(--yw-radius-s);
        color: var(--yw-ink);
        text-decoration: none;
      }
      a:hover,
      a:focus-visible {
        background: var(--yw-hover);
      }
      @media (max-width: 760px) {
        details {
          display: grid;
        }
        .choices {
          position: fixed;
          right: var(--yw-space-3);
          left: var(--yw-space-3);
        }
      }
    `,
  ];

  connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('click', this.elsewhere);
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('click', this.elsewhere);
  }

  render() {
    const chosen = CHOOSING.filter((name) => this.filter?.[name]);
    return html`
      <details @keydown=${this.key}>
        <summary class="button">${t('export')}</summary>
        <div class="choices">
          <p class="hint">${t('exportAll')}</p>
          ${this.links('')}
          ${chosen.length > 0
            ? html`<p class="hint">${t('exportFiltered')}</p>
                ${this.links(chosen.map((name) => `&${name}=${encodeURIComponent(this.filter?.[name] ?? '')}`).join(''))}`
            : nothing}
        </div>
      </details>
    `;
  }

  private links(filter: string) {
    return html`${FORMATS.map((format) => this.link(format, filter, t(`format${format}`)))}
    ${this.link('JSONL', `&history=true${filter}`, t('exportHistory'))}`;
  }

  private link(format: string, filter: string, name: string) {
    return html`<a href="/api/v1/knowledge-export?format=${format}${filter}" download @click=${this.close}>${name}</a>`;
  }

  private readonly close = () => this.menu?.removeAttribute('open');

  private readonly elsewhere = (event: Event) => {
    if (!event.composedPath().includes(this)) this.close();
  };

  private key(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !this.menu?.open) return;
    event.stopPropagation();
    this.close();
    this.menu.querySelector('summary')?.focus();
  }
}
