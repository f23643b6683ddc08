import { css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { api, words } from '../../common/api';
import { YiwenElement } from '../../common/element';
import { badges, base, buttons, fields } from '../../common/styles';
import { percent } from './preview';
import { t } from './console-text';

const CHANNELS = ['CHAT', 'MINI_PROGRAM', 'SPOKEN', 'WECHAT'] as const;

interface Outcome {
  kind: 'ANSWER' | 'CLARIFY' | 'SMALLTALK' | 'HANDOFF';
  articles: string[];
  confidence: number;
  found: { article: string; slug: string; title: string; score: number }[];
}

interface Compared {
  then: Outcome;
  now: Outcome;
  /** The words of an answer, an article each. */
  thenAnswers: string[];
  nowAnswers: string[];
}

/** `<yw-console article-id ?draft>`: what a customer gets now, beside what they would get with the draft, or on another day. */
@customElement('yw-console')
export class Console extends YiwenElement {
  @property({ attribute: 'article-id' }) articleId = '';
  /** Whether its latest revision is still to be published. */
  @property({ type: Boolean }) draft = false;
  @state() private compared?: Compared;
  @state() private busy = false;
  @state() private failure = '';
  @query('form') private form!: HTMLFormElement;

  static styles = [
    base,
    buttons,
    badges,
    fields,
    css`
      section {
        display: grid;
        gap: var(--yw-space-3);
        padding-top: var(--yw-space-4);
        border-top: 1px solid var(--yw-line);
      }
      form {
        display: grid;
        gap: var(--yw-space-3);
      }
      .row {
        flex-wrap: wrap;
        align-items: end;
      }
      .row .field {
        flex: 0 1 11em;
      }
      .choice {
        display: inline-flex;
        gap: var(--yw-space-2);
        align-items: center;
        min-height: 32px;
      }
      .choice input {
        width: auto;
      }
      .sides {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr));
        gap: var(--yw-space-3);
      }
      .side {
        display: grid;
        gap: var(--yw-space-2);
        align-content: start;
        padding: var(--yw-space-3);
        border-radius: var(--yw-radius-m);
        background: var(--yw-sunken);
        overflow-wrap: anywhere;
      }
      .answer {
        white-space: pre-wrap;
      }
      ol {
        padding-left: 1.4em;
      }
    `,
  ];

  willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('articleId')) this.compared = undefined;
  }

  render() {
    return html`<section aria-label=${t('title')}>
      <h3>${t('title')}</h3>
      <p class="hint">${t('about')}</p>
      <form @submit=${this.ask}>
        <label class="field">
          <span>${t('question')}</span>
          <textarea name="turns" rows="2" maxlength="4000" @keydown=${this.key}></textarea>
        </label>
        <div class="row">
          <label class="field"
            ><span>${t('channel')}</span><select name="channel">${CHANNELS.map((one) => html`<option value=${one}>${t(one)}</option>`)}</select></label
          >
          <label class="field"><span>${t('day')}</span><input type="date" name="day" /></label>
          ${this.draft ? html`<label class="choice"><input type="checkbox" name="draft" checked />${t('withDraft')}</label>` : nothing}
          <button class="button" ?disabled=${this.busy}>${t('ask')}</button>
        </div>
      </form>
      ${this.failure ? html`<p class="problem" role="alert">${this.failure}</p>` : nothing}
      <div aria-live="polite" aria-busy=${this.busy}>
        ${this.compared
          ? html`<div class="sides">
              ${this.side(t('now'), this.compared.now, this.compared.nowAnswers)} ${this.side(t('then'), this.compared.then, this.compared.thenAnswers)}
            </div>`
          : nothing}
      </div>
    </section>`;
  }

  private side(title: string, outcome: Outcome, answers: string[]) {
    return html`<div class="side">
      <div class="row"><b>${title}</b><span class="badge ${outcome.kind === 'ANSWER' ? 'ok' : 'warn'}">${t(outcome.kind)}</span></div>
      ${answers.map((one) => html`<div class="answer">${one}</div>`)}
      ${outcome.found.length
        ? html`<p class="hint">${t('sure', { n: percent(outcome.confidence) })}</p>
            <ol class="hint">
              ${outcome.found.slice(0, 3).map((one) => html`<li>${one.title}</li>`)}
            </ol>`
        : nothing}
    </div>`;
  }

  private readonly key = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void this.ask(event);
  };

  private readonly ask = async (event: Event) => {
    event.preventDefault();
    const data = new FormData(this.form);
    const turns = String(data.get('turns') ?? '').split('\n').map((one) => one.trim()).filter(Boolean);
    if (!turns.length) return void this.form.querySelector('textarea')?.focus();
    this.busy = true;
    this.failure = '';
    try {
      this.compared = await api<Compared>('POST', '/knowledge-trials', {
        body: {
          turns,
          channel: data.get('channel'),
          day: data.get('day') || null,
          article: data.has('draft') ? this.articleId : null,
        },
      });
    } catch (failure) {
      this.failure = words(failure);
    } finally {
      this.busy = false;
    }
  };
}
