import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { YiwenElement } from '../common/element';
import { badges, base } from '../common/styles';
import { timeElement } from '../common/time';
import { shown, type Case } from './figures';
import { t } from './i18n';
import { channelName, topicName } from './part-name';

/** `<yw-case-list .cases>`: the conversations behind a number, each a link to itself. */
@customElement('yw-case-list')
export class CaseList extends YiwenElement {
  @property({ attribute: false }) cases: Case[] = [];

  static styles = [
    base,
    badges,
    css`
      ul {
        list-style: none;
      }
      li {
        display: flex;
        flex-wrap: wrap;
        gap: var(--yw-space-1) var(--yw-space-3);
        align-items: center;
        padding: var(--yw-space-2) 0;
        border-bottom: 1px solid var(--yw-line);
      }
      a {
        margin-inline-start: auto;
        white-space: nowrap;
      }
    `,
  ];

  render() {
    return html`<ul>
      ${this.cases.map((one) => this.line(one))}
    </ul>`;
  }

  private line(one: Case) {
    const time = (ms: number) => shown('MEAN_MS', ms);
    return html`<li data-conversation=${one.conversationId}>
      ${timeElement(one.openedAt)}
      <span>${channelName(one.channel)}</span>
      ${one.topic ? html`<span>${topicName(one.topic)}</span>` : nothing}
      ${one.region ? html`<span>${one.region}</span>` : nothing}
      <span>${one.agent ?? t('bot')}</span>
      ${one.waitedMs === undefined ? nothing : html`<span class="hint">${t(one.answered ? 'waited' : 'left', { time: time(one.waitedMs) })}</span>`}
      ${one.handledMs === undefined ? nothing : html`<span class="hint">${t('handled', { time: time(one.handledMs) })}</span>`}
      ${one.score === undefined ? nothing : html`<span class="badge ${one.score <= 2 ? 'urgent' : ''}">${t('score', { n: one.score })}</span>`}
      ${one.repeats ? html`<span class="badge warn">${t('repeats')}</span>` : nothing}
      ${one.followed ? html`<span class="badge warn">${t('followed')}</span>` : nothing}
      <a href="/agent?conversation=${one.conversationId}">${t('conversation')}</a>
    </li>`;
  }
}
