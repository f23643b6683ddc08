import { css, html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { bundle } from '../common/i18n/bundle';
import { KindCard } from './kind-card';
import { t } from './text';
import { usedBy } from './used-by';

const w = bundle(
  {
    done: '处理',
    ended: '结果',
    resolved: '已解决',
    ticket: '转工单',
    escalated: '升级处理',
    transferred: '转给他人',
    score: '评 {n} 分',
    again: '7 天内又来过',
    notAgain: '7 天内没有再来',
    said: '同事当时这样说',
    insertThis: '插入这一句',
    useThis: '采用这一句',
  },
  {
    done: 'Done',
    ended: 'Ended',
    resolved: 'resolved',
    ticket: 'with a ticket',
    escalated: 'escalated',
    transferred: 'transferred',
    score: 'rated {n}/5',
    again: 'came again within 7 days',
    notAgain: 'did not come again within 7 days',
    said: 'What colleagues said then',
    insertThis: 'Insert this',
    useThis: 'Use this',
  },
);

const OUTCOMES = ['resolved', 'ticket', 'escalated', 'transferred'] as const;

interface Details {
  done?: string;
  ended?: string;
  score?: number | null;
  repeated?: boolean;
  replies?: string[];
}

/** A past case that was alike: what was done, how it ended, what colleagues really said. Each sentence can be put into the reply. */
@customElement('yw-case-card')
export class CaseCard extends KindCard {
  static styles = [
    ...KindCard.styles,
    css`
      dl {
        display: grid;
        grid-template-columns: max-content 1fr;
        gap: 2px var(--yw-space-2);
        margin: 0;
        color: var(--yw-ink-2);
        font-size: var(--yw-text-s);
      }
      dt {
        color: var(--yw-ink-3);
      }
      dd {
        margin: 0;
        overflow-wrap: anywhere;
      }
      .said {
        margin: var(--yw-space-2) 0 0;
        color: var(--yw-ink-3);
        font-size: var(--yw-text-xs);
      }
      ul {
        margin: 2px 0 0;
        padding: 0;
        list-style: none;
      }
      li {
        display: flex;
        gap: var(--yw-space-2);
        align-items: flex-start;
        padding: var(--yw-space-1) 0;
        border-top: 1px solid var(--yw-line);
        font-size: var(--yw-text-s);
      }
      li:first-child {
        border-top: 0;
      }
      li span {
        flex: 1;
        min-width: 0;
        white-space: pre-line;
        overflow-wrap: anywhere;
      }
      li .button {
        flex: none;
      }
    `,
  ];

  protected label() {
    return html`<span class="badge">${t('case')}</span>`;
  }

  protected content() {
    const { done, replies = [] } = this.details;
    const ended = this.ended;
    return html`
      ${done || ended
        ? html`<dl>
            ${done ? html`<dt>${w('done')}</dt><dd>${done}</dd>` : nothing}
            ${ended ? html`<dt>${w('ended')}</dt><dd>${ended}</dd>` : nothing}
          </dl>`
        : nothing}
      ${replies.length
        ? html`<p class="said">${w('said')}</p>
            <ul>
              ${replies.map((reply) => this.reply(reply))}
            </ul>`
        : nothing}
      ${usedBy(this.suggestion)}
    `;
  }

  /** Each sentence has a button of its own. */
  protected actions() {
    return html`<button class="button small quiet" @click=${() => this.tell('card-dismiss')}>${t('dismiss')}</button>`;
  }

  private reply(words: string) {
    return html`<li>
      <span>${words}</span>
      <button class="button small" @click=${() => this.tell('card-insert', words)}>
        ${this.spoken ? w('useThis') : w('insertThis')}
      </button>
    </li>`;
  }

  private get details(): Details {
    return this.suggestion.details as Details;
  }

  private get ended(): string {
    const { ended, score, repeated } = this.details;
    const known = OUTCOMES.find((it) => it === ended);
    const parts = [
      known ? w(known) : '',
      score ? w('score', { n: score }) : '',
      ended === undefined ? '' : repeated ? w('again') : w('notAgain'),
    ];
    return parts.filter((it) => it !== '').join(' · ');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'yw-case-card': CaseCard;
  }
}
