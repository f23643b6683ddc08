import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { api } from '../common/api';
import { DropZone, dropStyles, dropZone } from '../common/drop-zone';
import { fileStyles, uploadParts } from '../common/file-parts';
import { Uploads } from '../common/files';
import type { Attachment, Message } from '../common/frames';
import { t as files } from '../common/i18n/files';
import { icons } from '../common/icons';
import { announce } from '../common/live';
import '../common/states';
import type { Pending } from '../common/client/outbox';
import { pictureViewer } from '../common/pictures';
import { badges, base, buttons, prose } from '../common/styles';
import { dayName, dayOf } from '../common/time';
import { toast } from '../common/toast';
import { bubble, partialBubble, pendingBubble, type Speakers } from './bubble';
import { bubbles } from './bubble-styles';
import './after-call';
import type { CallNote } from './call-note';
import './call-note';
import type { Composer } from './composer';
import './composer';
import { conversationHead } from './conversation-head';
import { conversation } from './conversation-styles';
import { DeskElement } from './desk-element';
import { noteBubble, notes } from './note';
import { t as context } from './context-text';
import { refusal } from './refusals';
import { nameOf, t as desk } from './text';
import type { Thread } from './thread';
import { t } from './thread-text';
import { t as tools } from './tools-text';
import { t as visitor } from './visitor-text';
import './wechat-line';
import type { Delivered } from './wechat-line';

const NEAR_PX = 80;

function filesOf(conversation: string): string {
  return `/api/v1/conversations/${conversation}/files`;
}

/** The middle pane: one conversation, or a call with its live transcript. Events: `hand-on`, `back-to-bot`, `finish`, `copy`. */
@customElement('yw-conversation')
export class ConversationView extends DeskElement {
  @property() conversation = '';
  /** Whether the reader may see why the bot said something. */
  @property({ type: Boolean }) traced = false;
  @state() private marked = 0;
  @state() private below = 0;
  @state() private viewing?: Attachment;
  /** Of a conversation in WeChat, what became of each message. */
  @state() private delivered = new Map<number, Delivered>();
  @query('.log') private log?: HTMLElement;
  @query('yw-composer') private composer?: Composer;
  @query('yw-call-note') private callNotes?: CallNote;
  private readonly dropped = new DropZone(this, (files) => void this.composer?.stage(files));
  private atEnd = true;
  private readonly uploads = new Map<string, Uploads>();
  private seen = 0;
  private top = 0;
  /** The pane shrinks when the reply field grows or a keyboard comes up; the end stays in view. */
  private readonly resized = new ResizeObserver(() => this.atEnd && this.toEnd());

  static styles = [base, buttons, badges, prose, bubbles, notes, fileStyles, dropStyles, conversation];

  focusComposer(): void {
    this.composer?.focus();
  }

  insert(text: string): boolean {
    this.composer?.insert(text);
    return this.composer !== null && this.composer !== undefined;
  }

  /** Shows message `seq` and marks it for a moment. */
  async jump(seq: number): Promise<void> {
    this.marked = seq;
    await this.updateComplete;
    const target = this.renderRoot.querySelector<HTMLElement>(`#m${seq}`);
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    target?.scrollIntoView({ block: 'center', behavior: calm ? 'auto' : 'smooth' });
    target?.focus({ preventScroll: true });
    setTimeout(() => this.marked === seq && (this.marked = 0), 2500);
  }

  willUpdate(changed: PropertyValues): void {
    if (changed.has('conversation')) {
      this.delivered = new Map();
      this.atEnd = true;
      this.below = 0;
      this.seen = this.desk.thread(this.conversation).lastSeq;
    }
  }

  firstUpdated(): void {
    this.resized.observe(this.log!);
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    this.resized.disconnect();
  }

  updated(changed: PropertyValues): void {
    const thread = this.desk.thread(this.conversation);
    const fresh = thread.messages.filter((m) => m.seq > this.seen);
    this.seen = thread.lastSeq;
    if (this.atEnd || changed.has('conversation')) this.toEnd();
    else if (fresh.length) this.below += fresh.filter((m) => m.author.kind !== 'system').length;
    const words = fresh.filter((m) => m.author.kind === 'customer').at(-1);
    if (words && fresh.length < 3) announce(`${this.name}：${words.body.text}`);
  }

