import { html, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import '../assist/panel';
import type { Assist } from '../assist/panel';
import { api, ApiError, words } from '../common/api';
import { YiwenElement } from '../common/element';
import { t as common } from '../common/i18n/common';
import { icons } from '../common/icons';
import { announce } from '../common/live';
import { has, requireStaff, toLogin, type SignedIn } from '../common/session';
import '../common/states';
import { badges, base, buttons } from '../common/styles';
import { toast } from '../common/toast';
import '../common/top-bar';
import './attention';
import './context';
import type { ConversationView } from './conversation';
import './conversation';
import { Desk, type Ring } from './desk';
import type { Closing, ClosingDialog, Shortcuts } from './dialogs';
import './dialogs';
import './inbox';
import { keep } from './keep';
import { wishOf, type Wish } from './keys';
import { layout } from './layout';
import { refusal } from './refusals';
import { chime } from './sound';
import { nameOf, t } from './text';
import { transcript } from './transcript';

type Pane = 'inbox' | 'thread' | 'context' | 'assist';

const UNDO_MS = 8000;

/** The agents' console: what is on the desk in three panes, and what its agent does. */
@customElement('yiwen-agent')
export class AgentConsole extends YiwenElement {
  @state() private signedIn?: SignedIn;
  @state() private failure = '';
  @state() private pane: Pane = 'inbox';
  /** The conversation that is being taken, or 'next'. */
  @state() private taking = '';
  @state() private closing = false;
  @state() private sound = keep.sound();
  @query('yw-conversation') private view?: ConversationView;
  @query('yiwen-assist') private assist?: Assist;
  @query('yw-closing') private closingDialog!: ClosingDialog;
  @query('yw-shortcuts') private shortcuts!: Shortcuts;
  private readonly desk = new Desk();
  /** Conversations that go back to the bot unless it is taken back. */
  private readonly leaving = new Map<string, number>();

  static styles = [base, buttons, badges, layout];

  private readonly key = (event: KeyboardEvent) => {
    const wish = wishOf(event);
    if (wish && this.grant(wish)) event.preventDefault();
  };
  private readonly visible = () => {
    if (this.desk.selected) this.desk.markRead(this.desk.selected);
    this.requestUpdate();
  };
  private readonly away = () => this.leaving.forEach((_, id) => this.backToBotNow(id, true));

  connectedCallback(): void {
    super.connectedCallback();
    this.desk.addEventListener('change', () => this.requestUpdate());
    this.desk.addEventListener('selected', () => this.desk.selected && (this.pane = 'thread'));
    this.desk.addEventListener('ring', (e) => this.sound && chime((e as CustomEvent<Ring>).detail));
    this.desk.addEventListener('trouble', (e) => toast((e as CustomEvent<string>).detail, { kind: 'problem' }));
    this.desk.addEventListener('refused', () => void this.checkSession());
    document.addEventListener('keydown', this.key);
    document.addEventListener('visibilitychange', this.visible);
    addEventListener('pagehide', this.away);
    void this.start();
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('keydown', this.key);
    document.removeEventListener('visibilitychange', this.visible);
    removeEventListener('pagehide', this.away);
    this.desk.stop();
  }

  updated(): void {
    const wanted = this.desk.offers.length + this.desk.ringing.length;
    const unread = (this.desk.mine ?? []).reduce((sum, m) => sum + this.desk.unread(m), 0);
    const mark = wanted ? `【${t('offerTitle')}】` : unread ? `(${unread}) ` : '';
    document.title = mark + t('pageTitle');
  }

  render() {
    if (this.failure) {
      return html`<div class="center">
        <yw-empty heading=${this.failure}><button class="button" @click=${this.start}>${common('retry')}</button></yw-empty>
      </div>`;
    }
    if (this.signedIn && !has(this.signedIn, 'AGENT')) {
      return html`<yw-top-bar .staff=${this.signedIn} current="agent"></yw-top-bar>
        <div class="center"><yw-empty heading=${t('notAllowed')} hint=${t('notAllowedHint')}></yw-empty></div>`;
    }
    return html`
      <yw-top-bar .staff=${this.signedIn} current="agent">${this.presence()}</yw-top-bar>
      ${this.banner()}
      <yw-attention .desk=${this.desk} @pick=${this.onPick}></yw-attention>
      ${this.tabs()}
      <main class="panes">
        <h1 class="hidden-visually">${common('agentConsole')}</h1>
        <yw-inbox
          .desk=${this.desk}
          .busy=${this.taking}
          ?data-shown=${this.pane === 'inbox'}
          aria-label=${t('inbox')}
          @pick=${this.onPick}
          @pick-next=${this.takeNext}
        ></yw-inbox>
        ${this.middle()} ${this.right()}
      </main>
      <yw-closing
        .name=${this.selectedName}
        .call=${this.isCall}
        .busy=${this.closing}
        @close-conversation=${(e: CustomEvent<Closing>) => void this.finish(e.detail)}
      ></yw-closing>
      <yw-shortcuts></yw-shortcuts>
    `;
  }

  // Parts

  private presence() {
    const { online } = this.desk;
    return html`
      <button
        class="button quiet small icon-only"
        aria-pressed=${this.sound}
        title=${this.sound ? t('soundOn') : t('soundOff')}
        @click=${this.toggleSound}
      >
        ${icons.bell}<span class="words">${this.sound ? t('soundOn') : t('soundOff')}</span>
      </button>
      <button class="button quiet small icon-only" title="?" @click=${() => this.shortcuts.toggle()}>
        ${icons.keyboard}<span class="words">${t('shortcuts')}</span>
      </button>
      <span class="presence ${online ? 'on' : ''}" role="status"
        ><span class="dot"></span><span class="words">${online ? t('online') : t('onBreak')}</span></span
      >
      <button class="button small ${online ? '' : 'primary'}" ?disabled=${!this.desk.staff} @click=${this.togglePresence}>
        ${online ? t('goOnBreak') : t('goOnline')}
      </button>
    `;
  }

  private banner() {
    const { connection } = this.desk;
    if (connection !== 'waiting' && connection !== 'offline') return nothing;
    return html`<div class="banner" role="alert">
      ${connection === 'offline' ? common('offline') : common('connectionLost')}
      <button class="button small" @click=${() => this.desk.reconnect()}>${common('retryNow')}</button>
    </div>`;
  }

  private tabs() {
    const unread = (this.desk.mine ?? []).reduce((sum, m) => sum + this.desk.unread(m), 0);
    const tab = (pane: Pane, label: string, count = 0) =>
      html`<button role="tab" aria-selected=${this.pane === pane} @click=${() => (this.pane = pane)}>
        ${label}${count ? html`<span class="count">${count}</span>` : nothing}
      </button>`;
    return html`<nav aria-label=${t('panes')}><div class="tabs" role="tablist">
      ${tab('inbox', t('inbox'), unread)} ${tab('thread', t('thread'))} ${tab('context', t('context'))}
      ${tab('assist', t('assist'))}
    </div></nav>`;
  }

  private middle() {
    const { selected, online } = this.desk;
    const shown = this.pane === 'thread';
    if (!selected) {
      return html`<div class="center" ?data-shown=${shown}>
        ${this.desk.mine && !online
          ? html`<yw-empty heading=${t('threadEmptyBreak')} hint=${t('threadEmptyBreakHint')}>
              <button class="button primary" @click=${this.togglePresence}>${t('goOnline')}</button>
            </yw-empty>`
          : html`<yw-empty heading=${t('threadEmpty')} hint=${t('threadEmptyHint')}></yw-empty>`}
      </div>`;
    }
    return html`<yw-conversation
      ?traced=${Boolean(this.signedIn && has(this.signedIn, 'EDITOR', 'SUPERVISOR'))}
      .desk=${this.desk}
      .conversation=${selected}
      ?data-shown=${shown}
      @send=${() => this.stay(selected)}
      @copy=${this.copy}
      @pick=${this.onPick}
      @back-to-bot=${this.backToBot}
      @finish=${() => this.closingDialog.open()}
    ></yw-conversation>`;
  }

  private right() {
    const selected = this.desk.selected ?? '';
    const shown = this.pane === 'context' || this.pane === 'assist' ? this.pane : nothing;
    return html`<div class="right" data-shown=${shown}>
      <yw-context
        .conversation=${selected}
        .epoch=${selected ? this.desk.thread(selected).epoch : 0}
        .canInsert=${this.canWrite}
        aria-label=${t('context')}
        @jump=${(e: CustomEvent<number>) => this.jump(e.detail)}
        @insert-text=${(e: CustomEvent<string>) => this.insert(e.detail)}
      ></yw-context>
      ${selected && this.desk.isMine(selected)
        ? html`<yiwen-assist
            .conversation=${selected}
            .spoken=${this.isCall}
            aria-label=${t('assist')}
            @yiwen-insert=${(e: CustomEvent<string>) => this.insert(e.detail)}
          ></yiwen-assist>`
        : nothing}
    </div>`;
  }

  // What is selected

  private get isCall(): boolean {
    const { selected } = this.desk;
    return !!selected && (this.desk.describe(selected)?.channel === 'VOICE' || !!this.desk.thread(selected).call);
  }

  private get canWrite(): boolean {
    const { selected } = this.desk;
    return !!selected && this.desk.isMine(selected) && !this.isCall;
  }

  private get selectedName(): string {
    const { selected } = this.desk;
    if (!selected) return '';
    return nameOf(this.desk.describe(selected) ?? { conversationId: selected });
  }

  // What the agent does

  private async start(): Promise<void> {
    this.failure = '';
    try {
      this.signedIn = await requireStaff();
      if (has(this.signedIn, 'AGENT')) this.desk.start();
    } catch (failure) {
      this.failure = words(failure);
    }
  }

  private async checkSession(): Promise<void> {
    try {
      await api('GET', '/session');
    } catch (failure) {
      if (failure instanceof ApiError && failure.status === 401) toLogin();
    }
  }

  private togglePresence(): void {
    this.desk.setOnline(!this.desk.online);
    // It shows at the top; a message at the foot would only cover the reply field.
    announce(this.desk.online ? t('nowOnline') : t('nowOnBreak'));
  }

  private toggleSound(): void {
    this.sound = !this.sound;
    keep.setSound(this.sound);
    if (this.sound) chime('message');
  }

  private onPick(event: CustomEvent<string>): void {
    void this.take(event.detail, `/conversations/${event.detail}/pick`);
  }

  private takeNext(): void {
    void this.take('next', '/handoff/next');
  }

  private async take(busy: string, path: string): Promise<void> {
    if (this.taking) return;
    this.taking = busy;
    try {
      const taken = await api<{ id?: string } | undefined>('POST', path);
      const id = busy === 'next' ? taken?.id : busy;
      if (!id) return void toast(t('queueEmpty'));
      this.desk.select(id);
      await this.updateComplete;
      this.view?.focusComposer();
    } catch (failure) {
      toast(refusal(failure), { kind: 'problem' });
    } finally {
      this.taking = '';
    }
  }

  private insert(text: string): void {
    if (!this.canWrite) return;
    this.pane = 'thread';
    void this.updateComplete.then(() => this.view?.insert(text));
  }

  private jump(seq: number): void {
    this.pane = 'thread';
    void this.updateComplete.then(() => this.view?.jump(seq));
  }

  private async copy(): Promise<void> {
    const messages = this.desk.thread(this.desk.selected ?? '').messages;
    try {
      await navigator.clipboard.writeText(transcript(messages, this.selectedName));
      toast(t('copied', { n: messages.length }));
    } catch {
      toast(t('copyFailed'), { kind: 'problem' });
    }
  }

  private backToBot(): void {
    const id = this.desk.selected;
    if (!id || this.leaving.has(id)) return;
    this.leaving.set(id, window.setTimeout(() => this.backToBotNow(id), UNDO_MS));
    toast(t('backToBotSoon'), { undo: () => this.stay(id) });
  }

  /** Taken back; a reply that is sent meanwhile says the same. */
  private stay(id: string): void {
    clearTimeout(this.leaving.get(id));
    this.leaving.delete(id);
  }

  private backToBotNow(id: string, leavingPage = false): void {
    this.stay(id);
    const path = `/conversations/${id}/back-to-bot`;
    if (leavingPage) return void fetch(`/api/v1${path}`, { method: 'POST', keepalive: true });
    void api('POST', path).then(
      () => this.gone(id, t('backToBotDone')),
      (failure) => toast(refusal(failure), { kind: 'problem' }),
    );
  }

  private async finish(closing: Closing): Promise<void> {
    const id = this.desk.selected;
    if (!id) return;
    this.closing = true;
    try {
      await api('POST', `/conversations/${id}/close`, { body: closing });
      this.closingDialog.close();
      keep.forget(id);
      this.gone(id, t('finished'));
    } catch (failure) {
      toast(refusal(failure), { kind: 'problem' });
    } finally {
      this.closing = false;
    }
  }

  /** On to whoever waits longest for a word; the one that is gone stays in view only when nobody waits. */
  private gone(id: string, message: string): void {
    toast(message);
    if (this.desk.selected !== id) return;
    const rest = (this.desk.mine ?? []).filter((m) => m.conversationId !== id);
    const since = (m: (typeof rest)[number]) => this.desk.waitsSince(m) ?? '9';
    this.desk.select(rest.sort((a, b) => since(a).localeCompare(since(b)))[0]?.conversationId);
    if (!this.desk.selected) this.pane = 'inbox';
  }

  // The keyboard

  private grant(wish: Wish): boolean {
    switch (wish.do) {
      case 'move':
        return this.move(wish.by);
      case 'next':
        this.takeNext();
        return true;
      case 'accept': {
        const offer = this.desk.offers[0];
        if (offer) this.desk.accept(offer.conversationId);
        return offer !== undefined;
      }
      case 'insert':
        return this.assist?.insert(wish.number) ?? false;
      case 'write':
        this.view?.focusComposer();
        return this.view !== null;
      case 'leave':
        (deepestFocus() as HTMLElement | null)?.blur();
        return false;
      case 'help':
        this.shortcuts.toggle();
        return true;
    }
  }

  private move(by: 1 | -1): boolean {
    const mine = this.desk.mine ?? [];
    if (mine.length === 0) return false;
    const now = mine.findIndex((m) => m.conversationId === this.desk.selected);
    const next = now < 0 ? (by > 0 ? 0 : mine.length - 1) : (now + by + mine.length) % mine.length;
    this.desk.select(mine[next]!.conversationId);
    return true;
  }
}

function deepestFocus(): Element | null {
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  return focused;
}
