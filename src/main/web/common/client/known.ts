import type { ChatServerFrame, Message, Owner } from '../frames';
import type { Promised } from './leaving';
import { OtherSide } from './other-side';
import type { Shelf } from './outbox';
import { Ratings } from './ratings';

export interface QueuePlace {
  position: number;
  /** More urgent customers who were put ahead since. */
  putAhead: number;
  lowSeconds: number;
  highSeconds: number;
  anyoneOnline: boolean;
  /** Outside the hours of service: when agents serve again. */
  opensAt?: string;
  closesAt?: string;
  botHelps: boolean;
  /** To whom it was handed on, while they serve others. */
  busyColleague?: string;
}

/** In which the service's words can be said. */
export type Language = 'zh-CN' | 'en';

export interface Greeting {
  assistant: { name: string; label: string; greeting: string };
  suggestions: string[];
  promises: Promised;
}

const SILENCE: Greeting = { assistant: { name: '', label: '', greeting: '' }, suggestions: [], promises: [] };

type Welcome = Extract<ChatServerFrame, { type: 'welcome' }>;

/** What the server has said of one customer's conversation. */
export class Known {
  conversationId = '';
  owner: Owner = { kind: 'bot' };
  messages: Message[] = [];
  queue?: QueuePlace;
  /** The last message that an agent has read. */
  agentRead = 0;
  /** Of which files the bot makes something. */
  reads: Welcome['reads'] = [];
  /** False until the history that `welcome` announced is here. */
  caughtUp = false;
  ratings: Ratings;
  readonly otherSide: OtherSide;
  protected greetings: Record<Language, Greeting> = { 'zh-CN': SILENCE, en: SILENCE };
  private epoch = -1;
  private historyEnd = 0;

  constructor(
    protected readonly changed: () => void,
    private readonly language: () => Language,
    private readonly shelf: () => Shelf,
  ) {
    this.ratings = new Ratings('', () => false, shelf);
    this.otherSide = new OtherSide(changed);
  }

  /** Whether somebody makes something of a file of that kind: people of every one. */
  takes(kind: 'picture' | 'voice'): boolean {
    return this.owner.kind === 'agent' || this.owner.kind === 'queue' || (this.owner.kind === 'bot' && this.reads.includes(kind));
  }

  get assistant(): Greeting['assistant'] {
    return this.greetings[this.language()].assistant;
  }

  get suggestions(): string[] {
    return this.greetings[this.language()].suggestions;
  }

  get promises(): Promised {
    return this.greetings[this.language()].promises;
  }

  /** A consultation is rated once, in the channel where it ended; one that goes on in another is not over. */
  get asksHowItWas(): boolean {
    const mine = this.messages.filter((one) => one.author.kind === 'customer');
    return !mine[mine.length - 1]?.via && !this.messages.some(({ body }) => body.kind === 'notice' && body.code === 'joined');
  }

  lastSeq(): number {
    return this.messages[this.messages.length - 1]?.seq ?? 0;
  }

  protected welcome(frame: Welcome, rate: (seq: number, helpful: boolean | null) => boolean): void {
    const { conversation } = frame;
    // What was written after the closing opened a new conversation, which begins at its first message.
    if (this.conversationId && conversation.id !== this.conversationId) this.forget();
    if (this.conversationId !== conversation.id) {
      this.conversationId = conversation.id;
      this.ratings = new Ratings(conversation.id, rate, this.shelf);
    }
    this.epoch = conversation.epoch;
    this.greetings = { 'zh-CN': frame, en: frame.english };
    // Of a service that is older than this page there are none.
    this.reads = frame.reads ?? [];
    this.historyEnd = conversation.lastSeq;
    this.caughtUp = this.lastSeq() >= this.historyEnd;
    this.setOwner(conversation.owner);
  }

  protected add(message: Message): void {
    if (message.seq > this.lastSeq()) this.messages = [...this.messages, message];
    if (message.author.kind === 'bot' || message.author.kind === 'agent') this.otherSide.rest();
    this.caughtUp ||= this.lastSeq() >= this.historyEnd;
  }

  protected owned(owner: Owner, epoch: number): void {
    if (epoch < this.epoch) return;
    this.epoch = epoch;
    this.setOwner(owner);
  }

  /** One that comes after its message, as another instance's may, is too late. */
  protected drafted(inReplyTo: number, text: string): void {
    const answered = this.messages.some((one) => one.seq > inReplyTo && one.author.kind !== 'customer');
    if (!answered && this.owner.kind === 'bot') this.otherSide.drafts(text);
  }

  protected forget(): void {
    this.messages = [];
    this.conversationId = '';
    this.epoch = -1;
    this.caughtUp = false;
    this.queue = undefined;
    this.agentRead = 0;
    this.otherSide.rest();
  }

  private setOwner(owner: Owner): void {
    this.owner = owner;
    if (owner.kind !== 'queue') this.queue = undefined;
    if (owner.kind === 'nobody' || owner.kind === 'queue') this.otherSide.rest();
    if (owner.kind !== 'bot') this.otherSide.draft = '';
  }
}
