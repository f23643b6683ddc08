import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { words } from '../common/api';
import { YiwenElement } from '../common/element';
import { icons } from '../common/icons';
import { t as shared } from '../common/i18n/common';
import '../common/states';
import { badges, base, buttons } from '../common/styles';
import { timeElement } from '../common/time';
import { t } from './i18n';
import { listStyles } from './list-styles';
import { cards } from './styles';
import { address, listed, noFilter, recent, type Filter, type Summary } from './traces';
import './turn-filters';
import type { TurnFilters } from './turn-filters';
import { decisionBadge, percentage } from './words';

/** The bot's latest turns; tells `go` with the address of the one that is wanted. */
@customElement('yw-turn-list')
export class TurnList extends YiwenElement {
  @property({ attribute: false, hasChanged: (one: Filter, other?: Filter) => !other || listed(one) !== listed(other) })
  filter: Filter = noFilter;
  @property({ type: Boolean }) masked = false;
  @state() private lines?: Summary[];
  @state() private next?: string | null;
  @state() private busy = false;
  @state() private failure = '';
  private request?: AbortController;
  @query('yw-turn-filters') private filters?: TurnFilters;

  static styles = [base, buttons, badges, cards, listStyles];

  willUpdate(changed: PropertyValues): void {
    if (changed.has('filter')) void this.load();
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    this.request?.abort();
  }

  render() {
    return html`
      <div class="tools">
        <h1>${t('listTitle')}</h1>
        <span class="spread"></span>
        <button class="button small" ?disabled=${this.busy} @click=${() => void this.load()}>${icons.refresh}${t('refresh')}</button>
      </div>
      <p class="hint">${t('listHint')} ${t(this.masked ? 'masked' : 'maskedReveal')}</p>
      <yw-turn-filters .filter=${this.filter}></yw-turn-filters>
      ${this.failure
        ? html`<yw-empty heading=${this.failure}>
            <button class="button" @click=${() => void this.load()}>${shared('retry')}</button>
          </yw-empty>`
        : this.lines
          ? this.table(this.lines)
          : html`<div class="card"><yw-skeleton lines="8"></yw-skeleton></div>`}
      ${this.next && !this.failure
        ? html`<button class="button more" ?disabled=${this.busy} @click=${() => void this.load(this.next)}>${t('more')}</button>`
        : nothing}
    `;
  }

  private table(lines: Summary[]) {
    if (lines.length === 0) {
      return listed(this.filter) !== listed(noFilter)
        ? html`<yw-empty heading=${t('emptyFiltered')} hint=${t('emptyFilteredHint')}></yw-empty>`
        : html`<yw-empty heading=${t('empty')} hint=${t('emptyHint')}></yw-empty>`;
    }
    return html`
      <div class="card" aria-busy=${this.busy}>
        <table>
          <thead>
            <tr>
              <th class="at">${t('time')}</th>
              <th>${t('question')}</th>
              <th class="decided">${t('decision')}</th>
              <th class="sure">${t('confidence')}</th>
              <th class="title">${t('article')}</th>
            </tr>
          </thead>
          <tbody>
            ${lines.map((one) => this.line(one))}
          </tbody>
        </table>
      </div>
    `;
  }

  private line(one: Summary) {
    const to = address(one.conversation, one.seq);
    const open = (event: MouseEvent) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      this.filters?.settle();
      this.tell('go', to);
    };
    return html`
      <tr @click=${open}>
        <td class="at">${timeElement(one.at)}</td>
        <td class="asked"><a href=${to}>${one.question || '–'}</a></td>
        <td class="decided">${decisionBadge(one.decision)} ${one.discarded ? html`<span class="badge">${t('discarded')}</span>` : nothing}</td>
        <td class="sure ${one.article ? '' : 'none'}">${one.article ? percentage(one.confidence) : '–'}</td>
        <td class="title">${one.article ?? nothing}</td>
      </tr>
    `;
  }

  /** The first page, or the one after those that are shown. */
  private async load(after?: string | null): Promise<void> {
    this.request?.abort();
    const request = (this.request = new AbortController());
    this.busy = true;
    this.failure = '';
    if (!after) this.lines = undefined;
    try {
      const page = await recent(this.filter, after ?? undefined, request.signal);
      this.lines = after ? [...(this.lines ?? []), ...page.items] : page.items;
      this.next = page.next;
    } catch (failure) {
      if (!request.signal.aborted) this.failure = words(failure);
    } finally {
      if (request === this.request) this.busy = false;
    }
  }
}
