import type { Offer } from '../../agent/holdings';
import { keep } from '../../agent/keep';
import type { AgentClientFrame, AgentServerFrame, Away, Mine, Waiting } from '../frames';
import { FrameSocket, socketUrl, type Connection } from '../socket';
import { withOffer } from '../offers';

export type Heard = { ring: 'offer' | 'message' | 'ticket'; name?: string };

/**
 * What a person of staff hears on every page but the console: who waits, what is theirs, what is offered. The open socket is
 * their presence. It opens no conversation, so no message comes twice. Events: `change`, `heard`, `refused`.
 */
export class ShellDesk extends EventTarget {
  online = false;
  away?: Away;
  waiting?: Waiting[];
  mine?: Mine[];
  offers: Offer[] = [];
  /** Tickets of theirs with a customer's words that they have not read. */
  answered?: number;
  private welcomed = false;
  private readonly socket = new FrameSocket<AgentServerFrame, AgentClientFrame>({
    url: () => socketUrl('', '/ws/v1/agent'),
    // After a long silence the server takes a person for gone; who was at work still is.
    opened: () => void (this.welcomed && this.online && this.say(true)),
    received: (frame) => this.received(frame),
    changed: () => this.changed(),
    refused: () => void this.dispatchEvent(new CustomEvent('refused')),
  });
  /** Another page of this browser has read something. */
  private readonly stored = () => this.changed();

  start(): void {
    addEventListener('storage', this.stored);
    this.socket.start();
  }

  stop(): void {
    removeEventListener('storage', this.stored);
    this.socket.stop();
  }

  get connection(): Connection {
    return this.socket.connection;
  }

  get unread(): number {
    return (this.mine ?? []).reduce((sum, one) => sum + unreadOf(one), 0);
  }

  setOnline(online: boolean): void {
    this.online = online;
    this.away = online ? undefined : 'BREAK';
    this.say(online);
    this.changed();
  }

  decline(conversation: string): void {
    this.drop(conversation);
    this.socket.send({ type: 'decline', conversationId: conversation });
    this.changed();
  }

  private say(online: boolean): void {
    this.socket.send({ type: 'presence', online });
  }

  private received(frame: AgentServerFrame): void {
    switch (frame.type) {
      case 'welcome':
        if (!this.welcomed || !this.online) [this.online, this.away] = [frame.online, frame.away];
        this.welcomed = true;
        break;
      case 'presence':
        [this.online, this.away] = [frame.online, frame.online ? undefined : 'BREAK'];
        break;
      case 'queue':
        this.waiting = frame.waiting;
        break;
      case 'tickets':
        // What was there when the page opened is counted, and does not ring again.
        if (frame.answered > (this.answered ?? Infinity)) this.heard({ ring: 'ticket' });
        this.answered = frame.answered;
        break;
      case 'mine':
        this.own(frame.conversations);
        break;
      case 'offer': {
        this.offers = withOffer(this.offers, { ...frame, endsAt: Date.now() + frame.seconds * 1000 });
        this.heard({ ring: 'offer' });
        break;
      }
      case 'offer-ended':
        this.drop(frame.conversationId);
        break;
      default:
        return;
    }
    this.changed();
  }

  private own(conversations: Mine[]): void {
    const before = new Map(this.mine?.map((one) => [one.conversationId, one.lastSeq]));
    const spoke = conversations.find((one) => unreadOf(one) && one.lastSeq > (before.get(one.conversationId) ?? Infinity));
    this.mine = conversations;
    if (spoke) this.heard({ ring: 'message', name: spoke.customer.name });
  }

  private drop(conversation: string): void {
    this.offers = this.offers.filter((one) => one.conversationId !== conversation);
  }

  private heard(heard: Heard): void {
    this.dispatchEvent(new CustomEvent('heard', { detail: heard }));
  }

  private changed(): void {
    this.dispatchEvent(new CustomEvent('change'));
  }
}

/** One of which nothing was read in this browser counts once: how much of it is new is not known. */
function unreadOf(mine: Mine): number {
  const read = keep.readSeq(mine.conversationId);
  if (mine.lastAuthor !== 'customer' || mine.lastSeq <= read) return 0;
  return read === 0 ? 1 : mine.lastSeq - read;
}
