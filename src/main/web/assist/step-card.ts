import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { icons } from '../common/icons';
import { markdown } from '../common/markdown';
import { KindCard } from './kind-card';
import { plain } from './script';
import { t } from './step-text';
import { t as shared } from './text';

interface Step {
  /** Counted from one. */
  n: number;
  stage?: 'IDENTIFY' | 'CLASSIFY' | 'SOLVE' | 'CONFIRM';
  text: string;
  /** What to say; '' when the step says nothing aloud. */
  words: string;
  done: boolean;
  by?: 'agent' | 'customer' | 'hand';
  seq?: number | null;
}

interface Category {
  article: string;
  title: string;
}

/** What the card is about: a procedure and how far it is, or only what it may be. */
interface Details {
  procedure?: string;
  article?: string;
  steps?: Step[];
  next?: number;
  categories?: Category[];
}

/** What the panel sends for a card: `card-settle` (detail). */
export interface Settled {
  path: string;
  body: unknown;
}

/** The next step of a procedure, what is done of it, and other procedures it may be. */
@customElement('yw-step-card')
export class StepCard extends KindCard {
  @state() private choosing = false;

  static styles = [
    ...KindCard.styles,
    css`
      .next {
        margin: var(--yw-space-1) 0;
        color: var(--yw-ink);
        font-size: var(--yw-text-m);
        font-weight: var(--yw-weight-strong);
        line-height: var(--yw-leading-tight);
      }
      .next .stage {
        color: var(--yw-accent-text);
      }
      .procedure {
        font-size: var(--yw-text-s);
        color: var(--yw-ink-2);
      }
      ol {
        margin: var(--yw-space-2) 0 0;
        padding: var(--yw-space-1) 0 0;
        border-top: 1px solid var(--yw-line);
        list-style: none;
      }
      .tick {
        display: grid;
        grid-template-columns: 18px minmax(0, 1fr) auto;
        gap: var(--yw-space-2);
        align-items: center;
        width: 100%;
        min-height: 26px;
        padding: 0;
        border: 0;
        border-radius: var(--yw-radius-s);
        background: none;
        color: var(--yw-ink-2);
        font: inherit;
        font-size: var(--yw-text-s);
        text-align: left;
        cursor: pointer;
      }
      .tick:hover {
        background: var(--yw-hover);
      }
      .box {
        display: grid;
        place-items: center;
        width: 16px;
        height: 16px;
        border: 1.5px solid var(--yw-ink-3);
        border-radius: 4px;
      }
      .tick[aria-checked='true'] .box {
        border-color: var(--yw-ok-text);
        color: var(--yw-ok-text);
      }
      .tick[aria-checked='true'] {
        color: var(--yw-ink-3);
      }
      .tick.now {
        color: var(--yw-ink);
        font-weight: var(--yw-weight-strong);
      }
      .box svg {
        width: 12px;
        height: 12px;
      }
      .by {
        color: var(--yw-ink-3);
        font-size: var(--yw-text-xs);
      }
      .choices {
        display: flex;
        flex-wrap: wrap;
        gap: var(--yw-space-1);
        margin-top: var(--yw-space-2);
      }
      @media (max-width: 899px) {
        .tick {
          min-height: 36px;
        }
      }
    `,
  ];

  render(): TemplateResult {
    return html`
      <div class="top">${this.label()} ${this.used()}</div>
      ${this.headline()} ${this.content()}
      <div class="foot">${this.actions()}</div>
    `;
  }

  protected label(): TemplateResult {
    const { steps } = this.details;
    return html`<span class="badge accent">${shared('nextStep')}</span>
      ${steps ? html`<span class="procedure">${this.details.procedure}</span><span>${t('doneOf', { done: steps.filter((one) => one.done).length, all: steps.length })}</span>` : nothing}`;
  }

  private headline(): TemplateResult | typeof nothing {
    const { next } = this;
    if (!this.details.steps) return html`<h3>${this.suggestion.title}</h3>`;
    if (!next) return html`<p class="next">${t('allDone')}</p>`;
    return html`<p class="next">${next.stage ? html`<span class="stage">${t(next.stage)}</span> · ` : nothing}${summary(next)}</p>`;
  }

  protected content(): TemplateResult {
    const { steps, categories } = this.details;
    const { next } = this;
    return html`
      ${next?.words ? html`<div class="text prose">${markdown(next.words.split('\n').map((one) => `「${one}」`).join('\n\n'))}</div>` : nothing}
      ${steps
        ? html`<ol aria-label=${t('steps')}>
            ${steps.map((one) => html`<li>${this.tick(one, one === next)}</li>`)}
          </ol>`
        : nothing}
      ${!steps || this.choosing
        ? html`<div class="choices" role="group" aria-label=${t('choose')}>
            ${categories
              ?.filter((one) => one.article !== this.details.article)
              .map((one) => html`<button class="button small" @click=${() => this.choose(one)}>${one.title}</button>`)}
          </div>`
        : nothing}
    `;
  }

  protected actions(): TemplateResult {
    const { next } = this;
    return html`
      ${next ? html`<button class="button small" @click=${() => this.settle(next)}>${t('did')}</button>` : nothing}
      ${super.actions()}
      ${this.details.steps && (this.details.categories?.length ?? 0) > 1
        ? html`<button class="button small quiet" aria-expanded=${this.choosing} @click=${() => (this.choosing = !this.choosing)}>${t('another')}</button>`
        : nothing}
    `;
  }

  /** What the next step says aloud; on a call also what it asks to do, for the agent to read. */
  protected get words(): string {
    return this.next ? this.next.words || (this.spoken ? plain(this.next.text) : '') : '';
  }

  private get details(): Details {
    return this.suggestion.details as Details;
  }

  private get next(): Step | undefined {
    return this.details.steps?.find((one) => one.n === this.details.next);
  }

  private tick(step: Step, now: boolean) {
    const by = step.done && step.by ? t(step.by, { n: step.seq ?? 0 }) : '';
    return html`<button
      class="tick ${now ? 'now' : ''}"
      role="checkbox"
      aria-checked=${step.done}
      title=${step.text}
      @click=${() => this.settle(step)}
    >
      <span class="box">${step.done ? icons.check : nothing}</span>
      <span class="ellipsis">${step.n}. ${summary(step)}</span>
      <span class="by">${by}</span>
    </button>`;
  }

  private settle(step: Step): void {
    this.tell<Settled>('card-settle', { path: `/steps/${step.n}`, body: { done: !step.done } });
  }

  private choose(category: Category): void {
    this.choosing = false;
    this.tell<Settled>('card-settle', { path: '/steps', body: { procedure: category.article } });
  }
}

/** A step without the words that it says aloud, and without Markdown's marks. */
function summary(step: Step): string {
  return plain(step.text.replace(/[：:]?「[^」]*」/g, '')).replace(/\n/g, ' ');
}

declare global {
  interface HTMLElementTagNameMap {
    'yw-step-card': StepCard;
  }
}
