import { css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { words } from '../common/api';
import { YiwenElement } from '../common/element';
import { t as shared } from '../common/i18n/common';
import { has, requireStaff, signOut, type SignedIn } from '../common/session';
import '../common/states';
import { badges, base, buttons, tabs } from '../common/styles';
import { pageTitle } from '../common/title';
import { toast } from '../common/toast';
import '../common/top-bar';
import './appeal-list';
import './criteria-editor';
import { t } from './i18n';
import { marks, markStyles } from './marks';
import './score-filters';
import './score-list';
import './score-view';
import './silence-list';
import { agents, criteria, detail, lately, list, type Detail, type Filter, type Page, type Person, type Version } from './scores';

type Tab = 'list' | 'criteria' | 'appeals' | 'silence';

/** How conversations were scored and why: everybody's for supervisors, with the criteria; an agent's own for the agent. */
@customElement('yiwen-scores')
export class ScoresPage extends YiwenElement {
  @state() private staff?: SignedIn;
  @state() private failure = '';
  @state() private tab: Tab = 'list';
  @state() private filter: Filter = lately();
  @state() private page?: Page;
  @state() private agents?: Person[];
  @state() private version?: Version;
  @state() private detail?: Detail;
  @state() private seq = 0;

  static styles = [
    base,
    badges,
    buttons,
    tabs,
    markStyles,
    css`
      :host {
        display: block;
        min-height: 100dvh;
        background: var(--yw-page);
      }
      main {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--yw-space-4);
        max-width: 1120px;
        margin: 0 auto;
        padding: var(--yw-space-5) var(--yw-space-4);
      }
      .tabs {
        display: flex;
        gap: var(--yw-space-3);
        border-bottom: 1px solid var(--yw-line);
      }
      .tabs button {
        min-height: 40px;
        padding: 0 var(--yw-space-2);
      }
      .list {
        padding-block: var(--yw-space-2);
      }
      .foot {
        padding: var(--yw-space-3) 0;
        text-align: center;
      }
      .means {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--yw-space-2);
      }
      @media (max-width: 760px) {
        main {
          padding: var(--yw-space-3);
        }
      }
    `,
  ];

  private readonly back = () => void this.follow();

  connectedCallback(): void {
    super.connectedCallback();
    addEventListener('popstate', this.back);
    void this.enter();
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('popstate', this.back);
  }

  updated(): void {
    pageTitle(t('pageTitle'));
  }

  private get allowed(): boolean {
    return Boolean(this.staff && has(this.staff, 'ANSWER', 'SUPERVISE'));
  }

  private get supervises(): boolean {
    return Boolean(this.staff && has(this.staff, 'SUPERVISE'));
  }

  private async enter(): Promise<void> {
    this.failure = '';
    try {
      this.staff = await requireStaff();
      if (!this.allowed) return;
      [this.version, this.agents] = await Promise.all([criteria(), this.supervises ? agents() : undefined]);
      await this.follow();
    } catch (failure) {
      this.failure = words(failure);
    }
  }

  /** To what the address names. */
  private async follow(): Promise<void> {
    const wanted = new URLSearchParams(location.search);
    const conversation = wanted.get('conversation');
    const tab = wanted.get('tab');
    this.tab = tab === 'appeals' || ((tab === 'criteria' || tab === 'silence') && this.supervises) ? tab : 'list';
    this.seq = Number(wanted.get('seq')) || 0;
    try {
      if (!conversation) {
        this.detail = undefined;
        if (this.tab === 'list') await this.load();
      } else if (this.detail?.conversationId !== conversation) {
        this.detail = await detail(conversation);
      }
    } catch (failure) {
      toast(words(failure), { kind: 'problem' });
      this.detail = undefined;
      if (!this.page) await this.load();
    }
  }

  private go(address: Record<string, string | number>): void {
    const wanted = new URLSearchParams(Object.entries(address).map(([name, value]) => [name, String(value)]));
    history.pushState(null, '', wanted.size ? `/scores?${wanted}` : '/scores');
    void this.follow();
  }

  private async load(): Promise<void> {
    const { filter } = this;
    const page = await list(filter);
    if (filter === this.filter) this.page = page;
  }

  render() {
    return html`<yw-top-bar .staff=${this.staff} current="scores"></yw-top-bar><main>${this.content()}</main>`;
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
    const heading = html`<div class="row"><h1>${this.supervises || !this.staff ? t('heading') : t('mine')}</h1>
      <span class="spread"></span>${this.supervises ? html`<a href="/calibration">${t('calibration')}</a>` : nothing}</div>`;
    if (!this.version) return html`${heading}<yw-skeleton lines="8"></yw-skeleton>`;
    if (this.detail) return html`${heading}${this.one(this.detail, this.version)}`;
    const shown: Tab[] = this.supervises ? ['list', 'silence', 'criteria', 'appeals'] : ['list', 'appeals'];
    const name = { list: 'tabList', criteria: 'tabCriteria', appeals: 'tabAppeals', silence: 'tabSilence' } as const;
    return html`
      ${heading}
      <div class="tabs" role="tablist" aria-label=${t('tabs')}>
        ${shown.map(
          (tab) =>
            html`<button role="tab" id="tab-${tab}" aria-selected=${this.tab === tab} @click=${() => this.go(tab === 'list' ? {} : { tab })}>${t(name[tab])}</button>`,
        )}
      </div>
      ${this.tabbed(this.version)}
    `;
  }

  private tabbed(version: Version) {
    switch (this.tab) {
      case 'criteria':
        return html`<yw-criteria-editor .version=${version} @saved=${(event: CustomEvent<Version>) => (this.version = event.detail)}></yw-criteria-editor>`;
      case 'appeals':
        return html`<yw-appeal-list .criteria=${version.criteria} ?decides=${this.supervises} me=${this.staff?.id ?? ''}></yw-appeal-list>`;
      case 'silence':
        return html`<yw-silence-list></yw-silence-list>`;
      case 'list':
        return html`
          <yw-score-filters
            .filter=${this.filter}
            .agents=${this.agents}
            .criteria=${version.criteria}
            @filter=${(event: CustomEvent<Partial<Filter>>) => this.set(event.detail)}
          ></yw-score-filters>
          ${this.page ? this.found(this.page, version) : html`<yw-skeleton lines="8"></yw-skeleton>`}
        `;
    }
  }

  private one(it: Detail, version: Version) {
    return html`
      <div><button class="button small" @click=${() => this.go({})}>${t('back')}</button></div>
      <yw-score-view
        .detail=${it}
        .criteria=${version.criteria}
        seq=${this.seq}
        me=${this.staff?.id ?? ''}
        @go=${(event: CustomEvent<number>) => this.go({ conversation: it.conversationId, seq: event.detail })}
        @changed=${() => void this.again(it.conversationId)}
      ></yw-score-view>
    `;
  }

  private async again(conversation: string): Promise<void> {
    this.detail = await detail(conversation).catch(() => this.detail);
  }

  private found(page: Page, version: Version) {
    return html`
      <section class="card means"><span>${t('conversations', { n: page.means.conversations })}</span>
        ${page.means.conversations ? html`<span class="hint">${t('means')}</span>${marks(page.means)}` : nothing}
      </section>
      <section class="card list" aria-live="polite">
        ${page.scores.length
          ? html`<yw-score-list
                .scores=${page.scores}
                .criteria=${version.criteria}
                @open=${(event: CustomEvent<string>) => this.go({ conversation: event.detail })}
              ></yw-score-list>
              <div class="foot">
                ${page.next
                  ? html`<button class="button" @click=${() => void this.more(page)}>${t('more')}</button>`
                  : html`<span class="hint">${t('all')}</span>`}
              </div>`
          : this.nothingFound()}
      </section>
    `;
  }

  private nothingFound() {
    const { who, criterion, score } = this.filter;
    const narrowed = Boolean(who || criterion || score) || this.filter.from !== lately().from;
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
      if (page === this.page) this.page = { ...next, scores: [...page.scores, ...next.scores] };
    } catch (failure) {
      toast(words(failure), { kind: 'problem' });
    }
  }
}
