import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { brandOf, type Brand } from '../common/brand';
import { wear } from '../common/brand-look';
import { DropZone, dropStyles, dropZone } from '../common/drop-zone';
import { words } from '../common/api';
import { YiwenElement } from '../common/element';
import { fileStyles } from '../common/file-parts';
import type { Attachment, Message } from '../common/frames';
import { icons } from '../common/icons';
import { t } from '../common/i18n/chat';
import { t as files } from '../common/i18n/files';
import { known, language, preferLanguage, setLanguage } from '../common/i18n/language';
import { pictureViewer } from '../common/pictures';
import { badges, base, buttons, prose } from '../common/styles';
import { cards } from '../common/tables';
import { followViewport } from '../common/viewport';
import type { Recorded } from '../common/voice/recording';
import { about } from './about';
import { banner, standing } from './banner';
import { ChatClient } from './client';
import './composer';
import type { Composer } from './composer';
import { copyWithLabels } from './copying';
import { chatHead } from './head';
import { historyPart, historyStyles } from './history-part';
import './leave-message';
import type { Actions } from './actions';
import { conversation } from './messages';
import './satisfaction';
import './ticket-panel';
import type { Rating } from './satisfaction';
import { ScrollKeeper } from './scroll';
import { ticketLinkStyles } from './ticket-link';
import { t as ticketText } from './ticket-text';
import { answers } from './answer-styles';
import { bubbles } from './bubble-styles';
import { frame } from './frame-styles';
import { welcome } from './welcome-styles';
import { UnreadCounter } from './unread';
import { waiting } from './waiting';

