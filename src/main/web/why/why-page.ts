import { html } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { words } from '../common/api';
import { YiwenElement } from '../common/element';
import { t as shared } from '../common/i18n/common';
import { has, requireStaff, signOut, type SignedIn } from '../common/session';
import '../common/states';
import { base, buttons } from '../common/styles';
import '../common/top-bar';
import { t } from './i18n';
import { pageStyles } from './styles';
import './turn-list';
import './turn-view';
import { filterOf } from './traces';

/** `/why` lists the bot's turns; `/why?conversation=…&seq=…` shows why one of them came out as it did. */
@customElement('yiwen-why')
export class WhyPage extends YiwenElement {
  @state() private staff?: SignedIn;
  @state() private failure = '';
  @state() private address = new URLSearchParams(location.search);

  private list = '/why';

  static styles = [base, buttons, pageStyles];

  connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('popstate', this.readAddress);
    this.readAddress();
    void this.enter();
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('popstate', this.readAddress);
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
      <yw-top-bar .staff=${this.staff} current="why"></yw-top-bar>
      <main>${this.content()}</main>
    `;
  }

  private content() {
    if (this.failure) {
      return html`<yw-empty heading=${this.failure}>
        <button class="button" @click=${() => void this.enter()}>${shared('retry')}</button>
      </yw-empty>`;
    }
    if (!this.staff) return html`<yw-skeleton lines="9"></yw-skeleton>`;
    if (!has(this.staff, 'EDIT', 'READ_ALL')) {
      return html`<yw-empty heading=${t('noRole')} hint=${t('noRoleHint', { login: this.staff.login })}>
        <button class="button" @click=${() => void signOut()}>${shared('signOut')}</button>
      </yw-empty>`;
    }
    const conversation = this.address.get('conversation');
    const seq = this.address.get('seq');
    const masked = !has(this.staff, 'REVEAL');
    return conversation && seq
      ? html`<yw-turn
          conversation=${conversation}
          seq=${seq}
          ?masked=${masked}
          ?editor=${has(this.staff, 'EDIT')}
          @go=${(event: CustomEvent<string>) => this.go(event.detail)}
        ></yw-turn>`
      : html`<yw-turn-list
          .filter=${filterOf(this.address)}
          ?masked=${masked}
          @go=${(event: CustomEvent<string>) => this.go(event.detail)}
        ></yw-turn-list>`;
  }

  private go(to: string): void {
    const listing = !this.address.has('seq');
    const turn = to.includes('seq=');
    if (listing && turn) this.list = location.pathname + location.search;
    // Narrowing the list is no step to go back to; from a turn back leads to the list as it was.
    if (listing && !turn) history.replaceState(null, '', to);
    else history.pushState({ list: this.list }, '', turn ? to : this.list);
    this.readAddress();
    if (turn) scrollTo(0, 0);
  }

  private readonly readAddress = () => {
    this.address = new URLSearchParams(location.search);
    this.list = (history.state as { list?: string } | null)?.list ?? this.list;
  };
}
