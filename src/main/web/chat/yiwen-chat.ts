import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { YiwenElement } from '../common/element';
import { fileStyles } from '../common/file-parts';
import { icons } from '../common/icons';
import { t } from '../common/i18n/chat';
import { t as words } from '../common/i18n/common';
import { known, language, setLanguage } from '../common/i18n/language';
import { badges, base, buttons, prose } from '../common/styles';
import { groupTime, waitRange } from '../common/time';
import { ChatClient } from './client';
import './composer';
import type { Composer } from './composer';
import { copyWithLabels } from './copying';
import './leave-message';
import { conversation, type Actions } from './messages';
import { t as parting } from './parting-text';
import './satisfaction';
import type { Rating } from './satisfaction';
import { ScrollKeeper } from './scroll';
import { answers } from './answer-styles';
import { bubbles } from './bubble-styles';
import { frame } from './frame-styles';
import { welcome } from './welcome-styles';
import { UnreadCounter } from './unread';
import { followViewport } from './viewport';

/** A lost connection is only worth a banner when it lasts. */
const BANNER_AFTER_MS = 1500;

/**
 * The customer's chat, for any page: `<yiwen-chat endpoint="https://kf.example" token="…"></yiwen-chat>`.
 *
 * Fires `yiwen-unread` (detail: how many messages arrived unseen) and `yiwen-close` (its close button, shown with
 * the attribute `closable`). `page` makes it fill the window, `away` says that the host has hidden it.
 */
@customElement('yiwen-chat')
export class YiwenChat extends YiwenElement {
  /** A JWT that the host signed for its customer; without it the visitor is anonymous. */
  @property() token = '';
  /** Origin of the service; the page's own by default. */
  @property() endpoint = '';
  @property({ reflect: true }) theme = '';
  @property({ reflect: true }) print = '';
  @property({ type: Boolean, reflect: true }) page = false;
  @property({ type: Boolean }) closable = false;
  @property({ type: Boolean }) away = false;

  @state() private settings = false;
  /** Whether the customer writes a message to leave. */
  @state() private leaves = false;
  @query('.log') private log!: HTMLElement;
  @query('yw-composer') private composer?: Composer;

  private client!: ChatClient;
  private unread!: UnreadCounter;
  private keeper?: ScrollKeeper;
  private drawn = { lastSeq: 0, written: 0, typing: false, conversation: '' };
  private forgetViewport?: () => void;
  private readonly outside = (event: Event) => {
    const inMenu = event.composedPath().some((one) => one instanceof Element && one.matches('.settings, .menu'));
    if (!inMenu) this.settings = false;
  };

  static styles = [base, buttons, badges, prose, frame, bubbles, answers, welcome, fileStyles];

  connectedCallback(): void {
    super.connectedCallback();
    const given = known(this.getAttribute('lang'));
    if (given) setLanguage(given, false);
    this.print ||= stored('print');
    this.theme ||= stored('theme');
    this.client = new ChatClient(this.endpoint.replace(/\/$/, ''), this.token, () => this.requestUpdate());
    this.unread = new UnreadCounter(
      () => this.away,
      (count) => this.tell('yiwen-unread', count),
      (seq) => this.client.saw(seq),
    );
    if (!this.away || this.client.returning()) this.client.start();
    document.addEventListener('click', this.outside);
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    this.client.stop();
    this.unread.stop();
    this.keeper?.stop();
    this.forgetViewport?.();
    document.removeEventListener('click', this.outside);
  }

  protected firstUpdated(): void {
    this.keeper = new ScrollKeeper(this.log, () => this.requestUpdate());
    this.renderRoot.addEventListener('copy', (event) =>
      copyWithLabels(event as ClipboardEvent, this.renderRoot as ShadowRoot, (label) => t('copyLabel', { label })),
    );
  }

  protected willUpdate(changed: PropertyValues<this>): void {
    if (this.client?.owner.kind !== 'queue') this.leaves = false;
    if (changed.has('page')) {
      this.forgetViewport?.();
      this.forgetViewport = this.page ? followViewport(this) : undefined;
    }
    if (changed.has('away') && !this.away && this.client) {
      this.client.start();
      this.unread.check();
    }
  }

