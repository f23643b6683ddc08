import type { ChatClientFrame, ChatServerFrame, ErrorFrame, Message, Owner } from '../common/frames';
import { words } from '../common/api';
import { t } from '../common/i18n/chat';
import { language } from '../common/i18n/language';
import { Outbox, type Pending } from '../common/outbox';
import { FrameSocket, socketUrl, type Connection } from '../common/socket';
import { CustomerToken, scopeOf } from './token';
import { Ratings } from './ratings';

export interface QueuePlace {
  position: number;
  lowSeconds: number;
  highSeconds: number;
  anyoneOnline: boolean;
}

/** Overdue acknowledgement: the connection is probably dead though nobody said so. */
const ACK_DUE_MS = 8_000;
/** After this the bubble says that it was not sent; it is still sent again with the next connection. */
const GIVE_UP_MS = 20_000;
const TYPING_LASTS_MS = 8_000;
/** A draft that stands still so long was given up; the turn is answered again soon. */
const DRAFT_LASTS_MS = 15_000;
/** The server will refuse the same text again. */
const FINAL = new Set(['invalid', 'too-large', 'forbidden']);

/** One customer's conversation as this page knows it; calls back after each change. */
export class ChatClient {
  connection: Connection = 'closed';
  /** Since when there has been no connection; 0 while there is one. */
  lostSince = 0;
  conversationId = '';
  owner: Owner = { kind: 'bot' };
  assistant = { name: '', label: '' };
  suggestions: string[] = [];
  messages: Message[] = [];
  pending: Pending[] = [];
  queue?: QueuePlace;
  typing?: 'bot' | 'agent';
  /** What the bot has written so far; its message takes the place. */
  draft = '';
  problem = '';
  tokenRefused = false;
  /** False until the history that `welcome` announced is here. */
  caughtUp = false;
  /** How many messages were written in this tab: the log follows those, not another tab's. */
  written = 0;
  ratings = new Ratings('', () => false);

  private readonly token: CustomerToken;
  private readonly socket: FrameSocket<ChatServerFrame, ChatClientFrame>;
  private usedToken = '';
  private outbox?: Outbox;
  private readonly early: string[] = [];
  private epoch = -1;
  private greeted = false;
  private historyEnd = 0;
  private lastTry = new Map<string, number>();
  private ticker?: number;
  private typingTimer?: number;
  private problemTimer?: number;
  private lastTyping = 0;
  private readonly storage = (event: StorageEvent) => this.outbox?.owns(event.key) && this.refreshPending();

  constructor(
    private readonly origin: string,
    token: string,
    private readonly changed: () => void,
  ) {
    this.token = new CustomerToken(origin, token);
    this.socket = new FrameSocket<ChatServerFrame, ChatClientFrame>({
      url: () => this.url(),
      opened: () => this.hello(),
      received: (frame) => this.received(frame),
      changed: (connection) => this.connectionChanged(connection),
      refused: (attempts) => this.refused(attempts),
    });
  }

  get started(): boolean {
    return this.ticker !== undefined;
  }

  returning(): boolean {
    return this.token.known();
  }

  start(): void {
    if (this.started) return;
    addEventListener('storage', this.storage);
    this.ticker = setInterval(() => this.tick(), 1000);
    this.socket.start();
  }

  stop(): void {
    removeEventListener('storage', this.storage);
    clearInterval(this.ticker);
    this.ticker = undefined;
    this.socket.stop();
  }

  send(text: string): void {
    this.written++;
    if (!this.outbox) {
      // Not even a token yet: it is sent with the first connection.
      this.early.push(text);
      return;
    }
    this.attempt(this.outbox.add(text));
    this.refreshPending();
  }

  resend(pending: Pending): void {
    const again: Pending = { ...pending, state: 'sending', why: undefined };
    this.outbox?.put(again);
    this.attempt(again);
    if (this.connection !== 'open') this.socket.now();
    this.refreshPending();
  }

  discard(pending: Pending): void {
    this.outbox?.remove(pending.clientMessageId);
    this.refreshPending();
  }

  human(): void {
    if (!this.socket.send({ type: 'human' })) this.socket.now();
  }

  backToBot(): void {
    this.socket.send({ type: 'back-to-bot' });
  }

  reconnect(): void {
    this.socket.now();
  }

  /** Tells the other side at most every three seconds that something is being written. */
  writing(): void {
    if (this.owner.kind !== 'agent' || Date.now() - this.lastTyping < 3000) return;
    this.lastTyping = Date.now();
    this.socket.send({ type: 'typing' });
  }

  /** A closed conversation stays closed; the next hello opens a new one. */
  startAgain(): void {
    this.forget();
    this.socket.now();
  }

