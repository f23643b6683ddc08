import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { YiwenElement } from './element';
import { t } from './i18n/common';
import { base } from './styles';

/** `<yw-empty heading="还没有会话" hint="上线后……"><button …></button></yw-empty>`: what to do next, not only that nothing is here. */
@customElement('yw-empty')
export class Empty extends YiwenElement {
  @property() heading = '';
  @property() hint = '';

  static styles = [
    base,
    css`
      :host {
        display: grid;
        justify-items: center;
        gap: var(--yw-space-2);
        padding: var(--yw-space-6) var(--yw-space-4);
        text-align: center;
      }
      p {
        max-width: 32em;
        text-wrap: balance;
      }
      .heading {
        color: var(--yw-ink-2);
      }
    `,
  ];

  render() {
    return html`
      <p class="heading">${this.heading}</p>
      ${this.hint ? html`<p class="hint">${this.hint}</p>` : nothing}
      <slot></slot>
    `;
  }
}

/** `<yw-skeleton lines="4"></yw-skeleton>` where text is still coming. */
@customElement('yw-skeleton')
export class Skeleton extends YiwenElement {
  @property({ type: Number }) lines = 3;

  static styles = [
    base,
    css`
      :host {
        display: grid;
        gap: var(--yw-space-3);
        padding: var(--yw-space-3) 0;
      }
      span {
        height: 1em;
        border-radius: var(--yw-radius-s);
        background: var(--yw-line);
        animation: breathe 1.4s ease-in-out infinite alternate;
      }
      span:nth-child(3n) {
        width: 60%;
      }
      span:nth-child(3n + 1) {
        width: 92%;
      }
      @keyframes breathe {
        to {
          opacity: 0.45;
        }
      }
      @media (prefers-reduced-motion: reduce) {
        span {
          animation: none;
        }
      }
    `,
  ];

  render() {
    return html`<div role="status" class="hidden-visually">${t('loading')}</div>
      ${Array.from({ length: this.lines }, () => html`<span aria-hidden="true"></span>`)}`;
  }
}
