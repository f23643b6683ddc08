import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Offer } from '../../agent/holdings';
import { keep } from '../../agent/keep';
import { notify } from '../../agent/notify';
import { refusal } from '../../agent/refusals';
import { Insistence } from '../../agent/insistence';
import { sound } from '../../agent/sound';
import '../../agent/sound-choice';
import { breakHint, nameOf, reasonName, reasonTone, reasonWords, t } from '../../agent/text';
import { api, ApiError } from '../api';
import { YiwenElement } from '../element';
import { announce } from '../live';
import { has, toLogin, type SignedIn } from '../session';
import { badges, base, buttons } from '../styles';
import { markTitle } from '../title';
import { toast } from '../toast';
import { ShellDesk, type Heard } from './shell-desk';
import { shellStyles } from './shell-styles';
import { t as words } from './shell-text';

/**
 * In the top bar of every page of staff but the console: whether one is at work, how many wait, and what is offered. The person is
 * there as long as any page is open. Event: `held` (how many conversations they have, how much is unread, how many tickets were answered).
 */
@customElement('yw-staff-shell')
export class StaffShell extends YiwenElement {
  @property({ attribute: false }) staff?: SignedIn;
  @state() private busy = false;
  private readonly desk = new ShellDesk();
  private tick?: ReturnType<typeof setInterval>;
  private readonly insistence = new Insistence(() => this.mark);

  static styles = [base, buttons, badges, shellStyles];

  constructor() {
    super();
    this.desk.addEventListener('change', () => this.changed());
    this.desk.addEventListener('heard', (event) => this.heard((event as CustomEvent<Heard>).detail));
    this.desk.addEventListener('refused', () => void this.checkSession());
  }

  connectedCallback(): void {
    super.connectedCallback();
    sound.arm();
    this.desk.start();
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    this.desk.stop();
    this.insistence.stop();
    clearInterval(this.tick);
    this.tick = undefined;
    markTitle('');
  }

  private get isAgent(): boolean {
    return Boolean(this.staff && has(this.staff, 'ANSWER'));
  }

  render() {
    return html`<yw-sound-choice class="words"></yw-sound-choice>${this.isAgent ? this.presence() : nothing}${this.queue()}
      <div class="offers" role="region" aria-live="assertive" aria-label=${t('offered')}>
        ${this.desk.offers.map((one) => this.offer(one))}
      </div>`;
  }

  protected willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('staff') && this.staff) sound.of(this.staff.id);
  }

  private presence() {
    const { online, connection, away } = this.desk;
    if (connection === 'waiting' || connection === 'offline') return html`<span class="presence lost" role="status">${words('lost')}</span>`;
    return html`
      <span class="presence ${online ? 'on' : ''}" role="status" title=${online ? words('everyPage') : breakHint(away)}
        ><span class="dot"></span><span class="words">${online ? t('online') : t('onBreak')}</span></span
      >
      ${online ? nothing : html`<button class="button small come-back" ?disabled=${connection !== 'open'} title=${breakHint(away)} @click=${this.comeBack}>${t('goOnline')}</button>`}
    `;
  }

  private queue() {
    const { waiting } = this.desk;
    if (!waiting || !this.staff || !has(this.staff, 'ANSWER', 'SUPERVISE')) return nothing;
    const urgent = waiting.some((one) => one.reason.code === 'URGENT');
    const tone = urgent ? 'urgent' : waiting.length ? 'warn' : '';
    return html`<a class="queue badge ${tone}" href=${this.isAgent ? '/agent' : '/supervise'} title=${urgent ? words('urgent') : words('queueHint')}
      >${t('queue')} ${waiting.length}</a
    >`;
  }

  private offer(offer: Offer) {
    const left = Math.max(0, Math.ceil((offer.endsAt - Date.now()) / 1000));
    const tone = reasonTone(offer.reason.code);
    const name = reasonName(offer.reason.code);
    return html`<div class="offer ${tone}">
      <div class="row">
        <strong class="ellipsis">${t('offered')}：${nameOf(offer)}</strong>
        ${name ? html`<span class="badge ${tone}">${name}</span>` : nothing}
        <span class="spread"></span><span class="hint" aria-hidden="true">${t('secondsLeft', { n: left })}</span>
      </div>
      <div class="why" title=${reasonWords(offer.reason)}>${reasonWords(offer.reason)}</div>
      <div class="row">
        <button class="button primary" ?disabled=${this.busy} @click=${() => void this.accept(offer)}>${t('accept')}</button>
        <a class="button" href="/agent?conversation=${offer.conversationId}">${words('look')}</a>
        <button class="button" @click=${() => this.desk.decline(offer.conversationId)}>${t('decline')}</button>
      </div>
    </div>`;
  }

  private comeBack(): void {
    this.desk.setOnline(true);
    announce(t('nowOnline'));
  }

  /** The console is where it is answered. */
  private async accept(offer: Offer): Promise<void> {
    this.busy = true;
    try {
      await api('POST', `/conversations/${offer.conversationId}/pick`);
      location.assign(`/agent?conversation=${offer.conversationId}`);
    } catch (failure) {
      toast(refusal(failure), { kind: 'problem' });
    } finally {
      this.busy = false;
    }
  }

  private changed(): void {
    const { offers, unread, mine, answered } = this.desk;
    markTitle(this.mark);
    this.insistence.keepUp(offers.length > 0);
    this.tell('held', { conversations: mine?.length ?? 0, unread, answered: answered ?? 0 });
    if (offers.length && this.tick === undefined) this.tick = setInterval(() => this.requestUpdate(), 500);
    if (!offers.length) {
      clearInterval(this.tick);
      this.tick = undefined;
    }
    this.requestUpdate();
  }

  private get mark(): string {
    const { offers, unread } = this.desk;
    return offers.length ? `【${t('offerTitle')}】` : unread ? `(${unread}) ` : '';
  }

  private heard({ ring, name }: Heard): void {
    if (ring === 'ticket') toast(words('ticketAnswered'));
    if (!keep.ringsFirst(ring)) return;
    sound.chime(ring);
    notify(ring, name ?? '');
  }

  private async checkSession(): Promise<void> {
    try {
      await api('GET', '/session');
    } catch (failure) {
      if (failure instanceof ApiError && failure.status === 401) toLogin();
    }
  }
}
