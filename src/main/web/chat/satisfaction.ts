import { css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { YiwenElement } from '../common/element';
import { base, buttons, fields } from '../common/styles';
import { t } from './parting-text';

export interface Rating {
  score: number;
  comment: string | null;
}

const SCORES = [1, 2, 3, 4, 5] as const;
type Score = (typeof SCORES)[number];

/** `<yw-satisfaction conversation="…">`: one tap says how it was. Tells `rate` (detail: Rating); the last word counts. */
@customElement('yw-satisfaction')
export class SatisfactionCard extends YiwenElement {
  @property() conversation = '';
  /** What the service knows of. */
  @property({ attribute: false }) given?: number;
  /** It is too late to change it. */
  @property({ type: Boolean }) fixed = false;
  @state() private score?: Score;
  @state() private commented = false;
  @query('textarea') private comment?: HTMLTextAreaElement;

  static styles = [
    base,
    buttons,
    fields,
    css`
      :host {
        display: grid;
        gap: var(--yw-space-2);
        flex-basis: 100%;
      }
      .scores {
        display: grid;
        grid-template-columns: repeat(5, 1fr);
        gap: var(--yw-space-1);
        max-width: 460px;
      }
      .scores button {
        display: grid;
        justify-items: center;
        gap: 2px;
        min-height: 56px;
        padding: var(--yw-space-1) 2px;
        border: 1px solid var(--yw-line-strong);
        border-radius: var(--yw-radius-m);
        background: var(--yw-surface);
        color: var(--yw-ink);
        font: inherit;
        cursor: pointer;
      }
      .scores button:hover {
        background: var(--yw-hover);
      }
      .scores b {
        font-size: var(--yw-text-l);
      }
      .scores span {
        font-size: var(--yw-text-s);
        line-height: 1.3;
      }
      form {
        display: grid;
        gap: var(--yw-space-2);
        max-width: 460px;
      }
      textarea {
        font-size: max(16px, var(--yw-text-m));
      }
    `,
  ];

  willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has('conversation')) return;
    this.score = undefined;
    this.commented = false;
    try {
      const kept = this.given ?? Number(localStorage.getItem(this.key));
      this.score = SCORES.find((one) => one === kept);
    } catch {
      // Unreadable or refused storage: it is asked again.
    }
  }

  private get key(): string {
    return `yiwen.satisfaction.${this.conversation}`;
  }

  render() {
    if (this.score === undefined) {
      return html`<strong id="how">${t('rateTitle')}</strong>
        <div class="scores" role="group" aria-labelledby="how">
          ${SCORES.map(
            (one) => html`<button @click=${() => this.rate(one)}><b>${one}</b><span>${t(`score${one}`)}</span></button>`,
          )}
        </div>`;
    }
    return html`<div class="row">
        <span role="status">${t('rated', { word: t(`score${this.score}`) })}</span>
        ${this.fixed ? nothing : html`<button class="button small" @click=${() => (this.score = undefined)}>${t('rateAgain')}</button>`}
      </div>
      ${this.fixed ? nothing : this.commented ? html`<p class="hint" role="status">${t('commentSent')}</p>` : this.form()}`;
  }

  private form() {
    return html`<form @submit=${this.say}>
      <label class="field"><span>${t('comment')}</span><textarea rows="2" maxlength="500"></textarea></label>
      <div><button class="button">${t('commentSend')}</button></div>
    </form>`;
  }

  private rate(score: Score): void {
    this.score = score;
    this.commented = false;
    this.tell<Rating>('rate', { score, comment: null });
    try {
      localStorage.setItem(this.key, String(score));
    } catch {
      // Remembered until the page closes.
    }
  }

  /** It did not arrive. */
  takeBack(): void {
    this.score = undefined;
    try {
      localStorage.removeItem(this.key);
    } catch {
      // It is not kept there either.
    }
  }

  private say(event: Event): void {
    event.preventDefault();
    const comment = this.comment?.value.trim();
    if (!comment || this.score === undefined) return;
    this.tell<Rating>('rate', { score: this.score, comment });
    this.commented = true;
  }
}
