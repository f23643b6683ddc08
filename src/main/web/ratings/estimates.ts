import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { cssText } from '../common/css-text';
import { YiwenElement } from '../common/element';
import { base } from '../common/styles';
import { timeElement } from '../common/time';
import { t } from './i18n';
import type { Checked, Estimates, Suspected } from './ratings';

/** Of fewer a share tells nothing. */
const ENOUGH = 20;
const PARTS = ['rated', 'estimated', 'unknown'] as const;

/** `<yw-estimates .estimates>`: how those felt who did not rate: how many that are, what their words tell, and of whom. */
@customElement('yw-estimates')
export class EstimatesView extends YiwenElement {
  @property({ attribute: false }) estimates!: Estimates;

  static styles = [
    base,
    css`
      :host {
        display: grid;
        gap: var(--yw-space-3);
      }
      .track {
        display: flex;
        height: 14px;
        border-radius: var(--yw-radius-pill);
        overflow: hidden;
        background: var(--yw-hover);
      }
      .rated {
        background: var(--yw-accent);
      }
      .estimated {
        background: repeating-linear-gradient(45deg, var(--yw-accent), var(--yw-accent) 3px, var(--yw-hover) 3px, var(--yw-hover) 6px);
      }
      .unknown {
        background: var(--yw-line-strong);
      }
      .key {
        display: flex;
        flex-wrap: wrap;
        gap: var(--yw-space-1) var(--yw-space-4);
        font-size: var(--yw-text-s);
      }
      .key i {
        display: inline-block;
        width: 14px;
        height: 10px;
        margin-inline-end: var(--yw-space-1);
        border-radius: 2px;
      }
      ul {
        list-style: none;
      }
      li {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: var(--yw-space-1) var(--yw-space-4);
        padding: var(--yw-space-3) 0;
        border-top: 1px solid var(--yw-line);
      }
      blockquote {
        margin: 0;
        overflow-wrap: anywhere;
      }
      .facts {
        display: flex;
        flex-wrap: wrap;
        grid-column: 1 / -1;
        gap: 0 var(--yw-space-3);
      }
      li a {
        white-space: nowrap;
        font-size: var(--yw-text-s);
      }
    `,
  ];

  render() {
    const { estimates: it } = this;
    const all = it.rated + it.estimated + it.unknown;
    if (!all) return nothing;
    return html`
      <h2>${t('unrated')}</h2>
      <div class="track" aria-hidden="true">
        ${PARTS.map((part) => (it[part] ? html`<span class=${part} .style=${cssText({ width: `${(100 * it[part]) / all}%` })}></span>` : nothing))}
      </div>
      <p class="key">${PARTS.map((part) => html`<span><i class=${part} aria-hidden="true"></i>${t(part, { n: it[part] })}</span>`)}</p>
      ${it.estimated >= ENOUGH
        ? html`<p>${t('expected', { share: percent(it.dissatisfied), error: percent(it.error) })} <span class="hint">${t('fromWords')}</span></p>`
        : nothing}
      ${it.low.rated || it.high.rated ? html`<p class="hint">${t('checked', { low: of(it.low), high: of(it.high) })}</p>` : nothing}
      ${it.conversations.length
        ? html`<h3>${t('suspected')}</h3>
            <ul>
              ${repeat(it.conversations, (one) => one.conversationId, (one) => this.line(one))}
            </ul>`
        : nothing}
    `;
  }

  private line(one: Suspected) {
    return html`<li data-conversation=${one.conversationId}>
      <span>${one.quotes.map((quote) => html`<blockquote>“${quote.text}”</blockquote>`)}</span>
      <a href="/agent?conversation=${one.conversationId}">${t('conversation')}</a>
      <span class="facts hint">
        <span>${t('probably', { share: percent(one.dissatisfied) })}</span><span>${one.customer ?? t('visitor')}</span
        ><span>${one.agent?.name ?? t('bot')}</span>${timeElement(one.at)}
      </span>
    </li>`;
  }
}

function percent(share: number): string {
  return `${Math.round(100 * share)}%`;
}

function of(checked: Checked): string {
  return `${checked.called}/${checked.rated}`;
}