  dismissProblem(): void {
    this.problem = '';
    this.changed();
  }

  lastSeq(): number {
    return this.messages.at(-1)?.seq ?? 0;
  }

  private async url(): Promise<string> {
    try {
      this.usedToken = await this.token.get();
    } catch (failure) {
      this.say(words(failure));
      throw failure;
    }
    if (!this.outbox) {
      this.outbox = new Outbox(scopeOf(this.usedToken));
      for (const text of this.early.splice(0)) this.outbox.add(text);
      this.refreshPending();
    }
    return socketUrl(this.origin, `/ws/v1/chat?token=${encodeURIComponent(this.usedToken)}`);
  }

  /** Asks for what came after our last message; without a conversation yet, for the open one or a new one. */
  private hello(): void {
    this.greeted = false;
    this.socket.send({
      type: 'hello',
      ...(this.conversationId ? { conversationId: this.conversationId } : {}),
      afterSeq: this.lastSeq(),
    });
  }

  private received(frame: ChatServerFrame): void {
    switch (frame.type) {
      case 'welcome':
        return this.welcomed(frame);
      case 'message':
        this.add(frame.message);
        break;
      case 'ack':
        // The bubble moves to its place when its message frame comes; the outbox may let go of it now.
        this.outbox?.remove(frame.clientMessageId);
        this.pending = this.pending.map((one) =>
          one.clientMessageId === frame.clientMessageId ? { ...one, state: 'sending' } : one,
        );
        this.lastTry.delete(frame.clientMessageId);
        this.acknowledged.add(frame.clientMessageId);
        break;
      case 'owner':
        if (frame.epoch < this.epoch) return;
        this.epoch = frame.epoch;
        this.setOwner(frame.owner);
        break;
      case 'queue':
        this.queue = frame;
        break;
      case 'typing':
        if (frame.author.kind === 'bot' || frame.author.kind === 'agent') this.setTyping(frame.author.kind);
        break;
      case 'draft':
        this.setDraft(frame.inReplyTo, frame.text);
        break;
      case 'error':
        this.refusal(frame);
        break;
    }
    this.changed();
  }

  private readonly acknowledged = new Set<string>();

  private welcomed(frame: Extract<ChatServerFrame, { type: 'welcome' }>): void {
    const { conversation } = frame;
    // What was written after the closing opened a new conversation, which begins at its first message.
    if (this.conversationId && conversation.id !== this.conversationId) this.forget();
    this.greeted = true;
    if (this.conversationId !== conversation.id) {
      this.conversationId = conversation.id;
      this.ratings = new Ratings(conversation.id, (seq, helpful) =>
        this.socket.send({ type: 'feedback', seq, helpful }),
      );
    }
    this.epoch = conversation.epoch;
    this.assistant = frame.assistant;
    this.suggestions = frame.suggestions;
    this.historyEnd = conversation.lastSeq;
    this.caughtUp = this.lastSeq() >= this.historyEnd;
    this.tokenRefused = false;
    this.problem = '';
    this.setOwner(conversation.owner);
    this.refreshPending();
    for (const pending of this.pending) if (pending.state !== 'rejected') this.attempt(pending);
    this.changed();
  }

  private add(message: Message): void {
    if (message.clientMessageId) {
      this.outbox?.remove(message.clientMessageId);
      this.acknowledged.delete(message.clientMessageId);
      this.lastTry.delete(message.clientMessageId);
    }
    if (message.seq > this.lastSeq()) this.messages = [...this.messages, message];
    if (message.author.kind === 'bot' || message.author.kind === 'agent') this.setTyping(undefined);
    this.caughtUp ||= this.lastSeq() >= this.historyEnd;
    this.refreshPending(message.clientMessageId);
  }

  private refusal(frame: Extract<ChatServerFrame, { type: 'error' }>): void {
    const pending = frame.clientMessageId ? this.outbox?.get(frame.clientMessageId) : undefined;
    if (!this.greeted && this.conversationId && frame.code === 'not-found') {
      // The service no longer knows the conversation: begin anew.
      this.startAgain();
      return;
    }
    const why = refusalWords(frame);
    if (!pending) return this.say(why);
    this.outbox?.put({ ...pending, state: FINAL.has(frame.code) ? 'rejected' : 'failed', why });
    this.lastTry.delete(pending.clientMessageId);
    this.refreshPending();
  }

  private setOwner(owner: Owner): void {
    this.owner = owner;
    if (owner.kind !== 'queue') this.queue = undefined;
    if (owner.kind === 'nobody' || owner.kind === 'queue') this.setTyping(undefined);
    if (owner.kind !== 'bot') this.draft = '';
  }