/**
 * The customer's chat, for any page: `<yiwen-chat endpoint="https://kf.example" token="…"></yiwen-chat>`.
 *
 * Fires `yiwen-unread` (detail: how many messages arrived unseen) and `yiwen-close` (its close button, shown with
 * the attribute `closable`). `yiwen-token-needed` asks the host for a new `token` when the one that it gave has ended; the
 * chat goes on where it was as soon as the attribute has it. `page` makes it fill the window, `away` says that the host has hidden it.
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
  /** The host has its customers' consent to tell agents the page and the kind of device. */
  @property({ type: Boolean, attribute: 'tells-page' }) tellsPage = false;

  /** Shows what this brand would look like, with some messages, in place of a conversation. */
  @property({ attribute: false }) rehearsal?: { brand: Brand; messages: Message[] };

  @state() private settings = false;
  @state() private languages = 2;
  /** Asked once whether it shall end. */
  @state() private ending = false;
  /** Whether the customer writes a message to leave. */
  @state() private leaves = false;
  @state() private viewing?: Attachment;
  /** Which of the customer's tickets is shown; 0 is their list. */
  @state() private ticket?: number;
  /** Whether the customer proves a telephone number. */
  @state() private proving = false;
  /** The message after which the customer chose the assistant before the ticket. */
  @state() private notForTicket = 0;
  @query('.log') private log!: HTMLElement;
  @query('yw-composer') private composer?: Composer;

  private languageGiven = false;
  private readonly dropped = new DropZone(this, (files) => this.composer?.stage(files));
  private client!: ChatClient;
  private unread!: UnreadCounter;
  private keeper?: ScrollKeeper;
  private drawn = { lastSeq: 0, written: 0, typing: false, conversation: '' };
  private forgetViewport?: () => void;
  private readonly outside = (event: Event) => {
    const inMenu = event.composedPath().some((one) => one instanceof Element && one.matches('.settings, .menu'));
    if (!inMenu) this.settings = false;
  };

  static styles = [base, buttons, badges, prose, cards, frame, bubbles, answers, welcome, fileStyles, dropStyles, ticketLinkStyles, historyStyles];

  connectedCallback(): void {
    super.connectedCallback();
    const given = known(this.getAttribute('lang'));
    if (given) setLanguage(given, false);
    this.languageGiven ||= !!given;
    this.print ||= stored('print');
    this.theme ||= stored('theme');
    this.client = ChatClient.of(this.endpoint.replace(/\/$/, ''), this.token, () => this.requestUpdate(), () =>
      this.tell('yiwen-token-needed'), () => (this.tellsPage ? about() : {}),
    );
    this.unread = new UnreadCounter(
      () => this.away,
      (count) => this.tell('yiwen-unread', count),
      (seq) => this.client.saw(seq),
      () => this.keeper?.lastInSight(),
    );
    if (this.rehearsal) this.rehearse();
    else void this.dress();
    if (!this.rehearsal && (!this.away || this.client.returning())) this.client.start();
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
    this.log.addEventListener('scroll', () => this.unread.check(), { passive: true });
    this.renderRoot.addEventListener('copy', (event) =>
      copyWithLabels(event as ClipboardEvent, this.renderRoot as ShadowRoot, (label) => t('copyLabel', { label })),
    );
  }

  protected willUpdate(changed: PropertyValues<this>): void {
    this.keeper?.beforeGrowth();
    this.lang = language();
    if (this.client?.owner.kind !== 'queue') this.leaves = false;
    if (changed.has('page')) {
      this.forgetViewport?.();
      this.forgetViewport = this.page ? followViewport(this) : undefined;
    }
    if (changed.has('rehearsal') && this.hasUpdated) this.rehearse();
    if (changed.has('token') && this.hasUpdated && this.token) this.client.renew(this.token);
    if (changed.has('away') && !this.away && this.client && !this.rehearsal) {
      this.client.start();
      this.unread.check();
    }
  }

  protected updated(changed: PropertyValues<this>): void {
    const { client, drawn } = this;
    this.keeper?.grownAbove(client.history.earlier);
    const lastSeq = client.lastSeq();
    if (client.conversationId !== drawn.conversation) {
      drawn.lastSeq = 0;
      // What was below the last conversation is not below this one.
      if (drawn.conversation) this.keeper?.toEnd();
    }
    const count = lastSeq - drawn.lastSeq;
    const mine = client.sending.written > drawn.written;
    const typing = !!client.otherSide.typing && !drawn.typing;
    this.drawn = { lastSeq, written: client.sending.written, typing: !!client.otherSide.typing, conversation: client.conversationId };
    if (count > 0 || mine || (typing && !this.keeper?.away)) {
      const newest = count === 1 && !mine ? [...this.log.querySelectorAll<HTMLElement>(`[data-seq='${lastSeq}']`)].at(-1) : null;
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
      ${chatHead(client, {
        settings: this.settings,
        closable: this.closable,
        large: this.print === 'large',
        languages: this.languages,
        dark: () => getComputedStyle(this).colorScheme === 'dark',
        toggleSettings: () => {
          this.settings = !this.settings;
          this.ending = false;
          if (this.settings && !this.rehearsal) void client.phone.look();
        },
        choose: (what, value) => this.choose(what, value),
        close: () => this.tell('yiwen-close'),
        escape: this.escape,
        ending: this.ending,
        end: () => this.end(),
        tickets: () => this.showTicket(0),
        phone: () => this.proves(),
      })}
      ${standing(client)}${banner(client)}
      <div
        class="log"
        role="log"
        tabindex="0"
        aria-label=${t('chat')}
        aria-live="polite"
        aria-busy=${!client.caughtUp}
      >
        <div class="column">
          ${historyPart(client, this.actions, (button) => void this.earlier(button))} ${conversation(client, this.actions)}
        </div>
      </div>
      <div class="below">${this.pill()}</div>
      ${client.owner.kind === 'queue' ? waiting(client, this.leaves, () => (this.leaves = true)) : nothing}
      ${this.leaves ? this.leaveMessage() : closed
        ? html`<div class="closed">
            <div class="column">
              ${client.asksHowItWas
                ? html`<yw-satisfaction
                    conversation=${client.conversationId}
                    @rate=${({ detail }: CustomEvent<Rating>) => client.rate(detail.score, detail.comment)}
                  ></yw-satisfaction>`
                : nothing}
              <span class="hint">${t('closedHint')}</span>
              <button class="button primary touch" @click=${() => client.startAgain()}>${t('again')}</button>
            </div>
          </div>`
        : html`${this.toTicket()}<yw-composer
            placeholder=${client.owner.kind === 'agent' ? t('writeAgent') : t('write')}
            ?files=${client.takes('picture')}
            ?voices=${client.takes('voice')}
            @attach=${(event: CustomEvent<File[]>) => client.uploads.add(event.detail)}
            @voice=${({ detail }: CustomEvent<Recorded>) => client.uploads.add([detail.file], detail.seconds)}
            @no-person=${() => client.trouble.say(files('noPerson'))}
            @send-text=${(event: CustomEvent<string>) => void this.send(event.detail)}
            @writing=${() => client.writing()}
          ></yw-composer>`}
      ${this.composer ? dropZone(this.dropped, files(this.composer.files ? 'dropHere' : 'noPerson')) : nothing}
      ${this.viewer()}
      ${this.ticket === undefined ? nothing : this.ownTickets(this.ticket)}
      ${this.proving ? html`<yw-phone-proof .proof=${client.phone} @closed=${() => (this.proving = false)}></yw-phone-proof>` : nothing}
    `;
  }

  /** Asks in the customer's name, as if it had been typed. */
  ask(text: string): void {
    this.client.start();
    this.client.sending.add(text);
  }

  /** In the operator's colours; whoever cannot learn them goes without. */
  private async dress(): Promise<void> {
    try {
      const origin = this.endpoint.replace(/\/$/, '');
      const brand = await brandOf(origin);
      if (!this.languageGiven) preferLanguage(brand.languages);
      this.languages = brand.languages.length;
      this.client.wear(brand, origin);
      wear(this.renderRoot as ShadowRoot, brand);
    } catch {
      // As it is without a brand.
    }
  }

  private rehearse(): void {
    const { brand, messages } = this.rehearsal!;
    this.languages = brand.languages.length;
    this.client.rehearse(brand, messages);
    void this.updateComplete.then(() => wear(this.renderRoot as ShadowRoot, brand));
  }

  /** The ticket that was talked about last, while no person has the conversation: who is asked there wants to be answered there. */
  private get answering(): { number: number; seq: number } | undefined {
    const last = this.client.messages.filter((one) => one.author.kind !== 'system').at(-1);
    const number = last?.body.kind === 'text' ? last.body.ticket : undefined;
    return number && last!.seq !== this.notForTicket && this.client.owner.kind === 'bot' ? { number, seq: last!.seq } : undefined;
  }

  private toTicket() {
    const answering = this.answering;
    return answering
      ? html`<div class="answering" role="status">
          <div class="column">
            <span>${ticketText('answering', { n: answering.number })}</span>
            <button class="ticket-link" @click=${() => (this.notForTicket = answering.seq)}>${ticketText('toAssistant')}</button>
          </div>
        </div>`
      : nothing;
  }

  private async send(text: string): Promise<void> {
    const answering = this.answering;
    if (!answering) return this.client.sending.add(text);
    try {
      await this.client.tickets.answer(answering.number, text);
    } catch (failure) {
      this.client.trouble.say(words(failure));
      this.composer?.restore(text);
    }
  }

  private readonly actions: Actions = {
    ask: (text) => this.client.sending.add(text),
    resend: (pending) => this.client.resend(pending),
    discard: (pending) => this.client.sending.discard(pending),
    redraw: () => this.requestUpdate(),
    view: (picture) => (this.viewing = picture),
    ticket: (number) => this.showTicket(number),
  };

  private pill() {
    if (!this.keeper?.away || this.leaves) return nothing;
    const { unseen } = this.keeper;
    return html`<button class="button" @click=${() => this.keeper?.toEnd(true)}>
      ${icons.arrowDown}${unseen > 0 ? t('newBelow', { n: unseen }) : t('toBottom')}
    </button>`;
  }

  /** Whoever pressed the last time finds the log in its place. */
  private async earlier(button: HTMLElement): Promise<void> {
    await this.client.history.more();
    await this.updateComplete;
    if (!button.isConnected) this.log.focus({ preventScroll: true });
  }

  private showTicket(number: number): void {
    this.ticket = number;
    this.settings = false;
  }

  private proves(): void {
    this.proving = true;
    this.settings = false;
  }

  private ownTickets(number: number) {
    const { tickets } = this.client;
    return html`<yw-own-tickets
      .tickets=${tickets}
      .all=${tickets.all}
      problem=${tickets.problem}
      number=${number}
      @closed=${() => (this.ticket = undefined)}
    ></yw-own-tickets>`;
  }

  /** Of all pictures of the conversation in which one was opened. */
  private viewer() {
    const { client, viewing } = this;
    const { messages, files } = (viewing && client.history.with(viewing)) || client;
    return pictureViewer(messages, viewing, (picture) => files.whole(picture), () => (this.viewing = undefined));
  }

  private leaveMessage() {
    const { leaving, connection } = this.client;
    return html`<yw-leave-message
      .leaving=${leaving}
      .promises=${this.client.promises}
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

  private end(): void {
    if (this.ending) {
      this.client.end();
      this.settings = false;
    }
    this.ending = !this.ending;
  }

  private choose(what: 'print' | 'theme', value: string): void {
    this[what] = value;
    this.settings = false;
    try {
      localStorage.setItem(`yiwen.chat.${what}`, value);
    } catch {
      // Lasts as long as the page.
    }
  }

  private readonly escape = (event: KeyboardEvent) => {
    if (event.key === 'Escape') this.settings = false;
  };
}

function stored(what: 'print' | 'theme'): string {
  try {
    return localStorage.getItem(`yiwen.chat.${what}`) ?? (what === 'theme' ? 'auto' : '');
  } catch {
    return '';
  }
}
