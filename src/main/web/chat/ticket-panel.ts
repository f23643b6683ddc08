import { html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { words } from '../common/api';
import { dialog } from '../common/dialogs';
import { YiwenElement } from '../common/element';
import { t as shared } from '../common/i18n/common';
import { sizeWords } from '../common/files';
import { t as chat } from '../common/i18n/chat';
import { langOf, withChinese } from '../common/i18n/chinese';
import { icons } from '../common/icons';
import '../common/states';
import { badges, base, buttons, fields } from '../common/styles';
import { exact, groupTime } from '../common/time';
import type { OwnTicket, OwnTickets } from './own-tickets';
import { panel } from './ticket-panel-styles';
import { language } from '../common/i18n/language';
import { t } from './ticket-text';

const when = (at: string) => groupTime(new Date(at));

const KNOWN = ['RESPOND', 'PLAN', 'CALL_BACK', 'RESTORE'] as const;

/** `<yw-own-tickets .tickets .all number="1001">`: the customer's tickets, one of them open. Tells `closed`. */
@customElement('yw-own-tickets')
export class OwnTicketsPanel extends YiwenElement {
  @property({ attribute: false }) tickets!: OwnTickets;
  /** As they are now, so that it is drawn again. */
  @property({ attribute: false }) all?: OwnTicket[];
  @property() problem = '';
  @property({ type: Number }) number = 0;
  @state() private busy = 0;
  @state() private outcome?: { number: number; words: string; bad: boolean };
  @query('dialog') private dialog!: HTMLDialogElement;

  static styles = [base, buttons, badges, fields, dialog, panel];

  firstUpdated(): void {
    this.dialog.showModal();
    void this.tickets.load();
  }

  protected updated(changed: Map<string, unknown>): void {
    if (!changed.has('all') || changed.get('all') || !this.number) return;
    this.renderRoot.querySelector(`[data-number='${this.number}']`)?.scrollIntoView({ block: 'start' });
  }

  render() {
    return html`<dialog aria-labelledby="own-tickets" @close=${() => this.tell('closed')}>
      <div class="head">
        <h2 id="own-tickets">${t('title')}</h2>
        <button class="button quiet touch" @click=${() => this.dialog.close()}>${icons.close}${shared('close')}</button>
      </div>
      <div class="list" tabindex="0" role="region" aria-labelledby="own-tickets">${this.content()}</div>
    </dialog>`;
  }

  private content() {
    const { all } = this;
    if (!all && this.problem) {
      return html`<yw-empty heading=${this.problem}>
        <button class="button touch" @click=${() => void this.tickets.load()}>${shared('retry')}</button>
      </yw-empty>`;
    }
    if (!all) return html`<yw-skeleton lines="6"></yw-skeleton>`;
    if (all.length === 0) return html`<yw-empty heading=${t('none')} hint=${t('noneHint')}></yw-empty>`;
    return repeat(all, (one) => one.number, (one) => this.ticket(one, all.length === 1));
  }

  private ticket(one: OwnTicket, only: boolean) {
    const tone = one.state === 'RESOLVED' ? 'ok' : one.state === 'WAITING' ? 'warn' : 'accent';
    return html`<details data-number=${one.number} ?open=${only || one.number === this.number}>
      <summary>
        <span class="row"><strong>${t('number', { n: one.number })}</strong><span class="badge ${tone}">${t(one.state)}</span></span>
        <span class="subject" lang=${langOf(one.subject)}>${one.subject}</span>
        <span class="hint">${this.promise(one)}</span>
        <span class="chevron">${icons.chevron}</span>
      </summary>
      ${one.promised.length > 1
        ? html`<ul class="hint promised">${one.promised.slice(1).map((it) => html`<li class=${it.late ? 'late' : ''}>${this.due(it)}</li>`)}</ul>`
        : nothing}
      ${one.said.length === 0 ? html`<p class="hint">${t('nothingSaid')}</p>` : html`<ol>${one.said.map((it) => this.said(one.number, it))}</ol>`}
      ${one.answerable ? this.form(one) : html`<p class="hint">${t('tooOld')}</p>`}
    </details>`;
  }

  private promise(one: OwnTicket) {
    if (one.resolvedAt) return t('resolvedAt', { when: when(one.resolvedAt) });
    const first = one.promised[0];
    return first
      ? html`<span class=${first.late ? 'late' : ''}>${this.due(first)}</span>`
      : t('openedAt', { when: when(one.openedAt) });
  }

  private due({ step, label, dueAt, late }: OwnTicket['promised'][number]) {
    const known = KNOWN.find((one) => one === step);
    const until = when(dueAt);
    const name = language() === 'en' && label.english ? label.english : label.chinese;
    const promise = known ? t(known, { until }) : t('otherStep', { until, step: name });
    return late ? t('late', { promise }) : promise;
  }

  private said(number: number, { at, name, words, files }: OwnTicket['said'][number]) {
    return html`<li class=${name === undefined ? 'mine' : 'agent'}>
      <span class="row hint"
        ><strong>${name === undefined ? t('me') : withChinese(name)}</strong>${name === undefined ? nothing : html`<span class="badge">${chat('agentLabel')}</span>`}
        <time datetime=${at} title=${exact(new Date(at))}>${when(at)}</time></span
      >
      ${words ? html`<span class="words" lang=${langOf(words)}>${words}</span>` : nothing}
      ${files.map(
        (one) => html`<button class="button small" @click=${() => void this.keep(number, one)}>
          ${icons.save}<span lang=${langOf(one.name)}>${one.name}</span> <small>${sizeWords(one.size)}</small>
        </button>`,
      )}
    </li>`;
  }

  private async keep(number: number, file: { id: string; name: string }): Promise<void> {
    try {
      await this.tickets.download(number, file);
    } catch (failure) {
      this.outcome = { number, words: words(failure), bad: true };
    }
  }

  private form({ number, state }: OwnTicket) {
    const outcome = this.outcome?.number === number ? this.outcome : undefined;
    const busy = this.busy === number;
    return html`<form @submit=${(event: Event) => this.submit(event, number)}>
      <label class="field"
        ><span>${t(state === 'RESOLVED' ? 'again' : 'answer')}</span
        ><textarea rows="2" maxlength="2000" ?disabled=${busy} aria-invalid=${outcome?.bad ?? false}></textarea
      ></label>
      ${outcome ? html`<span class=${outcome.bad ? 'problem' : 'hint'} role=${outcome.bad ? 'alert' : 'status'}>${outcome.words}</span>` : nothing}
      <div class="row">
        <button class="button primary touch" ?disabled=${busy}>${icons.send}${t(busy ? 'sending' : 'send')}</button>
      </div>
    </form>`;
  }

  private async submit(event: Event, number: number): Promise<void> {
    event.preventDefault();
    const field = (event.target as HTMLFormElement).querySelector('textarea')!;
    const text = field.value.trim();
    if (!text || this.busy) {
      if (!text) this.outcome = { number, words: t('missing'), bad: true };
      return field.focus();
    }
    this.busy = number;
    this.outcome = undefined;
    try {
      await this.tickets.answer(number, text);
      field.value = '';
      this.outcome = { number, words: t('sent'), bad: false };
    } catch (failure) {
      this.outcome = { number, words: words(failure), bad: true };
    } finally {
      this.busy = 0;
    }
  }
}
