import { css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { allowed, ask } from '../agent/notify';
import { words } from '../common/api';
import { YiwenElement } from '../common/element';
import { t as shared } from '../common/i18n/common';
import { has, requireStaff, signOut, type SignedIn } from '../common/session';
import { sheet } from '../common/sheet';
import '../common/states';
import { base, buttons, tabs } from '../common/styles';
import { pageTitle } from '../common/title';
import { toast } from '../common/toast';
import '../common/top-bar';
import './alarm-card';
import { alarms, close, reopen, rules, SHARES, SURGES, type Alarm, type Rules } from './alarms';
import { t } from './i18n';
import './review-list';
import './review-view';
import './rule-form';

const EVERY_MS = 15_000;

/** What rings, what rang, and by which rules; and what is looked into. */
@customElement('yiwen-alarms')
export class AlarmsPage extends YiwenElement {
  @state() private staff?: SignedIn;
  @state() private failure = '';
  @state() private alarms?: Alarm[];
  @state() private rules?: Rules;
  @state() private reviews = false;
  @state() private review = '';
  private clock?: ReturnType<typeof setInterval>;

  static styles = [
    base,
    buttons,
    tabs,
    sheet,
    css`
      section {
        display: grid;
        gap: var(--yw-space-3);
      }
      ul {
        display: grid;
        gap: var(--yw-space-3);
        list-style: none;
      }
      .row {
        display: flex;
        flex-wrap: wrap;
        gap: var(--yw-space-2);
        align-items: center;
      }
      .spread {
        flex: 1;
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
    `,
  ];

  private readonly follow = (): void => {
    const wanted = new URLSearchParams(location.search);
    this.reviews = wanted.get('tab') === 'reviews';
    this.review = (this.reviews && wanted.get('review')) || '';
  };

  connectedCallback(): void {
    super.connectedCallback();
    addEventListener('popstate', this.follow);
    this.follow();
    this.clock = setInterval(() => void this.look().catch(() => undefined), EVERY_MS);
    void this.enter();
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('popstate', this.follow);
    clearInterval(this.clock);
  }

  updated(): void {
    const open = this.alarms?.filter((one) => !one.closedAt).length ?? 0;
    pageTitle((open ? `(${open}) ` : '') + t('pageTitle'));
  }

  private get may(): boolean {
    return Boolean(this.staff && has(this.staff, 'SUPERVISE'));
  }

  private async enter(): Promise<void> {
    this.failure = '';
    try {
      this.staff = await requireStaff();
      if (this.may) [this.rules] = await Promise.all([rules(), this.look()]);
    } catch (failure) {
      this.failure = words(failure);
    }
  }

  private async look(): Promise<void> {
    if (this.may && !document.hidden) this.alarms = await alarms();
  }

  render() {
    return html`<yw-top-bar .staff=${this.staff} current="alarms"></yw-top-bar><main>${this.content()}</main>`;
  }

  private content() {
    if (this.failure) {
      return html`<yw-empty heading=${this.failure}><button class="button" @click=${() => void this.enter()}>${shared('retry')}</button></yw-empty>`;
    }
    if (this.staff && !this.may) {
      return html`<yw-empty heading=${t('noRole')} hint=${t('noRoleHint')}>
        <button class="button" @click=${() => void signOut()}>${shared('signOut')}</button>
      </yw-empty>`;
    }
    if (!this.alarms || !this.rules) return html`<h1>${t('heading')}</h1><yw-skeleton lines="8"></yw-skeleton>`;
    const open = this.alarms.filter((one) => !one.closedAt);
    const past = this.alarms.filter((one) => one.closedAt);
    return html`
      <div class="row">
        <h1>${t('heading')}</h1>
        <span class="spread"></span>
        ${allowed() || this.reviews ? nothing : html`<button class="button small" @click=${() => void this.notify()}>${t('notify')}</button>`}
      </div>
      <div class="tabs" role="tablist" aria-label=${t('tabs')}>
        <button role="tab" id="tab-alarms" aria-selected=${!this.reviews} @click=${() => this.go({})}>${t('heading')}</button>
        <button role="tab" id="tab-reviews" aria-selected=${this.reviews} @click=${() => this.go({ tab: 'reviews' })}>${t('tabReviews')}</button>
      </div>
      ${this.reviews ? this.looking() : this.ringing(this.rules, open, past)}
    `;
  }

  private looking() {
    return this.review
      ? html`<yw-review .review=${this.review} @back=${() => this.go({ tab: 'reviews' })}></yw-review>`
      : html`<yw-review-list @open=${(event: CustomEvent<string>) => this.go({ tab: 'reviews', review: event.detail })}></yw-review-list>`;
  }

  private go(address: Record<string, string>): void {
    const wanted = new URLSearchParams(address);
    history.pushState(null, '', wanted.size ? `/alarms?${wanted}` : '/alarms');
    this.follow();
  }

  private ringing(rules: Rules, open: Alarm[], past: Alarm[]) {
    return html`
      <p class="hint">${t('about')}</p>
      <section aria-label=${t('open')}>
        <h2>${t('open')}</h2>
        ${open.length ? this.list(open) : html`<yw-empty heading=${t('none')} hint=${t('noneHint')}></yw-empty>`}
      </section>
      ${this.settings(rules)}
      ${past.length ? html`<section aria-label=${t('past')}><h2>${t('past')}</h2>${this.list(past)}</section>` : nothing}
    `;
  }

  private list(some: Alarm[]) {
    return html`<ul>
      ${repeat(
        some,
        (one) => one.id,
        (one) => html`<li class="card" data-alarm=${one.id}><yw-alarm
            .alarm=${one}
            @changed=${() => void this.look()}
            @review=${(event: CustomEvent<string>) => this.go({ tab: 'reviews', review: event.detail })}
            @close=${() => void this.act(() => close(one.id), () => toast(t('closed'), { undo: () => void this.act(() => reopen(one.id)) }))}
          ></yw-alarm></li>`,
      )}
    </ul>`;
  }

  private settings({ rules: all, mails }: Rules) {
    const surges = all.filter(({ rule }) => SURGES.some((one) => one === rule));
    const shares = all.filter(({ rule }) => SHARES.some((one) => one === rule));
    const form = (setting: (typeof all)[number]) =>
      html`<yw-alarm-rule
        data-rule=${setting.rule}
        .setting=${setting}
        ?mails=${mails}
        @rules=${(event: CustomEvent<Rules>) => (this.rules = event.detail)}
      ></yw-alarm-rule>`;
    return html`<section class="card" aria-label=${t('rules')}>
      <h2>${t('rules')}</h2>
      ${mails ? nothing : html`<p class="hint">${t('noMail')}</p>`}
      <h3>${t('surgeRules')}</h3>
      ${surges.map(form)}
      <h3>${t('shareRules')}</h3>
      ${shares.map(form)}
      <h3>${t('thresholdRules')}</h3>
      ${all.filter((one) => !surges.includes(one) && !shares.includes(one)).map(form)}
    </section>`;
  }

  /** The card of what is closed stands elsewhere afterwards: the page is who can take it back. */
  private async act(what: () => Promise<unknown>, then?: () => void): Promise<void> {
    try {
      await what();
      await this.look();
      then?.();
    } catch (failure) {
      toast(words(failure), { kind: 'problem' });
    }
  }

  private async notify(): Promise<void> {
    toast(t((await ask()) ? 'notified' : 'notifyOff'));
    this.requestUpdate();
  }
}