  protected updated(changed: PropertyValues<this>): void {
    const { client, drawn } = this;
    const lastSeq = client.lastSeq();
    if (client.conversationId !== drawn.conversation) drawn.lastSeq = 0;
    const count = lastSeq - drawn.lastSeq;
    const mine = client.sending.written > drawn.written;
    const typing = !!client.otherSide.typing && !drawn.typing;
    this.drawn = { lastSeq, written: client.sending.written, typing: !!client.otherSide.typing, conversation: client.conversationId };
    if (count > 0 || mine || (typing && !this.keeper?.away)) {
      const newest = count === 1 && !mine ? this.log.querySelector<HTMLElement>(`[data-seq='${lastSeq}']`) : null;
      this.keeper?.arrived(count, mine, newest);
    }
    if (changed.has('away') && !this.away) {
      this.keeper?.toEnd();
      if (matchMedia('(hover: hover)').matches) this.composer?.focus();
    }
    if (client.caughtUp) this.unread.seen(client.conversationId, client.messages);
  }

  render() {
    const { client } = this;
    const closed = client.owner.kind === 'nobody';
    return html`
      ${this.header()} ${this.banner()}
      <div
        class="log"
        role="log"
        tabindex="0"
        aria-label=${t('chat')}
        aria-live="polite"
        aria-busy=${!client.caughtUp}
      >
        <div class="column">${conversation(client, this.actions)}</div>
      </div>
      <div class="below">${this.pill()}</div>
      ${client.owner.kind === 'queue' ? this.queue() : nothing}
      ${this.leaves ? this.leaveMessage() : closed
        ? html`<div class="closed">
            <div class="column">
              <yw-satisfaction
                conversation=${client.conversationId}
                @rate=${({ detail }: CustomEvent<Rating>) => client.rate(detail.score, detail.comment)}
              ></yw-satisfaction>
              <span class="hint">${t('closedHint')}</span>
              <button class="button primary touch" @click=${() => client.startAgain()}>${t('again')}</button>
            </div>
          </div>`
        : html`<yw-composer
            placeholder=${client.owner.kind === 'agent' ? t('writeAgent') : t('write')}
            ?files=${client.owner.kind === 'agent' || client.owner.kind === 'queue'}
            @attach=${(event: CustomEvent<File[]>) => client.uploads.add(event.detail)}
            @send-text=${(event: CustomEvent<string>) => client.sending.add(event.detail)}
            @writing=${() => client.writing()}
          ></yw-composer>`}
    `;
  }

  /** Asks in the customer's name, as if it had been typed. */
  ask(text: string): void {
    this.client.start();
    this.client.sending.add(text);
  }

  private readonly actions: Actions = {
    ask: (text) => this.client.sending.add(text),
    resend: (pending) => this.client.resend(pending),
    discard: (pending) => this.client.sending.discard(pending),
    redraw: () => this.requestUpdate(),
  };

  private header() {
    const { owner, assistant } = this.client;
    const bot = owner.kind === 'bot';
    let title = assistant.name || t('chat');
    let sub = assistant.name ? t('botSub') : t('connecting');
    switch (owner.kind) {
      case 'bot':
        break;
      case 'queue':
        [title, sub] = [t('queueTitle'), t('queueSub')];
        break;
      case 'agent':
        [title, sub] = [owner.name || t('agentNoName'), t('agentSub')];
        break;
      case 'nobody':
        [title, sub] = [t('chat'), t('closedTitle')];
        break;
    }
    return html`
      <header>
        <div class="head column">
          <div class="title" aria-live="polite">
            <h1>
              <span class="ellipsis">${title}</span>
              ${bot && assistant.label ? html`<span class="badge accent">${assistant.label}</span>` : nothing}
            </h1>
            <p class="ellipsis">${sub}</p>
          </div>
          ${bot
            ? html`<button class="button" title=${t('humanHint')} @click=${() => this.client.human()}>
                ${icons.headset}${t('human')}
              </button>`
            : nothing}
          <button
            class="button quiet menu"
            aria-expanded=${this.settings}
            aria-haspopup="true"
            @click=${() => (this.settings = !this.settings)}
            @keydown=${this.escape}
          >
            ${t('menu')}
          </button>
          ${this.closable
            ? html`<button class="button quiet" @click=${() => this.tell('yiwen-close')}>
                ${icons.close}<span class="hidden-visually">${words('close')}</span>
              </button>`
            : nothing}
        </div>
        ${this.settings ? this.menu() : nothing}
      </header>
    `;
  }

