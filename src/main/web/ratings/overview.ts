import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { cssText } from '../common/css-text';
import { YiwenElement } from '../common/element';
import { base } from '../common/styles';
import { t } from './i18n';
import { SCORES, tone, type Overview } from './ratings';

/** `<yw-rating-overview .overview score="2">`: the average and how many gave what. Tells `score` (detail: 1 to 5, or undefined). */
@customElement('yw-rating-overview')
export class RatingOverview extends YiwenElement {
  @property({ attribute: false }) overview!: Overview;
  @property({ type: Number }) score?: number;

  static styles = [
    base,
    css`
      :host {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        align-items: center;
        gap: var(--yw-space-5);
      }
      .average {
        display: grid;
        justify-items: center;
        min-width: 7em;
        text-align: center;
      }
      strong {
        font-size: 40px;
        line-height: 1.1;
      }
      .bars {
        display: grid;
        gap: 2px;
      }
      button {
        display: grid;
        grid-template-columns: 6.5em minmax(0, 1fr) 7em;
        align-items: center;
        gap: var(--yw-space-3);
        min-height: 30px;
        padding: 0 var(--yw-space-2);
        border: 1px solid transparent;
        border-radius: var(--yw-radius-s);
        background: transparent;
        color: inherit;
        font: inherit;
        font-size: var(--yw-text-s);
        text-align: left;
        cursor: pointer;
      }
      button:hover {
        background: var(--yw-hover);
      }
      button[aria-pressed='true'] {
        border-color: var(--yw-accent);
        background: var(--yw-selected);
      }
      .track {
        height: 10px;
        border-radius: var(--yw-radius-pill);
        background: var(--yw-hover);
        overflow: hidden;
      }
      .bar {
        display: block;
        height: 100%;
        min-width: 2px;
        border-radius: inherit;
        background: var(--yw-line-strong);
      }
      .ok .bar {
        background: var(--yw-accent);
      }
      .urgent .bar {
        background: var(--yw-urgent);
      }
      .n {
        color: var(--yw-ink-2);
        text-align: right;
        white-space: nowrap;
      }
      @media (max-width: 760px) {
        :host {
          grid-template-columns: minmax(0, 1fr);
          gap: var(--yw-space-3);
        }
        .average {
          grid-auto-flow: column;
          justify-content: start;
          align-items: baseline;
          gap: var(--yw-space-2);
        }
        button {
          grid-template-columns: 6.5em minmax(0, 1fr) 6.5em;
          gap: var(--yw-space-2);
          min-height: 40px;
        }
      }
    `,
  ];

  render() {
    const { ratings, average, scores } = this.overview;
    return html`
      <div class="average">
        <span class="hint">${t('average')}</span>
        <strong>${ratings ? average.toFixed(1) : '–'}</strong>
        <span class="hint">${t('outOf')} · ${t('ratings', { n: ratings })}</span>
      </div>
      <div class="bars" role="group" aria-label=${t('distribution')}>
        ${SCORES.map((one) => this.bar(one, scores[one - 1], ratings))}
      </div>
    `;
  }

  private bar(score: number, count: number, all: number) {
    const share = all ? (100 * count) / all : 0;
    const pressed = this.score === score;
    return html`<button
      class=${tone(score)}
      data-score=${score}
      aria-pressed=${pressed}
      title=${t('only', { n: score })}
      @click=${() => this.tell('score', pressed ? undefined : score)}
    >
      <span>${score} · ${t(`score${score as 1 | 2 | 3 | 4 | 5}`)}</span>
      <span class="track" aria-hidden="true">${count ? html`<span class="bar" .style=${cssText({ width: `${share}%` })}></span>` : nothing}</span>
      <span class="n">${t('times', { n: count })} · ${Math.round(share)}%</span>
    </button>`;
  }
}
