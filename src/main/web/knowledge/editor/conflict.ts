import { css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { YiwenElement } from '../../common/element';
import { icons } from '../../common/icons';
import { base, buttons } from '../../common/styles';
import { timeElement } from '../../common/time';
import type { Article, Content } from '../articles';
import { contentOf } from '../content';
import { differences, differenceStyles } from './differences';
import { t } from './text';
import { authorName } from '../marks';

export type Settlement = 'mine' | 'theirs' | 'merge';

/** `<yw-conflict .theirs .mine base="3" @settle=${(e) => e.detail}>`: somebody saved in between; both versions and the way on. */
@customElement('yw-conflict')
export class Conflict extends YiwenElement {
  @property({ attribute: false }) theirs!: Article;
  @property({ attribute: false }) mine!: Content;
  @property({ type: Number }) base = 0;
  @property({ type: Boolean }) busy = false;

  static styles = [
    base,
    buttons,
    differenceStyles,
    css`
      :host {
        display: grid;
        gap: var(--yw-space-3);
        padding: var(--yw-space-4);
        border: 1px solid var(--yw-urgent);
        border-radius: var(--yw-radius-m);
        background: var(--yw-surface);
      }
      h3 {
        display: flex;
        gap: var(--yw-space-2);
        align-items: center;
        color: var(--yw-urgent-text);
      }
      .row {
        flex-wrap: wrap;
      }
      .difference {
        max-height: 40vh;
        overflow-y: auto;
      }
    `,
  ];

  render() {
    const { theirs } = this;
    const author = authorName(theirs.author);
    return html`
      <h3 role="alert">${icons.warning}${t('conflict', { author })}<span class="hint">${timeElement(theirs.changedAt)}</span></h3>
      <p>${t('conflictWords', { author, revision: theirs.revision, base: this.base })}</p>
      <p class="hint"><del>${t('onlyTheirs')}</del> <ins>${t('onlyMine')}</ins></p>
      <div class="difference" tabindex="0">${differences(contentOf(theirs), this.mine)}</div>
      <div class="row">
        <button class="button primary" ?disabled=${this.busy} @click=${() => this.tell('settle', 'merge')}>${t('settleMerge')}</button>
        <button class="button" ?disabled=${this.busy} @click=${() => this.tell('settle', 'mine')}>${t('settleMine')}</button>
        <button class="button" ?disabled=${this.busy} @click=${() => this.tell('settle', 'theirs')}>${t('settleTheirs')}</button>
      </div>
      <p class="hint">${t('settleHint')}</p>
    `;
  }
}