  private menu() {
    const large = this.print === 'large';
    const dark = getComputedStyle(this).colorScheme === 'dark';
    return html`
      <div class="settings" @keydown=${this.escape}>
        <button class="button quiet" @click=${() => this.choose('print', large ? 'standard' : 'large')}>
          ${icons.text}${large ? words('standardPrint') : words('largePrint')}
        </button>
        <button class="button quiet" @click=${() => this.choose('theme', dark ? 'light' : 'dark')}>
          ${icons.moon}${dark ? t('light') : t('dark')}
        </button>
        <button class="button quiet" @click=${() => setLanguage(language() === 'en' ? 'zh-CN' : 'en')}>
          ${icons.language}${words('otherLanguage')}
        </button>
      </div>
    `;
  }

  private banner() {
    const { client } = this;
    if (client.tokenRefused) return html`<div class="banner urgent" role="alert"><div class="column">${t('tokenExpired')}</div></div>`;
    if (client.lostSince && Date.now() - client.lostSince > BANNER_AFTER_MS) {
      return html`
        <div class="banner" role="status">
          <div class="column">
            <span>${client.connection === 'offline' ? words('offline') : words('connectionLost')}</span>
            <button class="button small" @click=${() => client.reconnect()}>${words('retryNow')}</button>
          </div>
        </div>
      `;
    }
    if (!client.trouble.words) return nothing;
    return html`
      <div class="banner urgent" role="alert">
        <div class="column">
          <span>${client.trouble.words}</span>
          <button class="button small" @click=${() => client.trouble.dismiss()}>${words('close')}</button>
        </div>
      </div>
    `;
  }

  private pill() {
    if (!this.keeper?.away || this.leaves) return nothing;
    const { unseen } = this.keeper;
    return html`<button class="button" @click=${() => this.keeper?.toEnd(true)}>
      ${icons.arrowDown}${unseen > 0 ? t('newBelow', { n: unseen }) : t('toBottom')}
    </button>`;
  }

  private place() {
    const { queue } = this.client;
    if (!queue) return html`<strong>${t('queueTitle')}</strong>`;
    if (queue.opensAt) return t('queueOpens', { when: groupTime(new Date(queue.opensAt)) });
    if (!queue.anyoneOnline) return t('queueNobody');
    return html`<strong>${queue.position <= 1 ? t('queueNext') : t('queuePosition', { n: queue.position - 1 })}</strong>
      · ${t('queueWait', { wait: waitRange(queue.lowSeconds, queue.highSeconds) })}`;
  }

  private queue() {
    return html`
      <section class="queue" aria-live="polite">
        <div class="column">
          <div>
            ${this.place()}
            ${this.leaves ? nothing : html`<div class="hint">${t('queueKeep')}</div>
                <div class="hint">${parting('leaveMessageHint')}</div>`}
          </div>
          ${this.leaves ? nothing : this.insteadOfWaiting()}
        </div>
      </section>
    `;
  }

  private insteadOfWaiting() {
    const { queue } = this.client;
    return html`<div class="row">
      <button class="button" aria-expanded="false" @click=${() => (this.leaves = true)}>${parting('leaveMessage')}</button>
      ${queue
        ? html`<button class="button" aria-pressed=${queue.botHelps} @click=${() => this.client.letBotHelp(!queue.botHelps)}>
            ${t(queue.botHelps ? 'botRests' : 'botHelps')}
          </button>`
        : nothing}
      <button class="button" @click=${() => this.client.backToBot()}>${t('backToBot')}</button>
    </div>`;
  }

  private leaveMessage() {
    const { leaving, connection } = this.client;
    return html`<yw-leave-message
      .leaving=${leaving}
      ?sending=${leaving.sending}
      ?offline=${connection !== 'open'}
      problem=${leaving.problem}
      @keep-waiting=${this.keepWaiting}
    ></yw-leave-message>`;
  }

  private readonly keepWaiting = async () => {
    this.leaves = false;
    await this.updateComplete;
    this.composer?.focus();
  };

  private choose(what: 'print' | 'theme', value: string): void {
    this[what] = value;
    this.settings = false;
    try {
      localStorage.setItem(`yiwen.chat.${what}`, value);
    } catch {
      // Lasts as long as the page.
    }
  }

  private escape(event: KeyboardEvent): void {
    if (event.key === 'Escape') this.settings = false;
  }
}

function stored(what: 'print' | 'theme'): string {
  try {
    return localStorage.getItem(`yiwen.chat.${what}`) ?? (what === 'theme' ? 'auto' : '');
  } catch {
    return '';
  }
}
