import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { t as shared } from '../../common/i18n/common';
import { YiwenElement } from '../../common/element';
import { icons } from '../../common/icons';
import { badges, base, buttons } from '../../common/styles';
import { timeElement } from '../../common/time';
import type { Article } from '../articles';
import { validity } from '../content';
import { t } from '../i18n';
import { t as own } from './text';
import { audienceBadge, authorName, stateBadge, validityBadge } from '../marks';

/**
 * `<yw-editor-head .history ?dirty ?busy>`: what is open and what can be done with it; tells `close`, `retire` (the
 * published Article), `save` and `publish`.
 */
@customElement('yw-editor-head')
export class EditorHead extends YiwenElement {
  /** Newest first; empty for a new article. */
  @property({ attribute: false }) history: Article[] = [];
  @property({ type: Boolean }) dirty = false;
  @property({ type: Boolean }) busy = false;
  @property({ type: Boolean }) publisher = false;

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
        ${published && this.publisher
          ? html`<button class="button quiet" ?disabled=${this.busy} @click=${() => this.tell('retire', published)}>${own('retire')}</button>`
          : nothing}
        <button class="button save" title="Ctrl+S" ?disabled=${this.busy || !this.dirty} @click=${() => this.tell('save')}>
          ${own('saveDraft')}
        </button>
        ${this.publisher
          ? html`<button
              class="button primary publish"
              ?disabled=${this.busy || !(this.dirty || latest?.state !== 'PUBLISHED')}
              @click=${() => this.tell('publish')}
            >
              ${latest?.state === 'ARCHIVED' && !this.dirty ? own('publishAgain') : own('publish')}
            </button>`
          : nothing}
        <button class="button quiet close" title="Esc" @click=${() => this.tell('close')}>${icons.close}${shared('close')}</button>
      </div>
    `;
  }

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
