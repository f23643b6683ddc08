import { css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { sound } from '../agent/sound';
import { words } from '../common/api';
import { YiwenElement } from '../common/element';
import { t as shared } from '../common/i18n/common';
import { has, requireStaff, signOut, type SignedIn } from '../common/session';
import { sheet } from '../common/sheet';
import '../common/states';
import { base, buttons } from '../common/styles';
import { pageTitle } from '../common/title';
import '../common/top-bar';
import { t } from './i18n';
import './incident-card';
import './incident-form';
import { incidents, type Incident } from './incidents';

const EVERY_MS = 5000;
/** An alarm that never ends is switched off. */
const RING_MS = 60_000;

/** What stands, what stood, and a form to declare what happens. */
@customElement('yiwen-incidents')
export class IncidentsPage extends YiwenElement {
  @state() private staff?: SignedIn;
  @state() private failure = '';
  @state() private all?: Incident[];
  private clock?: ReturnType<typeof setInterval>;
  private rang = 0;

  static styles = [
    base,
    buttons,
    sheet,
    css`
      main {
        --sheet: 900px;
      }
      section {
        display: grid;
        gap: var(--yw-space-3);
      }
      .declare {
        padding: var(--yw-space-4);
      }
      h2 {
        margin: 0;
        font-size: var(--yw-text-l);
      }
    `,
  ];

  connectedCallback(): void {
    super.connectedCallback();
    void this.enter();
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.clock);
  }

  updated(): void {
    const late = (this.all ?? []).filter((one) => one.overdue).length;
    pageTitle((late ? `(${late}) ` : '') + t('pageTitle'));
    if (!late || Date.now() - this.rang < RING_MS) return;
    this.rang = Date.now();
    sound.alarm();
  }

  private async enter(): Promise<void> {
    this.failure = '';
    try {
      this.staff = await requireStaff();
      if (!has(this.staff, 'SUPERVISE')) return;
      this.all = await incidents();
      this.clock ??= setInterval(() => void this.look(), EVERY_MS);
    } catch (failure) {
      this.failure = words(failure);
    }
  }

  private async look(): Promise<void> {
    try {
      this.all = await incidents();
    } catch {
      // The next look tells.
    }
  }

  render() {
    return html`<yw-top-bar .staff=${this.staff} current="incidents"></yw-top-bar><main>${this.content()}</main>`;
  }

  private content() {
    if (this.failure) {
      return html`<yw-empty heading=${this.failure}><button class="button" @click=${() => void this.enter()}>${shared('retry')}</button></yw-empty>`;
    }
    if (this.staff && !has(this.staff, 'SUPERVISE')) {
      return html`<yw-empty heading=${t('noRole')} hint=${t('noRoleHint')}><button class="button" @click=${() => void signOut()}>${shared('signOut')}</button></yw-empty>`;
    }
    const all = this.all;
    if (!all) return html`<div class="card"><yw-skeleton lines="8"></yw-skeleton></div>`;
    const standing = all.filter((one) => !one.recoveredAt);
    const over = all.filter((one) => one.recoveredAt);
    return html`
      <h1>${t('heading')}</h1>
      <p class="hint">${t('about')}</p>
      <section aria-label=${t('standing')}>
        <h2>${t('standing')}</h2>
        ${standing.length ? this.cards(standing) : html`<yw-empty heading=${t('nothing')} hint=${t('nothingHint')}></yw-empty>`}
      </section>
      <section class="card declare" aria-label=${t('declare')}>
        <h2>${t('declare')}</h2>
        <yw-incident-form @done=${() => void this.look()}></yw-incident-form>
      </section>
      ${over.length ? html`<section aria-label=${t('history')}><h2>${t('history')}</h2>${this.cards(over)}</section>` : nothing}
    `;
  }

  private cards(some: Incident[]) {
    return repeat(
      some,
      (one) => one.id,
      (one) => html`<yw-incident .incident=${one} @changed=${() => void this.look()}></yw-incident>`,
    );
  }
}
