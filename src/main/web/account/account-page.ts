import { css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { words } from '../common/api';
import { YiwenElement } from '../common/element';
import { t as shared } from '../common/i18n/common';
import { roleName } from '../common/roles';
import { t as factorWords } from '../common/i18n/second-factor';
import { requireStaff, type SignedIn } from '../common/session';
import { sheet } from '../common/sheet';
import '../common/states';
import { base, buttons } from '../common/styles';
import '../common/top-bar';
import './device-list';
import './factor-card';
import { t } from './i18n';

/** One's own account: password, second factor, and where one is signed in. */
@customElement('yiwen-account')
export class AccountPage extends YiwenElement {
  @state() private staff?: SignedIn;
  @state() private failure = '';

  static styles = [
    base,
    buttons,
    sheet,
    css`
      main {
        --sheet: 760px;
      }
      section {
        display: grid;
        gap: var(--yw-space-2);
      }
      .head {
        display: flex;
        flex-wrap: wrap;
        gap: var(--yw-space-2) var(--yw-space-4);
        align-items: center;
        justify-content: space-between;
      }
      @media (max-width: 640px) {
        .button {
          min-height: var(--yw-control-touch);
        }
      }
    `,
  ];

  connectedCallback(): void {
    super.connectedCallback();
    void this.enter();
  }

  private async enter(): Promise<void> {
    this.failure = '';
    try {
      this.staff = await requireStaff();
    } catch (failure) {
      this.failure = words(failure);
    }
  }

  render() {
    return html`
      <yw-top-bar .staff=${this.staff} current="account"></yw-top-bar>
      <main>
        ${this.failure
          ? html`<yw-empty heading=${this.failure}>
              <button class="button" @click=${() => void this.enter()}>${shared('retry')}</button>
            </yw-empty>`
          : this.staff
            ? this.content(this.staff)
            : nothing}
      </main>
    `;
  }

  private content(staff: SignedIn) {
    return html`
      <div>
        <h1>${shared('myAccount')}</h1>
        <p class="hint">${staff.name} · ${staff.login} · ${staff.roles.map(roleName).join(' · ')}</p>
      </div>
      <section class="card" aria-labelledby="password">
        <div class="head">
          <div>
            <h2 id="password">${t('password')}</h2>
            <p class="hint">${t('passwordAbout')}</p>
          </div>
          <a class="button" href="/login?change">${shared('changePassword')}</a>
        </div>
      </section>
      <section class="card" aria-label=${factorWords('title')}><yw-factor-card></yw-factor-card></section>
      <section class="card" aria-labelledby="devices">
        <h2 id="devices">${t('devices')}</h2>
        <p class="hint">${t('devicesAbout')}</p>
        <yw-device-list></yw-device-list>
      </section>
    `;
  }
}
