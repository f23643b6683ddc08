import { css, html } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { words } from '../common/api';
import { YiwenElement } from '../common/element';
import { t as shared } from '../common/i18n/common';
import { has, requireStaff, signOut, type SignedIn } from '../common/session';
import '../common/states';
import { base, buttons, tabs } from '../common/styles';
import { pageTitle } from '../common/title';
import '../common/top-bar';
import { criteria, type Criterion } from '../scores/scores';
import { pressed } from './calibration';
import './difference-list';
import { t } from './i18n';
import './judge-view';
import './reliability';

type Tab = 'judge' | 'differences' | 'results';
const TABS: Tab[] = ['judge', 'differences', 'results'];
const KEYS: Record<string, Tab> = { j: 'judge', d: 'differences', r: 'results' };
const NAMES = { judge: 'tabJudge', differences: 'tabDifferences', results: 'tabResults' } as const;

/** Two supervisors judge what criteria judged, blind, by keyboard; then they see where they differ, and what can be relied on. */
@customElement('yiwen-calibration')
export class CalibrationPage extends YiwenElement {
  @state() private staff?: SignedIn;
  @state() private failure = '';
  @state() private tab: Tab = 'judge';
  @state() private criteria?: Criterion[];

  static styles = [
    base,
    buttons,
    tabs,
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
        max-width: 960px;
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
      @media (max-width: 760px) {
        main {
          padding: var(--yw-space-3);
        }
      }
    `,
  ];

  private readonly back = () => this.follow();
  private readonly key = (event: KeyboardEvent) => {
    const tab = KEYS[pressed(event)];
    if (tab && this.criteria) this.go(tab);
  };

  connectedCallback(): void {
    super.connectedCallback();
    addEventListener('popstate', this.back);
    addEventListener('keydown', this.key);
    void this.enter();
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('popstate', this.back);
    removeEventListener('keydown', this.key);
  }

  updated(): void {
    pageTitle(t('pageTitle'));
  }

  private async enter(): Promise<void> {
    this.failure = '';
    this.follow();
    try {
      this.staff = await requireStaff();
      if (this.allowed) this.criteria = (await criteria()).criteria;
    } catch (failure) {
      this.failure = words(failure);
    }
  }

  private get allowed(): boolean {
    return Boolean(this.staff && has(this.staff, 'SUPERVISE'));
  }

  private follow(): void {
    const asked = new URLSearchParams(location.search).get('tab');
    this.tab = TABS.find((tab) => tab === asked) ?? 'judge';
  }

  private go(tab: Tab): void {
    if (tab === this.tab) return;
    history.pushState(null, '', tab === 'judge' ? '/calibration' : `/calibration?tab=${tab}`);
    this.tab = tab;
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
    const heading = html`<h1>${t('heading')}</h1>`;
    if (!this.criteria) return html`${heading}<yw-skeleton lines="8"></yw-skeleton>`;
    return html`
      ${heading}
      <p class="hint">${t('intro')}</p>
      <div class="tabs" role="tablist" aria-label=${t('tabs')}>
        ${TABS.map((tab) => html`<button role="tab" id="tab-${tab}" aria-selected=${this.tab === tab} @click=${() => this.go(tab)}>${t(NAMES[tab])}</button>`)}
      </div>
      ${this.tabbed(this.criteria)}
    `;
  }

  private tabbed(all: Criterion[]) {
    switch (this.tab) {
      case 'judge':
        return html`<yw-judge-view .criteria=${all}></yw-judge-view>`;
      case 'differences':
        return html`<yw-difference-list .criteria=${all} me=${this.staff?.id ?? ''}></yw-difference-list>`;
      case 'results':
        return html`<yw-reliability .criteria=${all}></yw-reliability>`;
    }
  }
}
