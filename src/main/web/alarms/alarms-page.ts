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
import { base, buttons } from '../common/styles';
import { pageTitle } from '../common/title';
import { toast } from '../common/toast';
import '../common/top-bar';
import './alarm-card';
import { alarms, close, reopen, rules, SURGES, type Alarm, type Rules } from './alarms';
import { t } from './i18n';
import './rule-form';

const EVERY_MS = 15_000;

/** What rings, what rang, and by which rules. */
@customElement('yiwen-alarms')
export class AlarmsPage extends YiwenElement {
  @state() private staff?: SignedIn;
  @state() private failure = '';
  @state() private alarms?: Alarm[];
  @state() private rules?: Rules;
  private clock?: ReturnType<typeof setInterval>;

  static styles = [
    base,
    buttons,
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
    `,
  ];

  connectedCallback(): void {
    super.connectedCallback();
    this.clock = setInterval(() => void this.look().catch(() => undefined), EVERY_MS);
    void this.enter();
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
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
        ${allowed() ? nothing : html`<button class="button small" @click=${() => void this.notify()}>${t('notify')}</button>`}
      </div>
      <p class="hint">${t('about')}</p>
      <section aria-label=${t('open')}>
        <h2>${t('open')}</h2>
        ${open.length ? this.list(open) : html`<yw-empty heading=${t('none')} hint=${t('noneHint')}></yw-empty>`}
      </section>
      ${this.settings(this.rules)}
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
            @close=${() => void this.act(() => close(one.id), () => toast(t('closed'), { undo: () => void this.act(() => reopen(one.id)) }))}
          ></yw-alarm></li>`,
      )}
    </ul>`;
  }

  private settings({ rules: all, mails }: Rules) {
    const surges = all.filter(({ rule }) => SURGES.some((one) => one === rule));
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
      <h3>${t('thresholdRules')}</h3>
      ${all.filter((one) => !surges.includes(one)).map(form)}
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
