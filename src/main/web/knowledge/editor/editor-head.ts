import { css, html, nothing } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { t as shared } from '../../common/i18n/common';
import { YiwenElement } from '../../common/element';
import { icons } from '../../common/icons';
import { badges, base, buttons } from '../../common/styles';
import { timeElement } from '../../common/time';
import type { Article } from '../articles';
import { validity } from '../content';
import { t } from '../i18n';
import { t as review } from '../review/text';
import { steps, type Seldom, type Steps } from './next-step';
import { t as own } from './text';
import { audienceBadge, authorName, stateBadge, validityBadge } from '../marks';

/**
 * `<yw-editor-head .history ?dirty ?busy>`: what is open and what can be done with it; tells `close`, `retire` (the
 * published Article), `save`, and the steps of `next-step`.
 */
@customElement('yw-editor-head')
export class EditorHead extends YiwenElement {
  /** Newest first; empty for a new article. */
  @property({ attribute: false }) history: Article[] = [];
  @property({ type: Boolean }) dirty = false;
  @property({ type: Boolean }) busy = false;
  @property({ type: Boolean }) publisher = false;
  /** Somebody other than the author must look first. */
  @property({ type: Boolean }) holds = false;
  @query('details') private menu?: HTMLDetailsElement;

  static styles = [
    base,
    buttons,
    badges,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        gap: var(--yw-space-2) var(--yw-space-4);
        align-items: center;
        padding: var(--yw-space-3) var(--yw-space-5) var(--yw-space-2);
      }
      .title {
        display: grid;
        gap: 2px;
        flex: 1 1 18em;
        min-width: 0;
      }
      h1 {
        overflow-wrap: anywhere;
      }
      .badges {
        display: flex;
        flex-wrap: wrap;
        gap: var(--yw-space-1) var(--yw-space-2);
        align-items: center;
      }
      .actions {
        display: flex;
        flex-wrap: wrap;
        gap: var(--yw-space-2);
        align-items: center;
      }
      .more {
        position: relative;
      }
      summary {
        list-style: none;
      }
      .menu {
        position: absolute;
        z-index: 6;
        top: 100%;
        right: 0;
        display: grid;
        min-width: 10em;
        padding: var(--yw-space-1);
        border: 1px solid var(--yw-line);
        border-radius: var(--yw-radius-m);
        background: var(--yw-surface);
        box-shadow: var(--yw-shadow-2);
      }
      .menu .button {
        justify-content: start;
        white-space: nowrap;
      }
      .back {
        display: none;
        padding: 0 var(--yw-space-2) 0 0;
      }
      .back svg {
        rotate: 90deg;
      }
      @media (max-width: 760px) {
        :host {
          padding: var(--yw-space-2) var(--yw-space-4);
        }
        .back {
          display: inline-flex;
        }
        .close {
          display: none;
        }
        .title {
          flex-basis: 100%;
        }
        .actions {
          position: fixed;
          z-index: 5;
          inset: auto 0 0 0;
          justify-content: flex-end;
          padding: var(--yw-space-2) var(--yw-space-4) calc(var(--yw-space-2) + env(safe-area-inset-bottom));
          border-top: 1px solid var(--yw-line);
          background: var(--yw-surface);
        }
        .actions .button {
          min-height: var(--yw-control-touch);
        }
        .menu {
          top: auto;
          bottom: 100%;
          left: 0;
          right: auto;
        }
      }
    `,
  ];

  render() {
    const latest = this.history[0];
    const published = this.history.find((one) => one.state === 'PUBLISHED');
    return html`
      <button class="button quiet back" @click=${() => this.tell('close')}>${icons.chevron}${own('backToList')}</button>
      <div class="title">
        <h1>${latest ? latest.question : t('newArticle')}</h1>
        <div class="badges">
          ${latest ? this.facts(latest, published) : html`<span class="badge warn">${own('notSavedYet')}</span>`}
          ${latest && this.dirty ? html`<span class="badge warn">${t('unsaved')}</span>` : nothing}
        </div>
      </div>
      <div class="actions">
        ${this.next.retire
          ? html`<button class="button quiet" ?disabled=${this.busy} @click=${() => this.tell('retire', this.next.retire)}>${own('retire')}</button>`
          : nothing}
        ${this.more()}
        <button class="button save" title="Ctrl+S" ?disabled=${this.busy || !this.dirty} @click=${() => this.tell('save')}>
          ${own('saveDraft')}
        </button>
        ${this.primary(latest)}
        <button class="button quiet close" title="Esc" @click=${() => this.tell('close')}>${icons.close}${shared('close')}</button>
      </div>
    `;
  }

  private get next(): Steps {
    return steps(this.history, this.dirty, this.holds, this.publisher);
  }

  private primary(latest?: Article) {
    const { primary } = this.next;
    if (!primary) return nothing;
    const text =
      primary === 'submit'
        ? review('submit')
        : primary === 'review'
          ? review('toReview')
          : latest?.state === 'ARCHIVED' && !this.dirty
            ? own('publishAgain')
            : own('publish');
    const idle = primary === 'publish' && !this.dirty && latest?.state === 'PUBLISHED';
    return html`<button class="button primary publish" ?disabled=${this.busy || idle} @click=${() => this.tell(primary)}>${text}</button>`;
  }

  private more() {
    const { more } = this.next;
    if (more.length === 0) return nothing;
    return html`<details class="more" @focusout=${this.leave} @keydown=${this.escape}>
      <summary class="button quiet">${review('more')}</summary>
      <div class="menu">
        ${more.map((step) => html`<button class="button quiet" ?disabled=${this.busy} @click=${() => this.choose(step)}>${review(step)}</button>`)}
      </div>
    </details>`;
  }

  private choose(step: Seldom): void {
    this.menu?.removeAttribute('open');
    this.tell(step);
  }

  private readonly leave = (event: FocusEvent) => {
    if (!this.menu?.contains(event.relatedTarget as Node | null)) this.menu?.removeAttribute('open');
  };

  private readonly escape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !this.menu?.open) return;
    event.stopPropagation();
    this.menu.open = false;
    this.menu.querySelector('summary')?.focus();
  };

  private facts(latest: Article, published?: Article) {
    return html`
      ${stateBadge(latest.state)} ${validityBadge(validity(latest))} ${audienceBadge(latest.audience)}
      <span class="hint"
        >${t('revisionNumber', { revision: latest.revision })} · ${authorName(latest.author)} · ${timeElement(latest.changedAt)}</span
      >
      ${published && published !== latest
        ? html`<span class="hint">${own('publishedIs', { revision: published.revision })}</span>`
        : nothing}
    `;
  }
}
