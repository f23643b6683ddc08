import { html, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { api, words } from '../common/api';
import { composes } from '../common/composing';
import { YiwenElement } from '../common/element';
import { icons } from '../common/icons';
import '../common/states';
import { badges, base, buttons, fields } from '../common/styles';
import { timeElement } from '../common/time';
import { dialog } from '../common/dialogs';
import { nameOf, t as console } from './text';
import { t } from './tools-text';
import { searchStyles } from './search-styles';

export interface Found {
  conversationId: string;
  channel: 'WEB' | 'VOICE' | 'WECHAT' | 'SOCIAL';
  customer?: string;
  subject?: string;
  agent?: string;
  about?: string;
  ticket?: number;
  openedAt: string;
  closedAt?: string;
  seq?: number;
  text?: string;
  /** Where the words stand in it. */
  hit?: { from: number; to: number };
}

const PAUSE_MS = 250;
const MOST = 30;

/** Search over conversations. Event: `found` (detail: Found). */
@customElement('yw-search')
export class Search extends YiwenElement {
  @state() private found?: Found[];
  @state() private failure = '';
  @state() private at = 0;
  @state() private mayBeMore = false;
  @query('dialog') private dialog!: HTMLDialogElement;
  @query('input') private input!: HTMLInputElement;
  private timer?: number;
  private asked?: AbortController;

  static styles = [base, badges, buttons, fields, dialog, searchStyles];

  open(): void {
    this.dialog.showModal();
    this.input.select();
  }

  render() {
    return html`<dialog aria-label=${t('search')}>
      <input
        type="search"
        role="combobox"
        aria-expanded=${(this.found?.length ?? 0) > 0}
        aria-controls=${this.found?.length ? 'results' : nothing}
        aria-activedescendant=${this.found?.length ? `hit${this.at}` : nothing}
        aria-label=${t('search')}
        placeholder=${t('searchHint')}
        @input=${this.typed}
        @keydown=${this.pressed}
      />
      <div class="results">${this.results()}</div>
    </dialog>`;
  }

  private results() {
    if (this.failure) return html`<p class="problem" role="alert">${this.failure}</p>`;
    if (!this.found) return html`<p class="hint">${t('searchHint')}</p>`;
    if (this.found.length === 0) return html`<yw-empty heading=${t('searchNone')} hint=${t('searchNoneHint')}></yw-empty>`;
    return html`<div id="results" role="listbox" aria-label=${t('search')}>${this.found.map((one, i) => this.hit(one, i))}</div>
    ${this.mayBeMore ? html`<button class="button quiet small" @click=${() => void this.more()}>${t('searchMore')}</button>` : nothing}`;
  }

  private hit(one: Found, i: number) {
    const name = nameOf({ conversationId: one.conversationId, customer: { name: one.customer }, subject: one.subject });
    return html`<button class="hit" id="hit${i}" tabindex="-1" role="option" aria-selected=${i === this.at} @click=${() => this.choose(one)}>
      <span class="top">
        <strong>${one.channel === 'VOICE' ? icons.phone : nothing}${name}${one.subject && one.customer ? ` ${one.subject}` : ''}</strong>
        ${one.ticket ? html`<span class="badge accent">${t('ticketNumber', { n: one.ticket })}</span>` : nothing}
        <span class="spread"></span>
        <span class="hint">${timeElement(one.openedAt)}${one.closedAt ? '' : ` · ${console('thread')}`}</span>
      </span>
      ${one.about || one.agent
        ? html`<span class="ellipsis hint">${[one.agent && t('servedBy', { name: one.agent }), one.about].filter(Boolean).join(' · ')}</span>`
        : nothing}
      ${one.text ? html`<span class="ellipsis">${marked(one.text, one.hit)}</span>` : nothing}
    </button>`;
  }

  private typed(): void {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.search(), PAUSE_MS);
  }

  private async search(): Promise<void> {
    const q = this.input.value.trim();
    this.asked?.abort();
    if (!q) {
      this.found = undefined;
      return;
    }
    const asked = (this.asked = new AbortController());
    try {
      await this.ask({ q }, asked.signal, []);
      this.at = 0;
    } catch (failure) {
      if (!asked.signal.aborted) this.failure = words(failure);
    }
  }

  private async more(): Promise<void> {
    const before = this.found?.at(-1)?.conversationId;
    const { asked } = this;
    if (!before || !asked) return;
    try {
      await this.ask({ q: this.input.value.trim(), before }, asked.signal, this.found ?? []);
    } catch (failure) {
      if (!asked.signal.aborted) this.failure = words(failure);
    }
  }

  private async ask(query: Record<string, string>, signal: AbortSignal, shown: Found[]): Promise<void> {
    const page = await api<Found[]>('GET', `/conversations/search?${new URLSearchParams(query)}`, { signal });
    if (signal.aborted) return;
    this.found = [...shown, ...page];
    this.mayBeMore = page.length === MOST;
    this.failure = '';
  }

  private pressed(event: KeyboardEvent): void {
    if (composes(event)) return;
    if (event.key === 'Escape') {
      // A search field would only empty itself; one press closes, and the words are there at the next opening.
      event.preventDefault();
      this.dialog.close();
      return;
    }
    if (!this.found?.length) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const by = event.key === 'ArrowDown' ? 1 : -1;
      this.at = (this.at + by + this.found.length) % this.found.length;
      void this.updateComplete.then(() => this.renderRoot.querySelector(`#hit${this.at}`)?.scrollIntoView({ block: 'nearest' }));
    } else if (event.key === 'Enter') {
      this.choose(this.found[this.at]!);
    } else {
      return;
    }
    event.preventDefault();
  }

  private choose(one: Found): void {
    this.dialog.close();
    this.tell('found', one);
  }
}

/** From a little before the words, so that they stand in the line. */
function marked(text: string, hit: Found['hit']) {
  if (!hit) return text;
  const from = Math.max(0, hit.from - 12);
  return html`${from > 0 ? '…' : ''}${text.slice(from, hit.from)}<mark>${text.slice(hit.from, hit.to)}</mark>${text.slice(hit.to)}`;
}

declare global {
  interface HTMLElementTagNameMap {
    'yw-search': Search;
  }
}