  render() {
    const thread = this.desk.thread(this.conversation);
    const fileUrl = (id: string) => `${filesOf(this.conversation)}/${id}`;
    const me = this.desk.staff?.name ?? t('me');
    const view = (picture: Attachment) => (this.viewing = picture);
    const channels = thread.messages.some((m) => m.via) ? (m: Message) => this.channelOf(m) : undefined;
    const speakers: Speakers = { where: channels, customer: this.name, me, why: this.why, lastSeen: thread.lastSeen, fileUrl, view, delivered: (seq) => this.delivered.get(seq) };
    return html`
      ${conversationHead(this.name, thread, this.isCall, this.desk.isMine(this.conversation), (event) => this.tell(event), this.about?.visitor)}
      <div
        class="log"
        role="log"
        aria-label=${desk('thread')}
        aria-live="off"
        tabindex="0"
        @scroll=${this.scrolled}
      >
        ${thread.loaded
          ? repeat(thread.messages, (m) => m.seq, (m, i) => {
              const before = thread.messages[i - 1];
              const day = new Date(m.at);
              const newDay = before ? dayOf(day) !== dayOf(new Date(before.at)) : dayOf(day) !== dayOf(new Date());
              return html`${newDay ? html`<div class="day">${dayName(day)}</div>` : nothing}
              ${bubble(m, newDay ? undefined : before, speakers, this.marked === m.seq)}
              ${thread.notesAfter(i).map(noteBubble)}`;
            })
          : html`<yw-skeleton lines="6"></yw-skeleton>`}
        ${thread.pending.map((p) =>
          pendingBubble(p, {
            retry: () => this.desk.retry(this.conversation, p.clientMessageId),
            discard: () => this.discard(p),
          }),
        )}
        ${uploadParts(this.uploadsOf(this.conversation))}
        ${thread.partials.map((p) => partialBubble(p, speakers))}
      </div>
      ${this.below
        ? html`<button class="button small latest" @click=${this.toEnd}>${icons.arrowDown}${t('newMessages', { n: this.below })}</button>`
        : nothing}
      <div class="typing" aria-hidden="true">${thread.customerIsTyping ? t('customerTyping') : ''}</div>
      ${this.about?.channel === 'WECHAT' || thread.messages.some((m) => m.via === 'WECHAT')
        ? html`<yw-wechat-line
            .conversation=${this.conversation}
            .seq=${thread.lastSeq}
            @delivered=${(e: CustomEvent<Map<number, Delivered>>) => (this.delivered = e.detail)}
          ></yw-wechat-line>`
        : nothing}
      ${this.foot(thread)} ${this.composer ? dropZone(this.dropped, files('dropHere')) : nothing}
      ${pictureViewer(thread.messages, this.viewing, (picture) => fileUrl(picture.id), () => (this.viewing = undefined))}
    `;
  }

  private get about() {
    return this.desk.describe(this.conversation);
  }

  private get name(): string {
    return nameOf(this.about ?? { conversationId: this.conversation, subject: this.desk.thread(this.conversation).call?.number });
  }

  /** What customers say has its channel; where a reply went is said under it. */
  private channelOf(message: Message): string | undefined {
    if (message.author.kind !== 'customer') return undefined;
    const channel = message.via ?? this.about?.channel ?? 'WEB';
    return channel === 'WECHAT' ? context('wechat') : channel === 'SOCIAL' ? context('social') : context('web');
  }

  private get why(): Speakers['why'] {
    return this.traced ? (seq) => `/why?conversation=${this.conversation}&seq=${seq}` : undefined;
  }

  private get isCall(): boolean {
    return this.about?.channel === 'VOICE' || this.desk.thread(this.conversation).call !== undefined;
  }

