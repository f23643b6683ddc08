import { html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { bubble, type Speakers } from '../agent/bubble';
import { bubbles } from '../agent/bubble-styles';
import { ApiError, words } from '../common/api';
import { composes } from '../common/composing';
import { YiwenElement } from '../common/element';
import { icons } from '../common/icons';
import { t as common } from '../common/i18n/common';
import '../common/states';
import { fileStyles } from '../common/file-parts';
import { badges, base, buttons, fields, prose } from '../common/styles';
import { toast } from '../common/toast';
import { whisper } from '../common/whispers';
import { t } from './i18n';
import { nameOf, takeOver, type Held } from './supervision';
import { watchStyles } from './watch-styles';
import { t as wall } from './wall-text';
import type { Watching } from './watching';

/** `<yw-watch-view .held .watching>`: one conversation live, with a whisper and a take-over. Tells `back` and `taken`. */
@customElement('yw-watch-view')
export class WatchView extends YiwenElement {
  @property({ attribute: false }) held!: Held;
  @property({ attribute: false }) watching!: Watching;
  /** Draws again when something came. */
  @property({ type: Number }) beat = 0;
  @state() private asking = false;
  @state() private busy = false;
  @query('.log') private log?: HTMLElement;
  @query('textarea') private text?: HTMLTextAreaElement;

  static styles = [base, buttons, badges, fields, prose, bubbles, fileStyles, watchStyles];

  willUpdate(changed: Map<string, unknown>): void {
    const before = changed.get('held') as Held | undefined;
    if (before && before.conversationId !== this.held.conversationId) this.asking = false;
  }

  updated(): void {
    if (this.log) this.log.scrollTop = this.log.scrollHeight;
  }

  private get agent(): string {
    return this.watching.owner?.name ?? this.held.agent;
  }

  private get withAgent(): boolean {
    return !this.watching.owner || this.watching.owner.kind === 'agent';
  }

  render() {
    const { messages } = this.watching;
    return html`
      <header>
        <button class="button quiet small back" @click=${() => this.tell('back')}>${icons.close}${t('back')}</button>
        <h2 class="ellipsis">${nameOf(this.held)}</h2>
        <span class="badge accent">${t('watching')}</span><span class="hint">${this.agent} · ${t('nobodySees')}</span>
        <span class="spread"></span>
        ${this.withAgent && this.held.channel === 'WEB'
          ? html`<button class="button danger small" aria-expanded=${this.asking} @click=${() => (this.asking = !this.asking)}>
              ${icons.headset}${t('takeOver')}
            </button>`
          : nothing}
      </header>
      ${this.asking ? this.question() : nothing}
      <div class="log" role="log" tabindex="0" aria-label=${t('watching')}>
        ${messages.length ? this.lines() : html`<yw-skeleton lines="5"></yw-skeleton>`}
        ${this.watching.speaking.map(
          (one) => html`<p class="speaking hint"><span class="badge">${one.author.kind === 'customer' ? nameOf(this.held) : this.agent} ${wall('speaking')}</span> ${one.text}</p>`,
        )}
      </div>
      ${this.withAgent && this.held.channel === 'VOICE' ? html`<p class="hint telephone">${wall('byTelephone')}</p>` : nothing}
      ${this.withAgent ? this.whisperForm() : html`<p class="over" role="status">${t('over')}</p>`}
    `;
  }

  /** Messages and whispers in the order in which they were written. */
  private lines() {
    const { messages, whispers } = this.watching;
    const fileUrl = (file: string) => `/api/v1/conversations/${this.held.conversationId}/files/${file}`;
    const who: Speakers = { customer: nameOf(this.held), me: this.agent, fileUrl };
    return messages.map(
      (message, i) => html`${bubble(message, messages[i - 1], who, false)}
      ${whispers
        .filter((one) => one.afterSeq === message.seq)
        .map(
          (one) => html`<p class="whisper"><span class="badge warn">${t('whisper')}</span> <strong>${one.author}</strong> ${one.text}</p>`,
        )}`,
    );
  }

  private question() {
    return html`<div class="question" role="alertdialog" aria-label=${t('takeOver')}>
      <p>${t('takeOverAsk', { agent: this.agent })}</p>
      <div class="row">
        <button class="button primary" ?disabled=${this.busy} @click=${this.takeOver}>${t('takeOverNow')}</button>
        <button class="button quiet" @click=${() => (this.asking = false)}>${common('cancel')}</button>
      </div>
    </div>`;
  }

  private whisperForm() {
    return html`<form @submit=${this.whisper}>
      <label class="field"
        ><span>${t('whisperTo', { agent: this.agent })}</span
        ><textarea rows="2" maxlength="2000" placeholder=${t('whisperHint')} @keydown=${this.key}></textarea
      ></label>
      <button class="button primary touch" ?disabled=${this.busy}>${icons.send}${t('whisperSend')}</button>
    </form>`;
  }

  private key(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.shiftKey || composes(event)) return;
    event.preventDefault();
    (event.target as HTMLTextAreaElement).form?.requestSubmit();
  }

  private async whisper(event: Event): Promise<void> {
    event.preventDefault();
    const text = this.text?.value.trim();
    if (!text || this.busy) return;
    await this.do(async () => {
      await whisper(this.held.conversationId, text);
      this.text!.value = '';
      toast(t('whispered', { agent: this.agent }));
    });
  }

  private takeOver(): void {
    void this.do(async () => {
      await takeOver(this.held, this.watching.epoch);
      this.tell('taken', this.held.conversationId);
    });
  }

  private async do(work: () => Promise<void>): Promise<void> {
    this.busy = true;
    try {
      await work();
    } catch (failure) {
      const gone = failure instanceof ApiError && failure.status === 409;
      toast(gone ? t('gone') : words(failure), { kind: 'problem' });
      if (gone) this.asking = false;
    } finally {
      this.busy = false;
    }
  }
}
