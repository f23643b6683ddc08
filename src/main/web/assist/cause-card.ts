import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { icons } from '../common/icons';
import { t } from './cause-text';
import { KindCard } from './kind-card';
import type { Settled } from './step-card';

interface Cause {
  name: string;
  title: string;
  probability: number;
  ruledOut: boolean;
}

interface Found {
  asked: string;
  title?: string;
  isAnswer?: boolean;
  none?: boolean;
  seq?: number;
}

interface Details {
  causes: Cause[];
  found: Found[];
  question?: { text: string; answers: { symptom: string; title?: string }[] };
  likely?: string;
  helps?: { article: string; title: string; procedure: boolean }[];
}

/** From here a cause is called very likely; below it is only the likeliest of those that are left. */
const CLEAR = 0.8;

/** Which causes a fault may have, and the question that parts them best; the agent taps what the customer answers. */
@customElement('yw-cause-card')
export class CauseCard extends KindCard {
  static styles = [
    ...KindCard.styles,
    css`
      .lead {
        color: var(--yw-ink-3);
        font-size: var(--yw-text-s);
        font-weight: normal;
      }
      .choices,
      .found {
        display: flex;
        flex-wrap: wrap;
        gap: var(--yw-space-1);
        margin: var(--yw-space-2) 0;
      }
      ul {
        margin: 0;
        padding: 0;
        list-style: none;
      }
      .causes {
        display: grid;
        gap: 2px;
        padding-top: var(--yw-space-2);
        border-top: 1px solid var(--yw-line);
        font-size: var(--yw-text-s);
      }
      .causes li {
        display: grid;
        grid-template-columns: minmax(0, 1fr) 72px 3em;
        gap: var(--yw-space-2);
        align-items: center;
        color: var(--yw-ink-2);
      }
      .causes .gone {
        color: var(--yw-ink-3);
      }
      .gone .name {
        text-decoration: line-through;
      }
      .gone .share {
        grid-column: 2 / -1;
        text-align: end;
      }
      meter {
        width: 100%;
        height: 8px;
      }
      .share {
        text-align: end;
        font-variant-numeric: tabular-nums;
        font-size: var(--yw-text-xs);
      }
      .found {
        align-items: center;
        color: var(--yw-ink-3);
        font-size: var(--yw-text-s);
      }
      .found button svg {
        width: 12px;
        height: 12px;
      }
      .helps {
        display: grid;
        gap: var(--yw-space-1);
        justify-items: start;
        margin: var(--yw-space-1) 0 var(--yw-space-2);
      }
      .helps li {
        overflow-wrap: anywhere;
        font-size: var(--yw-text-s);
      }
    `,
  ];

  protected label(): TemplateResult {
    const left = this.details.causes.filter((one) => !one.ruledOut).length;
    return html`<span class="badge accent">${t('cause')}</span><span>${t('left', { n: left })}</span>`;
  }

  protected get heading(): string {
    return '';
  }

  render(): TemplateResult {
    return html`
      <div class="top">${this.label()} ${this.used()}</div>
      ${this.content()}
      <div class="foot">${this.actions()}</div>
    `;
  }

  protected content(): TemplateResult {
    const { causes, likely, question } = this.details;
    const first = causes.find((one) => one.name === likely);
    return html`
      ${first
        ? html`<h3><span class="lead">${first.probability >= CLEAR ? t('likely') : t('unsure')}</span> ${first.title}</h3>
            ${this.helps()}`
        : question
          ? html`<h3><span class="lead">${t('ask')}</span> ${question.text}</h3>
              ${this.choices(question)}`
          : nothing}
      <ul class="causes" aria-label=${t('causes')}>
        ${causes.map((one) => this.cause(one))}
      </ul>
      ${this.found()}
    `;
  }

  /** The question, for the agent to say; a cause is for the agent to know. */
  protected get words(): string {
    return this.details.likely ? '' : (this.details.question?.text ?? '');
  }

  private get details(): Details {
    return this.suggestion.details as unknown as Details;
  }

  private choices(question: NonNullable<Details['question']>) {
    return html`<div class="choices" role="group" aria-label=${t('answers')}>
      ${question.answers.map(
        (one) => html`<button class="button small" @click=${() => this.answer(question.text, one.symptom)}>${one.title ?? t('none')}</button>`,
      )}
      <button class="button small quiet" @click=${() => this.answer(question.text, null)}>${t('unknown')}</button>
    </div>`;
  }

  private helps() {
    const { helps } = this.details;
    return helps?.length
      ? html`<ul class="helps" aria-label=${t('helps')}>
          ${helps.map((one) => html`<li>${one.procedure ? html`<button class="button small" @click=${() => this.begin(one.article)}>${one.title}</button>` : one.title}</li>`)}
        </ul>`
      : nothing;
  }

  private cause(one: Cause) {
    return html`<li class=${one.ruledOut ? 'gone' : ''}>
      <span class="name ellipsis" title=${one.title}>${one.title}</span>
      ${one.ruledOut
        ? html`<span class="share">${t('ruledOut')}</span>`
        : html`<meter min="0" max="1" .value=${one.probability} aria-label=${one.title}></meter>
            <span class="share">${Math.round(one.probability * 100)}%</span>`}
    </li>`;
  }

  private found() {
    const { found } = this.details;
    return found.length
      ? html`<div class="found" role="group" aria-label=${t('found')}>
          ${t('found')}
          ${found.map((one) => {
            const answer = one.title ?? (one.none ? t('none') : t('unknown'));
            const what = one.title && !one.isAnswer ? one.title : `${one.asked} ${answer}`;
            return html`<button
              class="button small quiet"
              title=${one.seq ? `${what} · ${t('heard', { n: one.seq })}` : what}
              aria-label=${t('undo', { what })}
              @click=${() => this.undo(one.asked)}
            >
              ${answer} ${icons.close}
            </button>`;
          })}
        </div>`
      : nothing;
  }

  private answer(question: string, symptom: string | null): void {
    this.tell<Settled>('card-settle', { path: '/causes', body: { question, symptom } });
  }

  /** The procedure becomes the next step. */
  private begin(procedure: string): void {
    this.tell<Settled>('card-settle', { path: '/steps', body: { procedure } });
  }

  private undo(asked: string): void {
    this.tell<Settled>('card-settle', { path: '/causes/undo', body: { asked } });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'yw-cause-card': CauseCard;
  }
}
