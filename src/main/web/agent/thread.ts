import type { Author, CallLine, Message, Note, Owner } from '../common/frames';
import type { Pending } from '../common/client/outbox';
import { spokenOrder } from '../common/spoken-order';

export type CallState = 'ringing' | 'answered' | 'ended';

/** What a speaker on the telephone is saying now; replaced until the final utterance is committed. */
export interface Partial {
  utteranceId: string;
  author: { kind: Author['kind'] };
  text: string;
  at: number;
}

/** One conversation as this page knows it: committed messages in the order of what was said, and what is under way. */
export class Thread {
  messages: Message[] = [];
  /** By their numbers. */
  private arrived: Message[] = [];
  /** Replies on their way: shown at once, gone when their committed message arrives. */
  pending: Pending[] = [];
  partials: Partial[] = [];
  /** What staff told each other; never the customer's. */
  notes: Note[] = [];
  /** The last message that the customer has seen. */
  customerRead = 0;
  owner?: Owner;
  epoch = 0;
  call?: { state: CallState; number?: string };
  /** How the line of a call stands. */
  line?: CallLine;
  typingUntil = 0;
  private readonly heardAt = new Date().toISOString();
  /** True when the server said that it sent everything that it had, or a message arrived. */
  loaded = false;
  readonly readAtOpening: number;
  /** Grows with all that the customer says, and with each correction of it. */
  heard = 0;

  constructor(
    readonly id: string,
    readSeq: number,
  ) {
    this.readAtOpening = readSeq;
  }

  get lastSeq(): number {
    return this.arrived.at(-1)?.seq ?? 0;
  }

  /** The last message of somebody, not of the system. */
  get lastWord(): Message | undefined {
    return [...this.messages].reverse().find((m) => m.author.kind !== 'system');
  }

  /** Keeps the order and drops what is known already, whatever a resumed socket repeats. */
  add(message: Message): boolean {
    this.loaded = true;
    if (message.author.kind === 'customer') {
      this.typingUntil = 0;
      this.heard++;
    }
    this.settlePartial(message);
    if (message.seq <= this.lastSeq) {
      if (this.arrived.some((m) => m.seq === message.seq)) return false;
      this.arrange([...this.arrived, message].sort((a, b) => a.seq - b.seq));
    } else {
      this.arrange([...this.arrived, message]);
    }
    return true;
  }

  /** They may come again. */
  addNote(note: Note): void {
    if (!this.notes.some((one) => one.id === note.id)) this.notes = [...this.notes, note];
  }

  /** Those that were written when that message was the last on the page. */
  notesAfter(index: number): Note[] {
    const { messages } = this;
    const last = (note: Note) => messages.reduce((at, m, i) => (m.seq <= note.afterSeq ? i : at), -1);
    return this.notes.filter((note) => last(note) === index);
  }

  private arrange(arrived: Message[]): void {
    this.arrived = arrived;
    this.messages = spokenOrder(arrived);
  }

  /** The last of our messages that the customer has seen, for its mark. */
  get lastSeen(): number {
    return this.messages.reduce((last, m) => (m.author.kind === 'agent' && m.seq <= this.customerRead ? m.seq : last), 0);
  }

  partial(utteranceId: string, author: Partial['author'], text: string): void {
    const known = this.partials.find((p) => p.utteranceId === utteranceId);
    this.partials = known
      ? this.partials.map((p) => (p === known ? { ...p, text } : p))
      : // A speaker says one thing at a time: a new utterance replaces one whose end was lost.
        [...this.partials.filter((p) => p.author.kind !== author.kind), { utteranceId, author, text, at: Date.now() }];
  }

  /** Other words for an utterance, as recognition corrects itself. */
  correct(seq: number, text: string): void {
    this.heard++;
    this.arrange(this.arrived.map((m) => (m.seq === seq && m.body.kind === 'text' ? { ...m, body: { ...m.body, text } } : m)));
  }

  private settlePartial(message: Message): void {
    this.partials = this.partials.filter((p) => p.author.kind !== message.author.kind);
  }

  get customerIsTyping(): boolean {
    return this.typingUntil > Date.now();
  }

  /** When a call was taken and when it ended, as the notices say; before, when it was first heard of. */
  get callTimes(): { since: string; until: string } {
    const notice = (code: string) => this.messages.find((m) => m.body.kind === 'notice' && m.body.code === code)?.at;
    return { since: notice('agent-joined') ?? this.messages[0]?.at ?? this.heardAt, until: notice('closed') ?? '' };
  }

  /** Since when the customer waits for a person's word: their first message after our last one. */
  get waitingSince(): string | undefined {
    let since: string | undefined;
    for (let i = this.messages.length - 1; i >= 0; i--) {
      const { author, at } = this.messages[i]!;
      if (author.kind === 'agent' || author.kind === 'bot') break;
      if (author.kind === 'customer') since = at;
    }
    return since;
  }

  /** What the customer wrote after `readSeq`; who answered has read what is above the answer. */
  unreadSince(readSeq: number): number {
    const answered = this.messages.reduce((last, m) => (m.author.kind === 'agent' ? m.seq : last), 0);
    return this.messages.filter((m) => m.seq > Math.max(readSeq, answered) && m.author.kind === 'customer').length;
  }
}
