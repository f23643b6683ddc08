import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { YiwenElement } from './element';
import { icons } from './icons';
import { colon } from './i18n/chinese';
import { t } from './i18n/common';
import { language, setLanguage } from './i18n/language';
import { roleName } from './roles';
import { BAR, has, opens, signOut, type SignedIn, type StaffPage } from './session';
import { base, buttons, badges } from './styles';
import { print, setPrint, setTheme, theme, type Theme } from './theme';
import './incident-bar';
import './shell/staff-shell';
import { topBarStyles } from './top-bar-styles';

type BarPage = (typeof BAR)[number];

function pageName(page: BarPage): string {
  return t(page === 'agent' ? 'agentConsole' : page);
}

/**
 * `<yw-top-bar .staff=${staff} current="agent">…</yw-top-bar>` on every page of staff: where to go, who is signed in.
 * What is slotted (e.g. the agent's online switch) stands before the name.
 */
@customElement('yw-top-bar')
export class TopBar extends YiwenElement {
  @property({ attribute: false }) staff?: SignedIn;
  @property() current: StaffPage | '' = '';
  /** Conversations that this person has; asked about before a sign-out, which gives them to the queue. */
  @property({ type: Number }) holding = 0;
  @state() private unread = 0;
  /** Tickets with a customer's words that this person has not read. */
  @property({ type: Number }) answered = 0;
  @state() private open = false;
  /** How many pages have room. */
  @state() private fit: number = BAR.length;
  @state() private unfolded = false;
  private readonly room = new ResizeObserver(() => this.measure());

  private readonly away = (event: Event) => {
    if (!event.composedPath().includes(this)) this.open = this.unfolded = false;
  };

  static styles = [base, buttons, badges, topBarStyles];

  connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('click', this.away);
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('click', this.away);
    this.room.disconnect();
  }

  protected firstUpdated(): void {
    this.room.observe(this.renderRoot.querySelector('header')!);
    this.room.observe(this.renderRoot.querySelector('.pages')!);
  }

  protected updated(): void {
    this.measure();
  }

  /** As many as have room stand in the bar, the others in its menu. */
  private measure(): void {
    const pages = this.renderRoot.querySelector<HTMLElement>('.pages')!;
    const links = [...pages.querySelectorAll('a')];
    this.fit = links.filter((one) => one.offsetLeft + one.offsetWidth <= pages.clientWidth + 1).length;
  }

  private more(pages: readonly BarPage[], link: (name: BarPage) => unknown) {
    const here = pages.find((page) => page === this.current);
    return html`<div class="more" @keydown=${this.key}>
      <button
        class="button quiet ${here ? 'here' : ''}"
        aria-haspopup="true"
        aria-expanded=${this.unfolded}
        @click=${() => ([this.unfolded, this.open] = [!this.unfolded, false])}
      >
        ${here ? pageName(here) : t('morePages')}${icons.chevron}
      </button>
      ${this.unfolded ? html`<div class="menu">${pages.map((page) => link(page))}</div>` : nothing}
    </div>`;
  }

  render() {
    const staff = this.staff;
    const count = (n: number) => (n ? html`<span class="unread" aria-label=${t('unread', { n })}>${n}</span>` : nothing);
    const link = (name: BarPage, folded = false) =>
      html`<a href="/${name}" class=${folded ? 'folded' : ''} aria-current=${this.current === name ? 'page' : nothing}
        >${pageName(name)}${count(name === 'agent' ? this.unread : name === 'tickets' ? this.answered : 0)}</a
      >`;
    const pages = staff ? BAR.filter((page) => opens(staff, page)) : [];
    return html`
      <header>
        <a class="brand" href="/">${t('appName')}</a>
        <nav aria-label=${t('appName')}>
          <div class="pages">${pages.map((page, i) => link(page, i >= this.fit))}</div>
          ${this.fit < pages.length ? this.more(pages.slice(this.fit), link) : nothing}
        </nav>
        <span class="spread"></span>
        ${staff && this.current !== 'agent' && has(staff, 'ANSWER', 'READ_ALL')
          ? html`<yw-staff-shell .staff=${staff} @held=${this.held}></yw-staff-shell>`
          : nothing}
        <slot></slot>
        ${staff ? this.who(staff) : nothing}
      </header>
      ${staff && has(staff, 'ANSWER', 'TICKETS', 'READ_ALL', 'SUPERVISE', 'EDIT')
        ? html`<yw-incident-bar ?link=${opens(staff, 'incidents')}></yw-incident-bar>`
        : nothing}
    `;
  }

  private who(staff: SignedIn) {
    return html`
      <div class="who" @keydown=${this.key}>
        <button
          class="button quiet"
          aria-haspopup="true"
          aria-expanded=${this.open}
          @click=${() => ([this.open, this.unfolded] = [!this.open, false])}
        >
          ${icons.person}<span class="ellipsis">${staff.name}</span>
        </button>
        ${this.open ? this.menu(staff) : nothing}
      </div>
    `;
  }

  private menu(staff: SignedIn) {
    const themes: Record<Theme, string> = { auto: t('themeAuto'), light: t('themeLight'), dark: t('themeDark') };
    const next: Record<Theme, Theme> = { auto: 'light', light: 'dark', dark: 'auto' };
    return html`
      <div class="menu">
        <div class="facts">
          <div>${staff.name} <span class="hint">${staff.login}</span></div>
          <div class="hint">${staff.roles.map(roleName).join(' · ')}</div>
        </div>
        <slot name="menu"></slot>
        ${this.current !== 'agent' && has(staff, 'ANSWER', 'READ_ALL') ? html`<yw-sound-choice row></yw-sound-choice>` : nothing}
        <button class="button quiet" @click=${() => (setTheme(next[theme()]), this.requestUpdate())}>
          ${icons.moon}${t('theme')}${colon()}${themes[theme()]}
        </button>
        <button
          class="button quiet"
          @click=${() => (setPrint(print() === 'large' ? 'standard' : 'large'), this.requestUpdate())}
        >
          ${icons.text}${print() === 'large' ? t('standardPrint') : t('largePrint')}
        </button>
        <button class="button quiet" @click=${() => setLanguage(language() === 'en' ? 'zh-CN' : 'en')}>
          ${icons.language}${t('otherLanguage')}
        </button>
        ${opens(staff, 'start') ? html`<a class="button quiet" href="/start">${icons.check}${t('start')}</a>` : nothing}
        ${opens(staff, 'integrations') ? html`<a class="button quiet" href="/integrations">${icons.window}${t('integrations')}</a>` : nothing}
        ${opens(staff, 'wechat') ? html`<a class="button quiet" href="/wechat">${icons.phone}${t('wechat')}</a>` : nothing}
        <a class="button quiet" href="/account">${icons.person}${t('myAccount')}</a>
        <button class="button quiet" @click=${this.leave}>${icons.close}${t('signOut')}</button>
      </div>
    `;
  }

  private held(event: CustomEvent<{ conversations: number; unread: number; answered: number }>): void {
    this.answered = event.detail.answered;
    this.holding = event.detail.conversations;
    this.unread = event.detail.unread;
  }

  private leave(): void {
    if (!this.holding || confirm(t('signOutAsk', { n: this.holding }))) void signOut();
  }

  private key(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !(this.open || this.unfolded)) return;
    this.renderRoot.querySelector<HTMLElement>(this.open ? '.who > button' : '.more > button')?.focus();
    this.open = this.unfolded = false;
  }
}