  private foot(thread: Thread) {
    const mine = this.desk.isMine(this.conversation);
    if (mine && this.isCall) return this.callNote();
    if (mine) {
      const unanswered = this.desk.isUrgent(this.conversation) && !thread.messages.some((m) => m.author.kind === 'agent');
      return html`${unanswered ? html`<p class="danger" role="alert">${t('answerAtOnce')}</p>` : nothing}<yw-composer
        .conversation=${this.conversation}
        .name=${this.name}
        .agent=${this.desk.staff?.name ?? ''}
        @send=${(e: CustomEvent<string>) => this.reply(e.detail)}
        @attach=${(e: CustomEvent<File[]>) => this.uploadsOf(this.conversation).add(e.detail)}
        @note=${(e: CustomEvent<string>) => void this.note(e.detail)}
        @typing=${() => this.desk.typing(this.conversation)}
      ></yw-composer>`;
    }
    if (this.desk.waits(this.conversation)) {
      return html`<p class="closed">
        ${t('stillWaiting')}
        ${this.desk.answers
          ? html`<button class="button small primary" @click=${() => this.tell('pick', this.conversation)}>${desk('pick')}</button>`
          : nothing}
      </p>`;
    }
    const owner = thread.owner?.kind;
    // The telephone ends a call; how it ended is still to be said by whoever was on it.
    if (thread.call?.state === 'ended' && owner === 'nobody') {
      const now = this.desk.afterCall?.conversationId === this.conversation;
      return html`${now ? this.callNote() : nothing}
        <p class="closed">
          ${t('callClosed')} <button class="button small" @click=${() => this.tell('finish')}>${t('noteCall')}</button>
          ${now ? html`<yw-after-call .desk=${this.desk}></yw-after-call>` : nothing}
        </p>`;
    }
    const last = thread.messages.at(-1)?.body;
    if (owner === 'nobody' && last?.kind === 'notice' && last.code === 'closed-by-customer') {
      return html`<p class="closed">
        ${visitor('ended')} <button class="button small" @click=${() => this.tell('finish')}>${t('noteCall')}</button>
      </p>`;
    }
    const words = owner === 'nobody' ? t('closedNoComposer') : owner === 'bot' ? t('botNoComposer') : t('notMine');
    return this.desk.mine ? html`<p class="closed">${words}</p>` : nothing;
  }

  private callNote() {
    return html`<yw-call-note
      .conversation=${this.conversation}
      @note=${(e: CustomEvent<string>) => void this.note(e.detail)}
    ></yw-call-note>`;
  }

  /** Of each conversation its own: an upload goes on while the agent looks at another one. */
  private uploadsOf(conversation: string): Uploads {
    let uploads = this.uploads.get(conversation);
    if (!uploads) {
      uploads = new Uploads(() => filesOf(conversation), () => Promise.resolve({}), () => this.requestUpdate());
      this.uploads.set(conversation, uploads);
    }
    return uploads;
  }

  pickFiles(): boolean {
    this.composer?.pickFiles();
    return this.composer !== null && this.composer !== undefined;
  }

  toggleNote(): boolean {
    if (this.callNotes) {
      this.callNotes.focus();
      return true;
    }
    this.composer?.toggleNote();
    return this.composer !== null && this.composer !== undefined;
  }

  /** It comes back in a frame, as everybody else's does. */
  private async note(text: string): Promise<void> {
    this.atEnd = true;
    try {
      await api('POST', `/conversations/${this.conversation}/notes`, { body: { text } });
    } catch (failure) {
      // What was written must not be lost.
      (this.composer ?? this.callNotes)?.putBack(text);
      toast(refusal(failure), { kind: 'problem' });
    }
  }

  private discard(pending: Pending): void {
    const { conversation } = this;
    this.desk.discard(conversation, pending.clientMessageId);
    toast(tools('discarded'), { undo: () => this.desk.restore(conversation, pending) });
  }

  private reply(text: string): void {
    this.atEnd = true;
    this.desk.send(this.conversation, text);
  }

  private scrolled(): void {
    const log = this.log!;
    const near = log.scrollHeight - log.scrollTop - log.clientHeight < NEAR_PX;
    // Only a person scrolls upwards; being far from the end can also mean that more has arrived below.
    if (near) this.atEnd = true;
    else if (log.scrollTop < this.top) this.atEnd = false;
    this.top = log.scrollTop;
    if (this.atEnd) this.below = 0;
  }

  private toEnd(): void {
    if (this.log) this.log.scrollTop = this.log.scrollHeight;
    this.atEnd = true;
    this.below = 0;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'yw-conversation': ConversationView;
  }
}
