import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { YiwenElement } from '../common/element';
import '../knowledge/golden/make-golden';
import { badges, base } from '../common/styles';
import { timeElement } from '../common/time';
import { t } from './i18n';
import { tone, type Rating } from './ratings';

/** `<yw-rating-list .ratings>`: what each customer said of which conversation, newest first. */
@customElement('yw-rating-list')
export class RatingList extends YiwenElement {
  @property({ attribute: false }) ratings: Rating[] = [];
  /** Whether who looks may make golden questions. */
  @property({ type: Boolean }) editor = false;

  static styles = [
    base,
    badges,
    css`
      ul {
        list-style: none;
      }
      li {
        display: grid;
        grid-template-columns: 8em minmax(0, 1fr) auto;
        align-items: baseline;
        gap: var(--yw-space-1) var(--yw-space-4);
        padding: var(--yw-space-3) 0;
        border-bottom: 1px solid var(--yw-line);
      }
      .words {
        overflow-wrap: anywhere;
        white-space: pre-wrap;
      }
      .facts {
        align-items: center;
        display: flex;
        flex-wrap: wrap;
        gap: 0 var(--yw-space-3);
        grid-column: 2;
      }
      a {
        white-space: nowrap;
        font-size: var(--yw-text-s);
      }
      @media (max-width: 760px) {
        li {
          grid-template-columns: minmax(0, 1fr) auto;
        }
        .words,
        .facts {
          grid-column: 1 / -1;
        }
        li a {
          grid-area: 1 / 2;
          min-height: 32px;
        }
      }
    `,
  ];

  render() {
    return html`<ul aria-label=${t('heading')}>
      ${repeat(this.ratings, (one) => one.conversationId, (one) => this.line(one))}
    </ul>`;
  }

  private line(one: Rating) {
    return html`<li data-conversation=${one.conversationId}>
      <span><span class="badge ${tone(one.score)}">${one.score} · ${t(`score${one.score as 1 | 2 | 3 | 4 | 5}`)}</span></span>
      ${one.comment ? html`<span class="words">${one.comment}</span>` : html`<span class="hint">${t('noWords')}</span>`}
      <a href="/agent?conversation=${one.conversationId}">${t('conversation')}</a>
      <span class="facts hint">
        <span>${one.customer ?? t('visitor')}</span><span>${one.agent?.name ?? t('bot')}</span>${timeElement(one.at)}
        ${this.editor ? html`<yw-make-golden conversation=${one.conversationId} from="RATING"></yw-make-golden>` : nothing}
      </span>
    </li>`;
  }
}
