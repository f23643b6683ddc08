import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { YiwenElement } from './element';
import { icons } from './icons';
import { t } from './i18n/common';
import { language, setLanguage } from './i18n/language';
import { has, signOut, type SignedIn } from './session';
import { base, buttons, badges } from './styles';
import { print, setPrint, setTheme, theme, type Theme } from './theme';

type Page = 'agent' | 'supervise' | 'tickets' | 'knowledge' | 'why' | 'staff' | 'routing';

/**
 * `<yw-top-bar .staff=${staff} current="agent">…</yw-top-bar>` on every page of staff: where to go, who is signed in.
 * What is slotted (e.g. the agent's online switch) stands before the name.
 */
@customElement('yw-top-bar')
export class TopBar extends YiwenElement {
  @property({ attribute: false }) staff?: SignedIn;
  @property() current: Page | '' = '';
  @state() private open = false;

  private readonly away = (event: Event) => {
    if (!event.composedPath().includes(this)) this.open = false;
  };

  static styles = [
    base,
    buttons,
    badges,
    css`
      :host {
        display: block;
        background: var(--yw-surface);
        border-bottom: 1px solid var(--yw-line);
      }
      header {
        display: flex;
        align-items: center;
        gap: var(--yw-space-4);
        height: 52px;
        padding: 0 var(--yw-space-4);
      }
      .brand {
        color: var(--yw-ink);
        font-size: var(--yw-text-l);
        font-weight: var(--yw-weight-strong);
        text-decoration: none;
        white-space: nowrap;
      }
      nav {
        display: flex;
        align-self: stretch;
        min-width: 0;
        overflow-x: auto;
      }
      nav a {
        display: grid;
        place-items: center;
        padding: 0 var(--yw-space-3);
        border-bottom: 2px solid transparent;
        color: var(--yw-ink-2);
        text-decoration: none;
        white-space: nowrap;
      }
      nav a:hover {
        color: var(--yw-ink);
      }
      nav a[aria-current] {
        border-color: var(--yw-accent);
        color: var(--yw-accent-text);
        font-weight: var(--yw-weight-strong);
      }
      nav a:focus-visible {
        outline-offset: -2px;
      }
      .who {
        position: relative;
      }
      .who > button {
        max-width: 14em;
      }
      .menu {
        position: absolute;
        z-index: 50;
        top: calc(100% + 6px);
        right: 0;
        display: grid;
        min-width: 220px;
        padding: var(--yw-space-2);
        border: 1px solid var(--yw-line);
        border-radius: var(--yw-radius-m);
        background: var(--yw-surface);
        box-shadow: var(--yw-shadow-2);
      }
      .menu .button {
        justify-content: flex-start;
      }
      .facts {
        padding: var(--yw-space-2) var(--yw-space-3);
        border-bottom: 1px solid var(--yw-line);
        margin-bottom: var(--yw-space-2);
      }
      @media (max-width: 640px) {
        header {
          gap: var(--yw-space-2);
          padding: 0 var(--yw-space-2);
        }
        .brand {
          display: none;
        }
        /* Its fading end says that there is more to the right. */
        nav {
          padding-right: var(--yw-space-5);
          scrollbar-width: none;
          mask-image: linear-gradient(to left, transparent, #000 28px);
        }
        nav a {
          padding: 0 var(--yw-space-2);
        }
        .who > button {
          max-width: 7em;
          padding: 0 var(--yw-space-2);
        }
      }
    `,
  ];

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
    const link = (name: Page, text: string) =>
      html`<a href="/${name}" aria-current=${this.current === name ? 'page' : nothing}>${text}</a>`;
    return html`
      <header>
        <a class="brand" href="/">${t('appName')}</a>
        <nav aria-label=${t('appName')}>
          ${staff && has(staff, 'AGENT', 'SUPERVISOR') ? link('agent', t('agentConsole')) : nothing}
          ${staff && has(staff, 'SUPERVISOR') ? link('supervise', t('supervise')) : nothing}
          ${staff && has(staff, 'AGENT', 'SUPERVISOR') ? link('tickets', t('tickets')) : nothing}
          ${staff && has(staff, 'EDITOR') ? link('knowledge', t('knowledge')) : nothing}
          ${staff && has(staff, 'EDITOR', 'SUPERVISOR') ? link('why', t('why')) : nothing}
          ${staff && has(staff, 'SUPERVISOR') ? link('routing', t('routing')) : nothing}
          ${staff && has(staff, 'SUPERVISOR') ? link('staff', t('staff')) : nothing}
        </nav>
        <span class="spread"></span>
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
        <button class="button quiet" @click=${() => (setTheme(next[theme()]), this.requestUpdate())}>
          ${icons.moon}${t('theme')}：${themes[theme()]}
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
        <a class="button quiet" href="/login?change">${icons.person}${t('changePassword')}</a>
        <button class="button quiet" @click=${() => void signOut()}>${icons.close}${t('signOut')}</button>
      </div>
    `;
  }

  private key(event: KeyboardEvent): void {
    if (event.key === 'Escape' && this.open) {
      this.open = false;
      this.renderRoot.querySelector<HTMLElement>('.who > button')?.focus();
    }
  }
}
