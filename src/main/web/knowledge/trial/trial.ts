import { html, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { words } from '../../common/api';
import { YiwenElement } from '../../common/element';
import { icons } from '../../common/icons';
import { t as shared } from '../../common/i18n/common';
import '../../common/states';
import { badges, base, buttons, fields } from '../../common/styles';
import { t } from '../i18n';
import { t as trial } from './text';
import { audienceBadge } from '../marks';
import { percent, previewSearch, rehearse, type Candidate, type Preview, type Rehearsal } from './preview';
import { trialStyles } from './trial-styles';

/** `<yw-trial>`: a customer's question, what the bot would do with it, and which articles would answer; tells `open`. */
@customElement('yw-trial')
export class Trial extends YiwenElement {
  @state() private asked = '';
  @state() private preview?: Preview;
  @state() private rehearsal?: Rehearsal;
  @state() private busy = false;
  @state() private failure = '';
  @query('dialog') private dialog!: HTMLDialogElement;
  @query('input') private input!: HTMLInputElement;
  private request?: AbortController;

  static styles = [base, buttons, fields, badges, trialStyles];

  show(): void {
    if (!this.dialog.open) this.dialog.showModal();
    this.input.focus();
    this.input.select();
    // What was found may be older than what was published since.
    if (this.asked) void this.ask(this.asked);
  }

  render() {
    return html`
      <dialog aria-label=${t('trial')} @click=${this.outside}>
        <div class="head">
          <h2>${t('trial')}</h2>
          <span class="spread"></span>
          <button class="button quiet" @click=${() => this.dialog.close()}>${icons.close}${shared('close')}</button>
        </div>
        <p class="hint">${trial('trialHint')}</p>
        <form @submit=${this.submitted}>
          <input maxlength="2000" aria-label=${trial('trialQuestion')} placeholder=${trial('trialQuestion')} autocomplete="off" />
          <button class="button primary" ?disabled=${this.busy}>${trial('trialAsk')}</button>
        </form>
        <div class="results" aria-live="polite" aria-busy=${this.busy}>${this.results()}</div>
      </dialog>
    `;
  }

  private results() {
    if (this.failure) return html`<p class="problem">${this.failure}</p>`;
    if (!this.preview) {
      return this.busy
        ? html`<yw-skeleton lines="5"></yw-skeleton>`
        : html`<div class="examples">
            ${[trial('trialExample1'), trial('trialExample2'), trial('trialExample3')].map(
              (one) => html`<button class="button small" @click=${() => this.ask(one)}>${one}</button>`,
            )}
          </div>`;
    }
    return html`
      ${this.decision()}
      ${this.preview.candidates.length
        ? html`<ol>
            ${this.preview.candidates.map((one, at) => this.candidate(one, at))}
          </ol>`
        : html`<yw-empty heading=${trial('trialNothing')} hint=${trial('trialNothingHint')}></yw-empty>`}
    `;
  }

  private decision() {
    const told = this.rehearsal;
    if (!told) return nothing;
    const sure = trial('trialSure', { n: percent(told.confidence), least: percent(told.answerAt) });
    const say = {
      answer: ['ok', trial('trialAnswer'), sure],
      clarify: ['warn', trial('trialClarify'), sure],
      handoff: ['urgent', trial('trialHandoff'), told.reason ?? ''],
      smalltalk: ['', trial('trialSmallTalk'), ''],
    }[told.decision];
    return html`
      <div class="decision ${say[0]}">
        <strong>${say[1]}</strong>
        ${say[2] ? html`<span>${say[2]}</span>` : nothing}
        ${told.options.length && told.decision === 'clarify'
          ? html`<span class="hint">${trial('trialOptions')}${told.options.join(' / ')}</span>`
          : nothing}
      </div>
    `;
  }

  private candidate(one: Candidate, at: number) {
    const likeness = percent(one.dense);
    return html`
      <li>
        <span class="rank">${at + 1}</span>
        <div>
          <div class="title">
            <a href="/knowledge?article=${one.article}" @click=${(event: MouseEvent) => this.open(event, one.article)}>${one.title}</a>
            ${audienceBadge(one.audience)}
            ${this.rehearsal?.article === one.article ? html`<span class="badge ok">${trial('trialUsed')}</span>` : nothing}
          </div>
          ${one.passage === one.title ? nothing : html`<p class="passage hint">${trial('trialMatched')}${one.passage}</p>`}
          <div class="scores hint">
            <span>${trial('trialMeaning')}</span>
            <meter min="0" max="100" value=${likeness} aria-label=${trial('trialMeaning')}></meter>
            <span class="figure">${likeness}%</span>
            ${one.lexical > 0 ? html`<span>${trial('trialWords')} <span class="figure">${one.lexical.toFixed(1)}</span></span>` : nothing}
          </div>
        </div>
      </li>
    `;
  }

  private submitted(event: Event): void {
    event.preventDefault();
    void this.ask(this.input.value);
  }

  private async ask(text: string): Promise<void> {
    const question = text.trim();
    if (!question) return this.input.focus();
    this.request?.abort();
    const request = (this.request = new AbortController());
    this.input.value = question;
    this.asked = question;
    this.busy = true;
    this.failure = '';
    try {
      const [preview, rehearsal] = await Promise.all([
        previewSearch(question, request.signal),
        // Knowing the candidates is worth showing even when the rehearsal fails.
        rehearse(question, request.signal).catch(() => undefined),
      ]);
      this.preview = preview;
      this.rehearsal = rehearsal;
    } catch (failure) {
      if (!request.signal.aborted) this.failure = words(failure);
    } finally {
      if (request === this.request) this.busy = false;
    }
  }

  private open(event: MouseEvent, article: string): void {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    this.dialog.close();
    this.tell('open', article);
  }

  private outside(event: Event): void {
    if (event.target === this.dialog) this.dialog.close();
  }
}
