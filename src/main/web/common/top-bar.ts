import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { YiwenElement } from './element';
import { icons } from './icons';
import { colon } from './i18n/chinese';
import { t } from './i18n/common';
import { language, setLanguage } from './i18n/language';
import { has, signOut, type SignedIn, type StaffPage } from './session';
import { base, buttons, badges } from './styles';
import { print, setPrint, setTheme, theme, type Theme } from './theme';
import './shell/staff-shell';
import { topBarStyles } from './top-bar-styles';

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

  private readonly away = (event: Event) => {
    if (!event.composedPath().includes(this)) this.open = false;
  };

  static styles = [base, buttons, badges, topBarStyles];

  connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('click', this.away);
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('click', this.away);
  }

  protected updated(changed: Map<string, unknown>): void {
    // On a phone not all pages have room: where one is must be in sight.
    if (changed.has('staff')) this.renderRoot.querySelector('nav [aria-current]')?.scrollIntoView({ inline: 'center', block: 'nearest' });
  }

  render() {
    const staff = this.staff;
    const count = (n: number) => (n ? html`<span class="unread" aria-label=${t('unread', { n })}>${n}</span>` : nothing);
    const link = (name: StaffPage, text: string) =>
      html`<a href="/${name}" aria-current=${this.current === name ? 'page' : nothing}
        >${text}${count(name === 'agent' ? this.unread : name === 'tickets' ? this.answered : 0)}</a
      >`;
    return html`
      <header>
        <a class="brand" href="/">${t('appName')}</a>
        <nav aria-label=${t('appName')}>
          ${staff && has(staff, 'AGENT', 'SUPERVISOR') ? link('agent', t('agentConsole')) : nothing}
          ${staff && has(staff, 'SUPERVISOR') ? link('supervise', t('supervise')) : nothing}
          ${staff && has(staff, 'AGENT', 'SUPERVISOR') ? link('tickets', t('tickets')) : nothing}
          ${staff && has(staff, 'AGENT', 'SUPERVISOR') ? link('ratings', t('ratings')) : nothing}
          ${staff && has(staff, 'EDITOR') ? link('knowledge', t('knowledge')) : nothing}
          ${staff && has(staff, 'EDITOR', 'SUPERVISOR') ? link('why', t('why')) : nothing}
          ${staff && has(staff, 'SUPERVISOR') ? link('routing', t('routing')) : nothing}
          ${staff && has(staff, 'SUPERVISOR') ? link('staff', t('staff')) : nothing}
          ${staff?.roles.includes('ADMIN') ? [link('brand', t('brand')), link('audit', t('audit')), link('privacy', t('privacy'))] : nothing}
        </nav>
        <span class="spread"></span>
        ${staff && this.current !== 'agent' && has(staff, 'AGENT', 'SUPERVISOR')
          ? html`<yw-staff-shell .staff=${staff} @held=${this.held}></yw-staff-shell>`
          : nothing}
        <slot></slot>
        ${staff ? this.who(staff) : nothing}
      </header>
    `;
  }

  private who(staff: SignedIn) {
    return html`
      <div class="who" @keydown=${this.key}>
        <button
          class="button quiet"
          aria-haspopup="true"
          aria-expanded=${this.open}
          @click=${() => (this.open = !this.open)}
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
          <div class="hint">${staff.roles.map((role) => t(`role${role}`)).join(' · ')}</div>
        </div>
        <slot name="menu"></slot>
        ${this.current !== 'agent' && has(staff, 'AGENT', 'SUPERVISOR') ? html`<yw-sound-choice row></yw-sound-choice>` : nothing}
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
        ${staff.roles.includes('ADMIN') ? html`<a class="button quiet" href="/start">${icons.check}${t('start')}</a>
              <a class="button quiet" href="/integrations">${icons.window}${t('integrations')}</a>` : nothing}
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
    if (event.key === 'Escape' && this.open) {
      this.open = false;
      this.renderRoot.querySelector<HTMLElement>('.who > button')?.focus();
    }
  }
}