  private setTyping(who: 'bot' | 'agent' | undefined): void {
    clearTimeout(this.typingTimer);
    this.typing = who;
    this.draft = '';
    if (who) this.typingTimer = setTimeout(() => (this.setTyping(undefined), this.changed()), TYPING_LASTS_MS);
  }

  /** One that comes after its message, as another instance's may, is too late. */
  private setDraft(inReplyTo: number, text: string): void {
    const answered = this.messages.some((one) => one.seq > inReplyTo && one.author.kind !== 'customer');
    if (answered || this.owner.kind !== 'bot') return;
    // From another instance they may come out of order.
    if (this.draft.length > text.length && this.draft.startsWith(text)) return;
    this.setTyping(undefined);
    this.draft = text;
    this.typingTimer = setTimeout(() => (this.setTyping(undefined), this.changed()), DRAFT_LASTS_MS);
  }

  private say(problem: string): void {
    this.problem = problem;
    clearTimeout(this.problemTimer);
    this.problemTimer = setTimeout(() => this.dismissProblem(), 10_000);
    this.changed();
  }

  private attempt(pending: Pending): void {
    if (this.socket.send({ type: 'send', clientMessageId: pending.clientMessageId, text: pending.text })) {
      this.lastTry.set(pending.clientMessageId, Date.now());
      if (pending.state === 'failed') this.outbox?.put({ ...pending, state: 'sending', why: undefined });
    }
  }

  private tick(): void {
    let suspicious = false;
    for (const pending of this.outbox?.all() ?? []) {
      if (pending.state !== 'sending') continue;
      const tried = this.lastTry.get(pending.clientMessageId);
      if (tried && Date.now() - tried > ACK_DUE_MS) suspicious = true;
      if (Date.now() - Date.parse(pending.at) > GIVE_UP_MS && (!tried || Date.now() - tried > ACK_DUE_MS)) {
        this.outbox?.put({ ...pending, state: 'failed' });
        this.lastTry.delete(pending.clientMessageId);
      }
    }
    if (suspicious && this.connection === 'open') {
      this.lastTry.clear();
      this.socket.now();
    }
    if (this.pending.length || this.lostSince) this.refreshPending();
  }

  /** What the outbox holds, and what was acknowledged but whose message frame has not come yet. */
  private refreshPending(arrived?: string): void {
    const inBox = this.outbox?.all() ?? [];
    const between = this.pending.filter(
      (one) =>
        one.clientMessageId !== arrived &&
        this.acknowledged.has(one.clientMessageId) &&
        !inBox.some((other) => other.clientMessageId === one.clientMessageId),
    );
    this.pending = [...between, ...inBox];
    this.changed();
  }

  private connectionChanged(connection: Connection): void {
    this.connection = connection;
    if (connection === 'open') this.lostSince = 0;
    else this.lostSince ||= Date.now();
    this.changed();
  }

  /** A refused upgrade looks like any lost connection to a script; a plain request tells them apart. */
  private async refused(attempts: number): Promise<void> {
    if (attempts % 2 !== 0 || !this.usedToken) return;
    const token = this.usedToken;
    const address = `${this.origin}/ws/v1/chat?token=${encodeURIComponent(token)}`;
    const status = await fetch(address, { credentials: 'omit' }).then(
      (response) => response.status,
      () => 0,
    );
    if (status !== 401) return;
    try {
      if (await this.token.renew(token)) {
        // A new visitor, but what was written and not sent still wants to be sent.
        const unsent = this.outbox?.all() ?? [];
        for (const pending of unsent) this.outbox?.remove(pending.clientMessageId);
        this.outbox = new Outbox(scopeOf(await this.token.get()));
        for (const pending of unsent) this.outbox.put(pending);
        this.forget();
      } else {
        this.tokenRefused = true;
      }
    } catch (failure) {
      this.say(words(failure));
    }
    this.changed();
  }

  private forget(): void {
    this.messages = [];
    this.acknowledged.clear();
    this.conversationId = '';
    this.epoch = -1;
    this.caughtUp = false;
    this.queue = undefined;
    this.setTyping(undefined);
  }
}

/** The server writes its refusals in Chinese; a reader of English gets ours. */
function refusalWords(frame: ErrorFrame): string {
  if (language() === 'zh-CN') return frame.detail;
  switch (frame.code) {
    case 'too-large':
      return t('refusedTooLarge');
    case 'too-fast':
      return t('refusedTooFast');
    case 'overloaded':
      return t('refusedOverloaded');
    default:
      return t('refused');
  }
}
