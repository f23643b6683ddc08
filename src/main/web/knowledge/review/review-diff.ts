import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { YiwenElement } from '../../common/element';
import { base, buttons } from '../../common/styles';
import type { Article } from '../articles';
import { contentOf } from '../content';
import { differenceStyles, type Part } from '../editor/differences';
import { t as words } from '../i18n';
import { fieldLines, type FieldLines, type Line } from './lines';
import type { Comment, CommentField } from './review-api';
import './thread';
import { t } from './text';

export interface Remark {
  field: CommentField;
  line?: number;
  quoted: string;
  text: string;
}

/**
 * `<yw-review-diff .live .draft .comments layout="inline|sides">`: the revision under review line by line against what is live,
 * with the remarks at their lines. Tells `remark-at` (a Remark) and `settle` (a Comment).
 */
@customElement('yw-review-diff')
export class ReviewDiff extends YiwenElement {
  @property({ attribute: false }) live?: Article;
  @property({ attribute: false }) draft!: Article;
  @property({ attribute: false }) comments: Comment[] = [];
  @property({ reflect: true }) layout: 'inline' | 'sides' = 'inline';
  /** `ANSWER 3`: where a remark is being written. */
  @state() private writing = '';

  static styles = [
    base,
    buttons,
    differenceStyles,
    css`
      :host {
        display: grid;
        gap: var(--yw-space-4);
      }
      h4 {
        display: flex;
        gap: var(--yw-space-2);
        align-items: center;
        margin: 0 0 var(--yw-space-1);
        color: var(--yw-ink-3);
        font-size: var(--yw-text-s);
        font-weight: normal;
      }
      .line {
        display: grid;
        grid-template-columns: 2em minmax(0, 1fr) auto;
        gap: var(--yw-space-2);
        align-items: start;
        border-radius: var(--yw-radius-s);
      }
      :host([layout='sides']) .line {
        grid-template-columns: minmax(0, 1fr) 2em minmax(0, 1fr) auto;
      }
      .line:hover,
      .line:focus-within {
        background: var(--yw-hover);
      }
      .number {
        color: var(--yw-ink-3);
        font-size: var(--yw-text-xs);
        line-height: 1.9;
        text-align: right;
        user-select: none;
      }
      .text {
        min-height: 1.5em;
        overflow-wrap: anywhere;
        white-space: pre-wrap;
      }
      .old {
        color: var(--yw-ink-2);
      }
      .mark {
        min-height: 24px;
        padding: 0 var(--yw-space-1);
        opacity: 0.55;
      }
      .mark:focus-visible,
      .line:hover .mark {
        opacity: 1;
      }
      yw-thread {
        margin-left: 2.5em;
      }
      @media (max-width: 480px) {
        yw-thread {
          margin-left: var(--yw-space-2);
        }
      }
    `,
  ];

  render() {
    return html`${fieldLines(this.live && contentOf(this.live), contentOf(this.draft)).map((one) => this.field(one))}`;
  }

  private name(field: CommentField): string {
    return field === 'DETAILS' ? t('details') : words(field === 'QUESTION' ? 'question' : field === 'ANSWER' ? 'answer' : 'phrasings');
  }

  private field({ field, lines, changed }: FieldLines) {
    const own = this.comments.filter((one) => one.field === field);
    const placed = (one: Comment) => lines.find((line) => line.line !== undefined && (one.revision === this.draft.revision ? line.line === one.line : line.after === one.quoted));
    const lost = own.filter((one) => !placed(one));
    return html`<section>
      <h4>
        ${this.name(field)} ${changed || !this.live ? nothing : html`<span>（${t('unchanged')}）</span>`}
        <span class="spread"></span>${this.button(field)}
      </h4>
      ${this.thread(field, undefined, lost, '')}
      ${lines.map((line) => html`${this.line(field, line)}${line.line === undefined ? nothing : this.thread(field, line.line, own.filter((one) => placed(one) === line), line.after ?? '')}`)}
    </section>`;
  }

  private line(field: CommentField, line: Line) {
    const number = html`<span class="number">${line.line ?? ''}</span>`;
    const mark = line.line === undefined ? html`<span></span>` : this.button(field, line.line);
    return this.layout === 'sides'
      ? html`<div class="line"><span class="text old">${marked(line.parts, 'added')}</span>${number}<span class="text">${marked(line.parts, 'removed')}</span>${mark}</div>`
      : html`<div class="line">${number}<span class="text">${marked(line.parts)}</span>${mark}</div>`;
  }

  private button(field: CommentField, line?: number) {
    const label = line ? t('commentAt', { field: this.name(field), line }) : t('commentOn', { field: this.name(field) });
    return html`<button class="button small quiet mark" aria-label=${label} title=${label} @click=${() => (this.writing = `${field} ${line ?? ''}`)}>${t('comment')}</button>`;
  }

  private thread(field: CommentField, line: number | undefined, comments: Comment[], quoted: string) {
    const writing = this.writing === `${field} ${line ?? ''}`;
    if (!writing && comments.length === 0) return nothing;
    return html`<yw-thread
      .comments=${comments}
      revision=${this.draft.revision}
      label=${line ? t('commentAt', { field: this.name(field), line }) : t('commentOn', { field: this.name(field) })}
      ?writing=${writing}
      @leave=${() => (this.writing = '')}
      @remark=${(event: CustomEvent<string>) => this.remark(event, { field, line, quoted, text: event.detail })}
    ></yw-thread>`;
  }

  private remark(event: Event, remark: Remark): void {
    event.stopPropagation();
    this.writing = '';
    this.tell('remark-at', remark);
  }
}

function marked(parts: Part[], without?: Part['kind']): TemplateResult {
  return html`${parts
    .filter((one) => one.kind !== without)
    .map((one) => (one.kind === 'added' ? html`<ins>${one.value}</ins>` : one.kind === 'removed' ? html`<del>${one.value}</del>` : one.value))}`;
}
