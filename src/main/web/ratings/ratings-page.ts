import { css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { words } from '../common/api';
import { YiwenElement } from '../common/element';
import { t as shared } from '../common/i18n/common';
import { icons } from '../common/icons';
import { has, requireStaff, signOut, type SignedIn } from '../common/session';
import '../common/states';
import { base, buttons } from '../common/styles';
import { pageTitle } from '../common/title';
import { toast } from '../common/toast';
import '../common/top-bar';
import './estimates';
import './filters';
import { t } from './i18n';
import './outside-list';
import './overview';
import './rating-list';
import { agents, estimates, lately, list, outside, sheet, type Estimates, type Filter, type Outside, type Page, type Person } from './ratings';

/** How customers rated their conversations: everybody's for supervisors, an agent's own for the agent. */
@customElement('yiwen-ratings')
export class RatingsPage extends YiwenElement {
  @state() private staff?: SignedIn;
  @state() private failure = '';
  @state() private filter: Filter = lately();
  @state() private page?: Page;
  @state() private agents?: Person[];
  @state() private estimates?: Estimates;
  @state() private outside: Outside[] = [];

  static styles = [
    base,
    buttons,
    css`
      :host {
        display: block;
        min-height: 100dvh;
        background: var(--yw-page);
      }
      main {
        display: grid;
        gap: var(--yw-space-4);
        max-width: 960px;
        margin: 0 auto;
        padding: var(--yw-space-5) var(--yw-space-4);
      }
      .list {
        padding-block: var(--yw-space-2);
      }
      .foot {
        padding: var(--yw-space-3) 0;
        text-align: center;
      }
      @media (max-width: 760px) {
        main {
          padding: var(--yw-space-3);
        }
      }
    `,
  ];

  connectedCallback(): void {
    super.connectedCallback();
    void this.enter();
  }

  updated(): void {
    pageTitle(t('pageTitle'));
  }

  private get allowed(): boolean {
    return Boolean(this.staff && has(this.staff, 'ANSWER', 'SUPERVISE'));
  }

  private async enter(): Promise<void> {
    this.failure = '';
    try {
      this.staff = await requireStaff();
      if (!this.allowed) return;
      if (has(this.staff, 'SUPERVISE')) [this.agents, this.outside] = await Promise.all([agents(), outside()]);
      await this.load();
    } catch (failure) {
      this.failure = words(failure);
    }
  }

  private async load(): Promise<void> {
    const { filter } = this;
    const [page, estimated] = await Promise.all([list(filter), estimates(filter)]);
    if (filter !== this.filter) return;
    this.page = page;
    this.estimates = estimated;
  }

  render() {
    return html`<yw-top-bar .staff=${this.staff} current="ratings"></yw-top-bar><main>${this.content()}</main>`;
  }

  private content() {
    if (this.failure) {
      return html`<yw-empty heading=${this.failure}><button class="button" @click=${() => void this.enter()}>${shared('retry')}</button></yw-empty>`;
    }
    if (this.staff && !this.allowed) {
      return html`<yw-empty heading=${t('noRole')} hint=${t('noRoleHint')}>
        <button class="button" @click=${() => void signOut()}>${shared('signOut')}</button>
      </yw-empty>`;
    }
    return html`
      <div class="row">
        <h1>${this.agents || !this.staff ? t('heading') : t('mine')}</h1>
        <span class="spread"></span>
        <a class="button small" href=${sheet(this.filter)} download="ratings.csv">${icons.file}${t('export')}</a>
      </div>
      <yw-rating-filters
        .filter=${this.filter}
        .agents=${this.agents}
        @filter=${(event: CustomEvent<Partial<Filter>>) => this.set(event.detail)}
      ></yw-rating-filters>
      ${this.page ? this.found(this.page) : html`<yw-skeleton lines="8"></yw-skeleton>`}
    `;
  }

  private found(page: Page) {
    return html`
      <section class="card">
        <yw-rating-overview
          .overview=${page.overview}
          .score=${this.filter.score}
          @score=${(event: CustomEvent<number | undefined>) => this.set({ score: event.detail })}
        ></yw-rating-overview>
      </section>
      <section class="card list" aria-live="polite">
        ${page.ratings.length
          ? html`<yw-rating-list .ratings=${page.ratings} ?editor=${Boolean(this.staff && has(this.staff, 'EDIT'))}></yw-rating-list>
              <div class="foot">
                ${page.next
                  ? html`<button class="button" @click=${() => void this.more(page)}>${t('more')}</button>`
                  : html`<span class="hint">${t('all')}</span>`}
              </div>`
          : this.nothingFound()}
      </section>
      ${this.unrated()}
      ${this.outside.length ? html`<section class="card"><yw-outside-list .said=${this.outside}></yw-outside-list></section>` : nothing}
    `;
  }

  private unrated() {
    const it = this.estimates;
    return it && it.rated + it.estimated + it.unknown
      ? html`<section class="card"><yw-estimates .estimates=${it}></yw-estimates></section>`
      : nothing;
  }

  private nothingFound() {
    const { agent, score, worded } = this.filter;
    const narrowed = agent || score || worded || this.filter.from !== lately().from;
    return html`<yw-empty heading=${narrowed ? t('noneFound') : t('none')} hint=${narrowed ? t('noneFoundHint') : t('noneHint')}>
      ${narrowed ? html`<button class="button" @click=${() => this.set(lately())}>${t('clear')}</button>` : nothing}
    </yw-empty>`;
  }

  private set(change: Partial<Filter>): void {
    this.filter = { ...this.filter, ...change };
    this.load().catch((failure) => toast(words(failure), { kind: 'problem' }));
  }

  private async more(page: Page): Promise<void> {
    try {
      const next = await list(this.filter, page.next);
      if (page === this.page) this.page = { ...next, ratings: [...page.ratings, ...next.ratings] };
    } catch (failure) {
      toast(words(failure), { kind: 'problem' });
    }
  }
}
