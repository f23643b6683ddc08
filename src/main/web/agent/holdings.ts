import type { Away, HandoffReason, Mine, Waiting } from '../common/frames';
import { outbox } from './deliveries';
import { keep } from './keep';
import { Thread } from './thread';

export interface Offer {
  conversationId: string;
  customer?: Waiting['customer'];
  channel?: string;
  reason: HandoffReason;
  lastText?: string;
  /** By this page's clock, so that a wrong clock cannot show a wrong count. */
  endsAt: number;
  /** How long it stood when it came. */
  seconds: number;
}

/** What is on an agent's desk, and what the page asks about it. */
export class Holdings extends EventTarget {
  staff?: { id: string; name: string };
  online = false;
  /** Why not online. */
  away?: Away;
  waiting?: Waiting[];
  mine?: Mine[];
  offers: Offer[] = [];
  selected?: string;
  /** Calls that have ended and of which it is not said how. */
  unfinished: Mine[] = [];
  /** The call that has just ended, and until when nothing is offered. */
  /** Whether this person takes customers from the queue; who only reads is offered no button for it. */
  answers = true;
  /** Tickets of the agent's with a customer's words that they have not read. */
  answered?: number;
  afterCall?: { conversationId: string; endsAt: number };
  protected readonly threads = new Map<string, Thread>();

  thread(conversation: string): Thread {
    let thread = this.threads.get(conversation);
    if (!thread) {
      thread = new Thread(conversation, keep.readSeq(conversation));
      thread.pending = outbox(thread).all();
      this.threads.set(conversation, thread);
    }
    return thread;
  }

  waits(conversation: string): boolean {
    return this.waiting?.some((w) => w.conversationId === conversation) ?? false;
  }

  isMine(conversation: string): boolean {
    return this.mine?.some((m) => m.conversationId === conversation) ?? false;
  }

  unread(mine: Mine): number {
    const thread = this.threads.get(mine.conversationId);
    const readSeq = keep.readSeq(mine.conversationId);
    if (thread?.loaded) return thread.unreadSince(readSeq);
    return mine.lastAuthor === 'customer' && mine.lastSeq > readSeq ? 1 : 0;
  }

  waitsSince(mine: Mine): string | undefined {
    const thread = this.threads.get(mine.conversationId);
    if (thread?.loaded) return thread.waitingSince;
    return mine.waitsSince;
  }

  /** Calls whose telephone rings and that are not offered to this agent in particular. */
  get ringing(): Waiting[] {
    const offered = new Set(this.offers.map((o) => o.conversationId));
    return (this.waiting ?? []).filter((w) => w.channel === 'VOICE' && !offered.has(w.conversationId));
  }

  /** The call that this agent is on while they look at something else. */
  get callElsewhere(): Mine | undefined {
    return this.mine?.find((m) => m.channel === 'VOICE' && m.conversationId !== this.selected);
  }

  describe(conversation: string): Mine | Waiting | undefined {
    return (
      this.mine?.find((m) => m.conversationId === conversation) ??
      this.unfinished.find((m) => m.conversationId === conversation) ??
      this.waiting?.find((w) => w.conversationId === conversation)
    );
  }
}
