import { css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { YiwenElement } from '../common/element';
import { badges, base } from '../common/styles';
import { timeElement } from '../common/time';
import { t } from './i18n';
import { marks, markStyles } from './marks';
import { nameOf, type Criterion, type Line } from './scores';

/** `<yw-score-list .scores .criteria>`: conversations with their marks, the last to end first. Tells `open` (detail: its id). */
@customElement('yw-score-list')
export class ScoreList extends YiwenElement {
  @property({ attribute: false }) scores: Line[] = [];
  @property({ attribute: false }) criteria: Criterion[] = [];

  static styles = [
    base,
    badges,
    markStyles,
    css`
      ul {
        list-style: none;
      }
      li {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: var(--yw-space-1) var(--yw-space-4);
        padding: var(--yw-space-3) 0;
        border-bottom: 1px solid var(--yw-line);
      }
      .broken,
      .facts {
        grid-column: 1 / -1;
        overflow-wrap: anywhere;
      }
      .facts {
        display: flex;
        flex-wrap: wrap;
        gap: 0 var(--yw-space-3);
      }
      a {
        white-space: nowrap;
        font-size: var(--yw-text-s);
      }
    `,
  ];

  render() {
    return html`<ul aria-label=${t('heading')}>
      ${repeat(this.scores, (one) => one.conversationId, (one) => this.line(one))}
    </ul>`;
  }

  private line(one: Line) {
    const broken = one.broken.map((key) => nameOf(key, this.criteria)).join(t('list'));
    const people = [...one.agents, ...(one.bot ? [t('bot')] : [])].join(t('list'));
    return html`<li data-conversation=${one.conversationId}>
      ${marks(one)}
      <a href="/scores?conversation=${one.conversationId}" @click=${(event: MouseEvent) => this.follow(event, one.conversationId)}>${t('open')}</a>
      <span class="broken">${broken || html`<span class="hint">${t('noBroken')}</span>`}</span>
      <span class="facts hint"><span>${one.customer ?? t('visitor')}</span><span>${people}</span>${timeElement(one.closedAt)}</span>
    </li>`;
  }

  private follow(event: MouseEvent, id: string): void {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    this.tell('open', id);
  }
}
