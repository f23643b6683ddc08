import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { words } from '../common/api';
import { YiwenElement } from '../common/element';
import { t as shared } from '../common/i18n/common';
import { icons } from '../common/icons';
import '../common/knowledge-nav';
import { has, requireStaff, signOut, type SignedIn } from '../common/session';
import { sheet as sheetStyles } from '../common/sheet';
import '../common/states';
import { base, buttons, fields } from '../common/styles';
import { pageTitle } from '../common/title';
import { toast } from '../common/toast';
import '../common/top-bar';
import { t } from './i18n';
import { did } from './reason';
import { pageStyles } from './styles';
import './useful-card';
import { filterOf, list, PERIODS, query, sheet, STANDINGS, type Answer, type Filter, type Standing } from './usefulness';

/** What articles did for customers and agents, what to do first at the top. The address names the filter. */
@customElement('yiwen-usefulness')
export class UsefulnessPage extends YiwenElement {
  @state() private staff?: SignedIn;
  @state() private failure = '';
  @state() private filter: Filter = filterOf(new URLSearchParams(location.search));
  @state() private answer?: Answer;
  private pages = 1;

  static styles = [base, buttons, fields, sheetStyles, pageStyles];

  connectedCallback(): void {
    super.connectedCallback();
    void this.enter();
  }

  updated(): void {
    pageTitle(t('pageTitle'));
  }

  private async enter(): Promise<void> {
    this.failure = '';
    try {
      this.staff = await requireStaff();
      if (has(this.staff, 'EDIT')) await this.load();
    } catch (failure) {
      this.failure = words(failure);
    }
  }

  private async load(): Promise<void> {
    const { filter } = this;
    const answer = await list(filter);
    if (filter !== this.filter) return;
    this.pages = 1;
    this.answer = answer;
  }

  render() {
    return html`<yw-top-bar .staff=${this.staff} current="knowledge"></yw-top-bar><main>${this.content()}</main>`;
  }

  private content() {
    if (this.failure) {
      return html`<yw-empty heading=${this.failure}><button class="button" @click=${() => void this.enter()}>${shared('retry')}</button></yw-empty>`;
    }
    if (this.staff && !has(this.staff, 'EDIT')) {
      return html`<yw-empty heading=${t('noRole')} hint=${t('noRoleHint')}>
        <button class="button" @click=${() => void signOut()}>${shared('signOut')}</button>
      </yw-empty>`;
    }
    return html`
      <yw-knowledge-nav current="usefulness"></yw-knowledge-nav>
      <div class="row">
        <h1>${t('heading')}</h1>
        <span class="spread"></span>
        <a class="button" href=${sheet(this.filter)} download="usefulness.csv">${icons.file}${t('export')}</a>
      </div>
      <p class="hint">${t('about')}</p>
      ${this.filters()} ${this.answer ? this.found(this.answer) : html`<div class="card"><yw-skeleton lines="8"></yw-skeleton></div>`}
    `;
  }

  private filters() {
    const { filter } = this;
    return html`<div class="filters">
      <div class="choice" role="group" aria-label=${t('period')}>
        ${PERIODS.map(
          (days) => html`<button class="button" aria-pressed=${filter.days === days} @click=${() => this.set({ days })}>${t('lastDays', { n: days })}</button>`,
        )}
      </div>
      <label class="mine"><input type="checkbox" .checked=${filter.mine} @change=${(event: Event) => this.set({ mine: (event.target as HTMLInputElement).checked })} />${t('mine')}</label>
      <input
        type="search"
        .value=${filter.q}
        placeholder=${t('search')}
        aria-label=${t('search')}
        maxlength="200"
        @change=${(event: Event) => this.set({ q: (event.target as HTMLInputElement).value.trim() })}
      />
    </div>`;
  }

  private found(answer: Answer) {
    const { filter } = this;
    if (!answer.articles && !filter.mine) return html`<yw-empty heading=${t('none')} hint=${t('noneHint')}></yw-empty>`;
    return html`
      <section class="card">
        <p class="sum">${t(filter.mine ? 'allMine' : 'all', { articles: answer.articles })}${did(answer.counts, filter.days)}</p>
        <details>
          <summary>${t('order')}</summary>
          <p class="hint">${t('orderHint', { weight: answer.handoverWeight, soon: answer.soonDays })}</p>
        </details>
      </section>
      <div class="choice" role="group" aria-label=${t('standings')}>
        ${this.standing('', answer.articles)} ${STANDINGS.map((one) => this.standing(one, answer.standings[one] ?? 0))}
      </div>
      ${filter.standing ? html`<p class="hint">${this.about(filter.standing, answer)}</p>` : nothing}
      <section aria-live="polite">
        <ul>
          ${repeat(
            answer.items,
            (one) => one.article,
            (one) =>
              html`<li>
                <yw-useful .useful=${one} days=${filter.days} trend-days=${answer.trendDays} @changed=${() => void this.reload()}></yw-useful>
              </li>`,
          )}
        </ul>
        ${answer.items.length ? nothing : this.nothingFound()}
        ${answer.items.length < answer.total
          ? html`<div class="more"><button class="button" @click=${() => void this.more(answer)}>${t('more')}</button></div>`
          : nothing}
      </section>
    `;
  }

  private standing(one: Standing | '', count: number) {
    return html`<button class="button" aria-pressed=${this.filter.standing === one} @click=${() => this.set({ standing: one })}>
      ${t(one || 'ALL')} ${count}
    </button>`;
  }

  private about(one: Standing, answer: Answer): string {
    return t(`about${one}`, { n: one === 'EXPIRING' ? answer.soonDays : answer.staleDays });
  }

  private nothingFound() {
    return html`<yw-empty heading=${t('noneFound')} hint=${t('noneFoundHint')}>
      <button class="button" @click=${() => this.set({ standing: '', mine: false, q: '' })}>${t('clear')}</button>
    </yw-empty>`;
  }

  private set(change: Partial<Filter>): void {
    this.filter = { ...this.filter, ...change };
    history.replaceState(null, '', `?${query(this.filter)}`);
    void this.reload();
  }

  private async reload(): Promise<void> {
    try {
      await this.load();
    } catch (failure) {
      toast(words(failure), { kind: 'problem' });
    }
  }

  private async more(answer: Answer): Promise<void> {
    try {
      const next = await list(this.filter, this.pages);
      if (answer !== this.answer) return;
      this.pages++;
      this.answer = { ...next, items: [...answer.items, ...next.items] };
    } catch (failure) {
      toast(words(failure), { kind: 'problem' });
    }
  }
}
