import { words } from '../common/api';
import { Uploads } from '../common/files';
import type { ChatClientFrame, ChatServerFrame } from '../common/frames';
import type { Pending } from '../common/outbox';
import { FrameSocket, type Connection } from '../common/socket';
import type { About } from './about';
import { ChatHistory } from './history';
import { Known } from './known';
import { Leaving } from './leaving';
import { OwnFiles } from './own-files';
import { OwnTickets } from './own-tickets';
import { FINAL, refusalWords } from './refusals';
import { Sending } from './sending';
import { CustomerToken, scopeOf } from './token';
import { Trouble } from './trouble';
import { Wishes } from './wishes';

/** One customer's conversation as this page knows it; calls back after each change. */
export class ChatClient extends Known {
  connection: Connection = 'closed';
  /** Since when there has been no connection; 0 while there is one. */
  lostSince = 0;
  tokenRefused = false;
  readonly sending: Sending;
  readonly uploads: Uploads;
  readonly files: OwnFiles;
  readonly tickets: OwnTickets;
  readonly history: ChatHistory;
  readonly trouble: Trouble;
  readonly leaving: Leaving;
  readonly wishes = new Wishes((wish) => this.greeted && this.socket.send(wish));
  private readonly token: CustomerToken;
  private readonly socket: FrameSocket<ChatServerFrame, ChatClientFrame>;
  private greeted = false;
  private ticker?: number;
  private lastTyping = 0;
  private readonly storage = (event: StorageEvent) => this.sending.owns(event.key) && this.sending.refresh();

  /** @param tokenNeeded the host's token has ended, and only the host can give another */
  constructor(origin: string, token: string, changed: () => void, private readonly tokenNeeded: () => void, private readonly about: () => About) {
    super(changed);
    this.trouble = new Trouble(changed);
    this.leaving = new Leaving((frame) => this.socket.send(frame), changed);
    this.token = new CustomerToken(origin, token);
    const address = () => `${origin}/api/v1/chat/${this.conversationId}/files`;
    const headers = async () => ({ Authorization: `Bearer ${await this.token.get()}` });
    this.uploads = new Uploads(address, headers, changed);
    this.files = new OwnFiles(address, headers, changed);
    this.tickets = new OwnTickets(origin, headers, changed);
    this.history = new ChatHistory(origin, headers, changed);
    this.sending = new Sending(
      ({ clientMessageId, text }) => this.socket.send({ type: 'send', clientMessageId, text }),
      changed,
    );
    this.socket = new FrameSocket<ChatServerFrame, ChatClientFrame>({
      url: () => this.url(),
      opened: () => this.hello(),
      received: (frame) => this.received(frame),
      changed: (connection) => this.connectionChanged(connection),
      refused: (attempts) => this.refused(attempts),
    });
  }

  /** The host's new token: of the same customer the conversation goes on where it was. */
  renew(token: string): void {
    const another = !!this.token.used && scopeOf(this.token.used) !== scopeOf(token);
    this.token.give(token);
    this.tokenRefused = false;
    if (another) {
      this.sending.moveTo(scopeOf(token));
      this.forgetCustomer();
    }
    if (this.started) this.socket.now();
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
    this.files.stop();
    this.history.stop();
  }

  resend(pending: Pending): void {
    this.sending.again(pending);
    if (this.connection !== 'open') this.socket.now();
    this.sending.refresh();
  }

  human(): void {
    this.wish({ type: 'human' });
  }

  /** Whether the bot goes on answering while the customer waits. */
  letBotHelp(wanted: boolean): void {
    this.wish({ type: 'help', wanted });
  }

  backToBot(): void {
    this.wish({ type: 'back-to-bot' });
  }

  end(): void {
    this.wish({ type: 'end' });
  }

  rate(score: number, comment: string | null): void {
    this.wish({ type: 'rate', score, comment });
  }

