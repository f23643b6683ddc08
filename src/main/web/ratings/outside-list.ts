import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { YiwenElement } from '../common/element';
import { badges, base } from '../common/styles';
import { timeElement } from '../common/time';
import { t } from './i18n';
import { tone, type Outside } from './ratings';

/** `<yw-outside-list .said>`: what customers said of the service in other places, newest first. */
@customElement('yw-outside-list')
export class OutsideList extends YiwenElement {
  @property({ attribute: false }) said: Outside[] = [];

  static styles = [
    base,
    badges,
    css`
      ul {
        list-style: none;
      }
      li {
        display: grid;
        gap: var(--yw-space-1);
        padding: var(--yw-space-3) 0;
        border-top: 1px solid var(--yw-line);
      }
      .words {
        overflow-wrap: anywhere;
        white-space: pre-wrap;
      }
      .facts {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0 var(--yw-space-3);
        font-size: var(--yw-text-s);
      }
    `,
  ];

  render() {
    return html`<h2>${t('outside')}</h2>
      <p class="hint">${t('outsideNote')}</p>
      <ul>
        ${repeat(this.said, (one) => one.id, (one) => this.line(one))}
      </ul>`;
  }

  private line(one: Outside) {
    return html`<li>
      ${one.text ? html`<span class="words">${one.text}</span>` : nothing}
      <span class="facts">
        ${one.score === undefined
          ? html`<span class="hint">${t('onlyWords')}</span>`
          : html`<span class="badge ${tone(one.score)}">${t(`score${one.score as 1 | 2 | 3 | 4 | 5}`)}</span>`}
        <span class="hint">${one.source}</span><span class="hint">${one.customer ?? t('visitor')}</span
        ><span class="hint">${timeElement(one.at)}</span>
        ${one.conversationId ? html`<a href="/agent?conversation=${one.conversationId}">${t('conversation')}</a>` : nothing}
        ${one.ticketId ? html`<a href="/tickets?ticket=${one.ticketId}">${t('ticket')}</a>` : nothing}
        ${one.url ? html`<a href=${one.url} target="_blank" rel="noopener noreferrer">${t('original')}</a>` : nothing}
      </span>
    </li>`;
  }
}
