import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { api } from '../../common/api';
import { YiwenElement } from '../../common/element';
import { base } from '../../common/styles';
import { NEW } from './keep';
import { t } from './text';

interface Other {
  name: string;
  writing: boolean;
}

const PAUSE = 8_000;

/** `<yw-together article-id="…" ?writing>`: who else has the article open, and whether they are writing. */
@customElement('yw-together')
export class Together extends YiwenElement {
  @property({ attribute: 'article-id' }) articleId = '';
  @property({ type: Boolean }) writing = false;
  @state() private others: Other[] = [];
  private clock?: ReturnType<typeof setInterval>;

  static styles = [
    base,
    css`
      :host {
        display: contents;
      }
      p {
        grid-column: 1 / -1;
        padding: var(--yw-space-2) var(--yw-space-3);
        border-radius: var(--yw-radius-m);
        background: var(--yw-accent-soft);
        color: var(--yw-accent-text);
        font-size: var(--yw-text-s);
      }
    `,
  ];

  connectedCallback(): void {
    super.connectedCallback();
    this.clock = setInterval(() => void this.look(), PAUSE);
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.clock);
    this.leave(this.articleId);
  }

  willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('articleId')) {
      this.others = [];
      this.leave(changed.get('articleId') as string | undefined);
    }
    if (changed.size > 0 && (changed.has('articleId') || changed.has('writing'))) void this.look();
  }

  private async look(): Promise<void> {
    const id = this.articleId;
    if (!id || id === NEW || document.hidden) return;
    try {
      const others = await api<Other[]>('PUT', `/articles/${id}/editing`, { body: { writing: this.writing } });
      if (id === this.articleId) this.others = others;
    } catch {
      // Nothing depends on it.
    }
  }

  private leave(id?: string): void {
    if (id && id !== NEW) void api('DELETE', `/articles/${id}/editing`).catch(() => {});
  }

  render() {
    if (this.others.length === 0) return nothing;
    const writing = this.others.some((one) => one.writing);
    return html`<p role="status">${t(writing ? 'alsoWriting' : 'alsoHere', { names: this.others.map((one) => one.name).join('、') })}</p>`;
  }
}
