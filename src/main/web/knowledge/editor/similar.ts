import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { YiwenElement } from '../../common/element';
import { badges, base } from '../../common/styles';
import { t } from './text';
import { audienceBadge } from '../marks';
import { nearDuplicates, percent, type Candidate } from '../trial/preview';

/** `<yw-similar question="…" self="id">`: articles that already answer nearly this question; tells `open`. */
@customElement('yw-similar')
export class Similar extends YiwenElement {
  @property() question = '';
  /** The article being edited, which is no duplicate of itself. */
  @property() self = '';
  @state() private found: Candidate[] = [];
  private waiting?: ReturnType<typeof setTimeout>;
  private request?: AbortController;

  static styles = [
    base,
    badges,
    css`
      .near {
        display: grid;
        gap: var(--yw-space-1);
        padding: var(--yw-space-2) var(--yw-space-3);
        border-radius: var(--yw-radius-m);
        background: var(--yw-warn-soft);
        font-size: var(--yw-text-s);
      }
      .near > span {
        color: var(--yw-warn-text);
      }
      a {
        color: var(--yw-ink);
      }
    `,
  ];

  disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.waiting);
    this.request?.abort();
  }

  willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has('question') && !changed.has('self')) return;
    clearTimeout(this.waiting);
    this.request?.abort();
    if (changed.has('self')) this.found = [];
    if (this.question.trim().length < 4) this.found = [];
    else this.waiting = setTimeout(() => void this.look(), 500);
  }

  private async look(): Promise<void> {
    const request = (this.request = new AbortController());
    try {
      this.found = await nearDuplicates(this.question, this.self, request.signal);
    } catch {
      // Only a hint: without it one can still write.
      if (!request.signal.aborted) this.found = [];
    }
  }

  render() {
    if (this.found.length === 0) return nothing;
    return html`
      <div class="near" role="status">
        <span>${t('similar')}</span>
        ${this.found.map(
          (one) => html`<div>
            <a href="/knowledge?article=${one.article}" target="_blank">${one.title}</a>
            <span class="hint">${t('likeness', { n: percent(one.dense) })}</span> ${audienceBadge(one.audience)}
          </div>`,
        )}
      </div>
    `;
  }
}
