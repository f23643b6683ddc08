import { html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { words } from '../../common/api';
import { YiwenElement } from '../../common/element';
import { announce } from '../../common/live';
import { t as shared } from '../../common/i18n/common';
import '../../common/states';
import { badges, base, buttons } from '../../common/styles';
import { timeElement } from '../../common/time';
import { list, noFilter, type Facets, type Filter, type Summary } from '../articles';
import '../bulk/bulk-bar';
import type { Picked } from '../bulk/bulk-api';
import '../bulk/recent';
import type { RecentChanges } from '../bulk/recent';
import { t as bulk } from '../bulk/text';
import './filters';
import type { Filters } from './filters';
import { t } from '../i18n';
import { audienceBadge, draftBadge, highlighted, markStyles, stateBadge, validityBadge } from '../marks';
import { listStyles } from './list-styles';
import { topicName } from '../topic-names';

/**
 * `<yw-article-list .filter open-id="…" compact>`: the articles that pass the filter. Tells `filter`, `facets`, `open` and
 * `new`. `compact` shows two lines an article instead of columns, for beside an open one.
 */
@customElement('yw-article-list')
export class ArticleList extends YiwenElement {
  @property({ attribute: false }) filter: Filter = noFilter;
  @property({ attribute: false }) unsaved = new Set<string>();
  @property({ attribute: 'open-id' }) openId = '';
  @property({ type: Boolean, reflect: true }) compact = false;
  @state() private items?: Summary[];
  @state() private total = 0;
  @state() private facets: Facets = {};
  @state() private failure = '';
  @state() private active = 0;
  @state() private loadingMore = false;
  @query('yw-filters') private filters!: Filters;
  @query('yw-recent-changes') private recent!: RecentChanges;
  @property({ type: Boolean }) publisher = false;
  /** What is picked for a change of many: some by id, or all that match. */
  @state() private picks: Set<string> | 'all' = new Set();
  private pages = 0;
  private request?: AbortController;
  private clock?: ReturnType<typeof setInterval>;

  static styles = [base, buttons, badges, markStyles, listStyles];

  connectedCallback(): void {
    super.connectedCallback();
    this.clock = setInterval(() => this.requestUpdate(), 60_000);
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.clock);
    this.request?.abort();
  }

  willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('filter')) {
      this.picks = new Set();
      void this.load();
    }
  }

  focusSearch(): void {
    this.filters.focusSearch();
  }

  move(by: number): void {
    if (!this.items?.length) return;
    this.active = Math.min(Math.max(this.active + by, 0), this.items.length - 1);
    void this.updateComplete.then(() => {
      const line = this.renderRoot.querySelector('[data-active]');
      line?.scrollIntoView({ block: 'nearest' });
      line?.querySelector<HTMLElement>('a')?.focus({ preventScroll: true });
    });
    if (this.active > this.items.length - 5) void this.more();
  }

  /** Picks the active line, or lets it go. */
  pickActive(): void {
    const item = this.items?.[this.active];
    if (item && !this.compact) this.pick(item.id);
  }

  private pick(id: string): void {
    const picks = new Set(this.picks === 'all' ? this.items?.map((one) => one.id) : this.picks);
    if (!picks.delete(id)) picks.add(id);
    this.picks = picks;
  }

  private get picked(): Picked {
    return this.picks === 'all'
      ? { articles: null, expected: this.total }
      : { articles: [...this.picks], expected: this.picks.size };
  }

  openActive(): void {
    const item = this.items?.[this.active];
    if (item) this.tell('open', item.id);
  }

  /** Reads the shown pages again, keeping the place. */
  async reload(): Promise<void> {
    const pages = Math.max(1, this.pages);
    try {
      const read = await Promise.all(Array.from({ length: pages }, (_, page) => list(this.filter, page)));
      this.show(read.flatMap((one) => one.items), read[0].total, read[0].facets);
    } catch {
      // What is shown stays; the next search says what is wrong.
    }
  }

  private async load(): Promise<void> {
    this.request?.abort();
    const request = (this.request = new AbortController());
    this.failure = '';
    try {
      const page = await list(this.filter, 0, request.signal);
      this.pages = 1;
      this.active = Math.max(0, page.items.findIndex((one) => one.id === this.openId));
      this.show(page.items, page.total, page.facets);
      if (this.openId) void this.updateComplete.then(() => this.renderRoot.querySelector('[data-open]')?.scrollIntoView({ block: 'nearest' }));
      announce(t('found', { n: page.total }));
    } catch (failure) {
      if (!request.signal.aborted) this.failure = words(failure);
    }
  }

  private async more(): Promise<void> {
    if (this.loadingMore || !this.items || this.items.length >= this.total) return;
    this.loadingMore = true;
    const filter = this.filter;
    try {
      const page = await list(filter, this.pages);
      if (filter !== this.filter) return;
      this.pages++;
      this.show([...this.items, ...page.items], page.total, page.facets);
    } catch (failure) {
      this.failure = words(failure);
    } finally {
      this.loadingMore = false;
    }
  }

  private show(items: Summary[], total: number, facets?: Facets): void {
    this.items = items;
    this.total = total;
    if (facets) {
      this.facets = facets;
      this.tell('facets', facets);
    }
  }

  render() {
    return html`
      <yw-filters
        .filter=${this.filter}
        .facets=${this.facets}
        @leave-search=${() => this.move(0)}
      ></yw-filters>
      ${this.compact || this.picked.expected === 0
        ? nothing
        : html`<yw-bulk-bar
            .filter=${this.filter}
            .picked=${this.picked}
            total=${this.total}
            ?publisher=${this.publisher}
            @pick-all=${() => (this.picks = 'all')}
            @pick-none=${() => (this.picks = new Set())}
            @changed=${() => void this.reload()}
          ></yw-bulk-bar>`}
      <div class="scroll" @scroll=${this.scrolled}>${this.failure ? this.failed() : this.content()}</div>
      <yw-recent-changes @changed=${() => void this.reload()}></yw-recent-changes>
    `;
  }

  private content() {
    if (!this.items) return html`<div class="inset"><yw-skeleton lines="9"></yw-skeleton></div>`;
    if (this.items.length === 0) return this.empty();
    return html`
      ${this.compact ? this.lines(this.items) : this.table(this.items)}
      <p class="foot hint">${this.loadingMore ? shared('loading') : t('shown', { n: this.items.length, total: this.total })}
        ${this.compact ? nothing : html`<button class="button small quiet" @click=${() => void this.recent.show()}>${bulk('recent')}</button>`}</p>
    `;
  }

  private failed() {
    return html`<yw-empty heading=${this.failure}>
      <button class="button" @click=${() => void this.load()}>${shared('retry')}</button>
    </yw-empty>`;
  }

  private empty() {
    const filtered = Object.entries(this.filter).some(([name, value]) => value && name !== 'sort');
    return filtered
      ? html`<yw-empty heading=${t('nothingFound')} hint=${t('nothingFoundHint')}>
          <div class="row">
            <button class="button" @click=${() => this.tell('filter', noFilter)}>${t('clearFilters')}</button>
            <button class="button primary" @click=${() => this.tell('new')}>${t('newArticle')}</button>
          </div>
        </yw-empty>`
      : html`<yw-empty heading=${t('noArticles')} hint=${t('noArticlesHint')}>
          <button class="button primary" @click=${() => this.tell('new')}>${t('newArticle')}</button>
        </yw-empty>`;
  }

  private table(items: Summary[]) {
    return html`
      <table>
        <thead>
          <tr>
            <th class="pick">
              <input
                type="checkbox"
                aria-label=${bulk('pickShown')}
                .checked=${items.every((one) => this.has(one.id))}
                @change=${(event: Event) => (this.picks = new Set((event.target as HTMLInputElement).checked ? items.map((one) => one.id) : []))}
              />
            </th>
            <th>${t('question')}</th>
            <th class="topic">${t('topic')}</th>
            <th>${t('audience')}</th>
            <th>${t('state')}</th>
            <th class="number">${t('revision')}</th>
            <th>${t('changed')}</th>
          </tr>
        </thead>
        <tbody>
          ${repeat(
            items,
            (item) => item.id,
            (item, at) => html`
              <tr ?data-active=${at === this.active} @click=${() => this.open(item, at)}>
                <td class="pick" @click=${(event: Event) => event.stopPropagation()}>
                  <input type="checkbox" aria-label=${bulk('pick', { what: item.question })} .checked=${this.has(item.id)} @change=${() => this.pick(item.id)} />
                </td>
                <td class="question">${this.link(item, at)}${this.unsavedBadge(item)}${this.found(item)}</td>
                <td class="topic">${highlighted(topicName(item.topic), this.filter.q)}</td>
                <td>${item.audience === 'AGENT' ? audienceBadge('AGENT') : t('audienceCUSTOMER')}</td>
                <td><span class="badges">${stateBadge(item.state)}${validityBadge(item.valid)}${draftBadge(item)}${exampleBadge(item)}</span></td>
                <td class="number">${item.latestRevision}</td>
                <td class="when">${timeElement(item.changedAt)}</td>
              </tr>
            `,
          )}
        </tbody>
      </table>
    `;
  }

  private lines(items: Summary[]) {
    return html`
      <ul>
        ${repeat(
          items,
          (item) => item.id,
          (item, at) => html`
            <li ?data-active=${at === this.active} ?data-open=${item.id === this.openId} @click=${() => this.open(item, at)}>
              ${this.link(item, at)}${this.found(item)}
              <span class="facts hint">
                <span class="ellipsis">${highlighted(topicName(item.topic), this.filter.q)}</span>
                ${this.unsavedBadge(item)}${item.state === 'PUBLISHED' ? nothing : stateBadge(item.state)}
                ${validityBadge(item.valid)}${audienceBadge(item.audience)}${draftBadge(item, true)}${exampleBadge(item)}
                <span class="spread"></span>${timeElement(item.changedAt)}
              </span>
            </li>
          `,
        )}
      </ul>
    `;
  }

  private has(id: string): boolean {
    return this.picks === 'all' || this.picks.has(id);
  }

  private unsavedBadge(item: Summary) {
    return this.unsaved.has(item.id) ? html`<span class="badge warn">${t('unsaved')}</span>` : nothing;
  }

  private found(item: Summary) {
    return item.found ? html`<div class="found hint">${highlighted(item.found, this.filter.q)}</div>` : nothing;
  }

  private link(item: Summary, at: number) {
    return html`<a
      href="/knowledge?article=${item.id}"
      aria-current=${item.id === this.openId ? 'true' : nothing}
      @focus=${() => (this.active = at)}
      @click=${(event: MouseEvent) => {
        event.stopPropagation();
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        this.open(item, at);
      }}
      >${highlighted(item.question, this.filter.q)}</a
    >`;
  }

  private open(item: Summary, at: number): void {
    this.active = at;
    this.tell('open', item.id);
  }

  private scrolled(event: Event): void {
    const box = event.currentTarget as HTMLElement;
    if (box.scrollTop + box.clientHeight > box.scrollHeight - 400) void this.more();
  }
}

function exampleBadge(item: Summary) {
  return item.example ? html`<span class="badge">${t('example')}</span>` : nothing;
}