  private wish(wish: Parameters<Wishes['add']>[0]): void {
    if (!this.wishes.add(wish) && this.connection !== 'open') this.socket.now();
    this.changed();
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

  /** The customer has seen what is there; of interest to an agent only. */
  saw(seq: number): void {
    if (this.owner.kind === 'agent') this.socket.send({ type: 'read', seq });
  }

  /** A closed conversation stays closed; the next hello opens a new one. */
  startAgain(): void {
    this.forget();
    this.socket.now();
  }

  private async url(): Promise<string> {
    try {
      const url = await this.token.socketUrl();
      this.sending.begin(scopeOf(this.token.used));
      return url;
    } catch (failure) {
      this.trouble.say(words(failure));
      throw failure;
    }
  }

  /** Asks for what came after our last message; without a conversation yet, for the open one or a new one. */
  private hello(): void {
    this.greeted = false;
    const conversationId = this.conversationId || undefined;
    this.socket.send({ type: 'hello', conversationId, afterSeq: this.lastSeq(), ...this.about() });
  }

  private received(frame: ChatServerFrame): void {
    switch (frame.type) {
      case 'welcome':
        this.welcomed(frame);
        break;
      case 'message':
        this.add(frame.message);
        this.sending.arrived(frame.message.clientMessageId);
        break;
      case 'ack':
        this.sending.acknowledge(frame.clientMessageId);
        break;
      case 'owner':
        this.owned(frame.owner, frame.epoch);
        if (this.owner.kind !== 'queue') this.leaving.over();
        break;
      case 'queue':
        this.queue = frame;
        break;
      case 'read':
        this.agentRead = Math.max(this.agentRead, frame.seq);
        break;
      case 'typing':
        if (frame.author.kind === 'bot' || frame.author.kind === 'agent') this.otherSide.writes(frame.author.kind);
        break;
      case 'draft':
        this.drafted(frame.inReplyTo, frame.text);
        break;
      case 'ticket':
        this.tickets.news();
        break;
      case 'error':
        this.refusal(frame);
        break;
    }
    this.changed();
  }

  private welcomed(frame: Extract<ChatServerFrame, { type: 'welcome' }>): void {
    this.welcome(frame, (seq, helpful) => this.socket.send({ type: 'feedback', seq, helpful }));
    this.greeted = true;
    this.history.begin(frame.conversation.id);
    this.tokenRefused = false;
    this.trouble.words = '';
    this.tickets.news();
    this.sending.allAgain();
    this.wishes.again();
    if (this.owner.kind === 'queue') this.leaving.again();
    else this.leaving.over();
  }

  private refusal(frame: Extract<ChatServerFrame, { type: 'error' }>): void {
    const why = refusalWords(frame);
    if (frame.code === 'unauthenticated' && this.token.ofHost()) {
      this.tokenNeeded();
    } else if (!this.greeted && this.conversationId && frame.code === 'not-found') {
      // The service no longer knows the conversation: begin anew.
      this.forgetCustomer();
      this.socket.now();
    } else if (this.leaving.refused(frame.clientMessageId, why)) {
      return;
    } else if (!this.sending.refused(frame.clientMessageId, why, FINAL.has(frame.code))) {
      this.trouble.say(why);
    }
  }

  private tick(): void {
    if (this.sending.tick() && this.connection === 'open') {
      this.sending.forgetTries();
      this.socket.now();
    }
    if (this.sending.pending.length || this.lostSince) this.sending.refresh();
  }

  private connectionChanged(connection: Connection): void {
    this.connection = connection;
    if (connection === 'open') this.lostSince = 0;
    else this.lostSince ||= Date.now();
    this.changed();
  }

  private async refused(attempts: number): Promise<void> {
    // Every second time is often enough to ask why.
    if (attempts % 2 !== 0) return;
    try {
      const verdict = await this.token.afterRefusal();
      this.tokenRefused ||= verdict === 'refused';
      if (verdict === 'refused') this.tokenNeeded();
      if (verdict === 'renewed') {
        this.sending.moveTo(scopeOf(await this.token.get()));
        this.forgetCustomer();
      }
    } catch (failure) {
      this.trouble.say(words(failure));
    }
    this.changed();
  }

  private forgetCustomer(): void {
    this.forget();
    this.tickets.forget();
    this.history.forget();
  }

  protected override forget(): void {
    this.history.keep(this.conversationId, this.messages);
    super.forget();
    this.sending.forget();
    this.wishes.forget();
  }
}
