import { css, html, nothing } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { composes } from '../../common/composing';
import { YiwenElement } from '../../common/element';
import { base, buttons, fields } from '../../common/styles';
import { timeElement } from '../../common/time';
import type { Comment } from './review-api';
import { t } from './text';

/**
 * `<yw-thread .comments label="…" ?writing>`: what was remarked at a line. Tells `remark` (the text), `settle` (a Comment) and
 * `leave`.
 */
@customElement('yw-thread')
export class Thread extends YiwenElement {
  @property({ attribute: false }) comments: Comment[] = [];
  @property({ type: Number }) revision = 0;
  @property() label = '';
  @property({ type: Boolean }) writing = false;
  @query('textarea') private field?: HTMLTextAreaElement;

  static styles = [
    base,
    buttons,
    fields,
    css`
      :host {
        display: grid;
        gap: var(--yw-space-2);
        margin: var(--yw-space-1) 0 var(--yw-space-2);
        font-size: var(--yw-text-s);
      }
      .comment,
      form {
        display: grid;
        gap: var(--yw-space-1);
        padding: var(--yw-space-2) var(--yw-space-3);
        border-left: 3px solid var(--yw-accent);
        border-radius: var(--yw-radius-s);
        background: var(--yw-sunken);
      }
      .comment.settled {
        border-left-color: var(--yw-line-strong);
        color: var(--yw-ink-3);
      }
      .text {
        overflow-wrap: anywhere;
        white-space: pre-wrap;
      }
      .row {
        flex-wrap: wrap;
      }
    `,
  ];

  updated(changed: Map<string, unknown>): void {
    if (changed.has('writing') && this.writing) this.field?.focus();
  }

  render() {
    return html`${this.comments.map((one) => this.comment(one))} ${this.writing ? this.form() : nothing}`;
  }

  private comment(one: Comment) {
    const settled = Boolean(one.resolvedBy);
    return html`<div class="comment ${settled ? 'settled' : ''}">
      ${one.revision === this.revision ? nothing : html`<span class="hint">${t('earlier', { revision: one.revision, quoted: one.quoted })}</span>`}
      <span class="text">${one.text}</span>
      <span class="row hint">
        ${one.author} · ${timeElement(one.at)} ${settled ? html`· ${t('resolvedBy', { by: one.resolvedBy! })}` : nothing}
        <span class="spread"></span>
        <button class="button small quiet" @click=${() => this.tell('settle', one)}>${settled ? t('reopen') : t('resolve')}</button>
      </span>
    </div>`;
  }

  private form() {
    return html`<form @submit=${this.submit} @keydown=${this.key}>
      <textarea rows="2" maxlength="2000" aria-label=${this.label} placeholder=${t('writeComment')}></textarea>
      <div class="row">
        <span class="spread"></span>
        <button type="button" class="button small quiet" @click=${() => this.tell('leave')}>${t('cancel')}</button>
        <button class="button small primary">${t('addComment')}</button>
      </div>
    </form>`;
  }

  private readonly key = (event: KeyboardEvent) => {
    if (composes(event)) return;
    if (event.key === 'Escape') {
      event.stopPropagation();
      this.tell('leave');
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) this.submit(event);
  };

  private readonly submit = (event: Event) => {
    event.preventDefault();
    const text = this.field?.value.trim();
    if (text) this.tell('remark', text);
  };
}
