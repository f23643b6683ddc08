import type { ChatClientFrame, ChatServerFrame } from '../frames';
import { FrameSocket, type Connection, type Transport } from './frame-socket';
import { scopeOf, type Identity } from './identity';
import { Known, type Language } from './known';
import { Leaving } from './leaving';
import type { Pending, Shelf } from './outbox';
import { Sending } from './sending';
import { Trouble } from './trouble';
import { Wishes } from './wishes';

/** What the client needs of the page or mini-program around it. */
export interface Surroundings {
  transport: Transport;
  /** Asked each time, for it may be refused. */
  shelf: () => Shelf;
  language: () => Language;
  /** What went wrong, for the customer. */
  words: (failure: unknown) => string;
  /** Where the customer is, if that may be told. */
  about?: () => { page?: string; device?: string };
  /** The host's token has ended, and only the host can give another. */
  tokenNeeded?: () => void;
}

/** The server will refuse the same text again. */
const FINAL = new Set(['invalid', 'too-large', 'forbidden']);

type Refusal = Extract<ChatServerFrame, { type: 'error' }>;
type Welcome = Extract<ChatServerFrame, { type: 'welcome' }>;

/**
 * One customer's conversation over one socket, in a browser or a mini-program: what was written is kept until it is
 * committed and sent again with each connection, what came is resumed after the last number, in order and once. Calls
 * back after each change.
 */
export class ConversationClient extends Known {
  connection: Connection = 'closed';
  /** Since when there has been no connection; 0 while there is one. */
  lostSince = 0;
  tokenRefused = false;
  readonly sending: Sending;
  readonly trouble: Trouble;
  readonly leaving: Leaving;
  readonly wishes = new Wishes((wish) => this.greeted && this.socket.send(wish));
  protected readonly socket: FrameSocket<ChatServerFrame, ChatClientFrame>;
  private incidents: Extract<ChatServerFrame, { type: 'incidents' }>['incidents'] = [];
  private greeted = false;
  private ticker?: ReturnType<typeof setInterval>;
  private lastTyping = 0;

  constructor(
    protected readonly identity: Identity,
    private readonly around: Surroundings,
    changed: () => void,
  ) {
    super(changed, around.language, around.shelf);
    this.trouble = new Trouble(changed);
    this.leaving = new Leaving((frame) => this.socket.send(frame), changed);
    this.sending = new Sending(
      ({ clientMessageId, text }) => this.socket.send({ type: 'send', clientMessageId, text }),
      changed,
      around.shelf,
    );
    this.socket = new FrameSocket<ChatServerFrame, ChatClientFrame>(
      {
        url: () => this.url(),
        opened: () => this.hello(),
        received: (frame) => this.received(frame),
        changed: (connection) => this.connectionChanged(connection),
        refused: (attempts) => this.refused(attempts),
      },
      around.transport,
    );
  }

  /** What stands, in the language of whoever reads. */
  standing(): { id: string; grave: boolean; words: string }[] {
    const english = this.around.language() === 'en';
    return this.incidents.map((one) => ({ id: one.id, grave: one.level === 1, words: english ? one.english : one.words }));
  }

  get started(): boolean {
    return this.ticker !== undefined;
  }

  start(): void {
    if (this.started) return;
    this.ticker = setInterval(() => this.tick(), 1000);
    this.socket.start();
  }

  stop(): void {
    if (this.ticker) clearInterval(this.ticker);
    this.ticker = undefined;
    this.socket.stop();
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

  /** A conversation goes on here, whether or not it is another. */
  protected begun(_conversationId: string): void {}

  /** Something became of a ticket of the customer's. */
  protected ticketNews(): void {}

  /** The customer is another one from here on, or is not known any more. */
  protected forgetCustomer(): void {
    this.forget();
  }

  protected override forget(): void {
    super.forget();
    this.sending.forget();
    this.wishes.forget();
  }

  private async url(): Promise<string> {
    try {
      const url = await this.identity.socketUrl();
      this.sending.begin(scopeOf(this.identity.used));
      return url;
    } catch (failure) {
      this.trouble.say(this.around.words(failure));
      throw failure;
    }
  }

  /** Asks for what came after our last message; without a conversation yet, for the open one or a new one. */
  private hello(): void {
    this.greeted = false;
    const conversationId = this.conversationId || undefined;
    this.socket.send({ type: 'hello', conversationId, afterSeq: this.lastSeq(), ...this.around.about?.() });
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
      case 'incidents':
        this.incidents = frame.incidents;
        break;
      case 'ticket':
        this.ticketNews();
        break;
      case 'error':
        this.refusal(frame);
        break;
    }
    this.changed();
  }

  private welcomed(frame: Welcome): void {
    this.welcome(frame, (seq, helpful) => this.socket.send({ type: 'feedback', seq, helpful }));
    this.greeted = true;
    this.incidents = [];
    this.begun(frame.conversation.id);
    this.tokenRefused = false;
    this.trouble.words = '';
    this.ticketNews();
    this.sending.allAgain();
    this.wishes.again();
    if (this.owner.kind === 'queue') this.leaving.again();
    else this.leaving.over();
  }

  private refusal(frame: Refusal): void {
    const why = this.around.language() === 'en' ? frame.english : frame.detail;
    if (frame.code === 'unauthenticated' && this.identity.ofHost()) {
      this.around.tokenNeeded?.();
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
    const before = scopeOf(this.identity.used);
    try {
      const verdict = await this.identity.afterRefusal();
      this.tokenRefused ||= verdict === 'refused';
      if (verdict === 'refused') this.around.tokenNeeded?.();
      if (verdict === 'renewed') {
        const scope = scopeOf(await this.identity.get());
        if (scope !== before) {
          this.sending.moveTo(scope);
          this.forgetCustomer();
        }
      }
    } catch (failure) {
      this.trouble.say(this.around.words(failure));
    }
    this.changed();
  }
}
