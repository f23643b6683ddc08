import type { AgentClientFrame, AgentServerFrame, Mine, Waiting } from '../common/frames';
import type { Pending } from '../common/client/outbox';
import { FrameSocket, socketUrl, type Connection } from '../common/socket';
import { withOffer } from '../common/offers';
import { Deliveries } from './deliveries';
import { Holdings } from './holdings';
import { keep } from './keep';
import { refusalOf } from './refusals';
import { t } from './text';

export type Ring = 'offer' | 'call' | 'message' | 'queue' | 'ticket';

export interface Rung {
  ring: Ring;
  /** Who rings, if it is one. */
  conversation?: string;
}

type Frame<T extends AgentServerFrame['type']> = Extract<AgentServerFrame, { type: T }>;

/** An older message was said while this page was away, and rings no more. */
const FRESH_MS = 30_000;
const TYPING_MS = 6_000;
const ECHO_MS = 5_000;
/** Another moment it may be taken. */
const PASSING = new Set(['internal', 'overloaded', 'too-many-requests']);

/**
 * What an agent's desk holds: the queue, the agent's own conversations, offers, and each conversation's thread.
 * It applies the server's frames and says `change`; it draws nothing. Other events: `ring` (something wants
 * attention), `trouble` (an error in words), `selected`, `call-ended` (detail: which, if it ended just now), `refused` (the socket is refused: is the session over?).
 */
export class Desk extends Holdings {
  private readonly watched = new Set<string>();
  /** Whether this page has said whether its agent is online; until then the server's word counts. */
  private announced = false;
  private saidAt = 0;
  /** The server's last word, which wins in the end. */
  private heardOnline = false;
  private echo?: ReturnType<typeof setTimeout>;
  private readonly socket = new FrameSocket<AgentServerFrame, AgentClientFrame>({
    url: () => socketUrl('', '/ws/v1/agent'),
    opened: () => this.opened(),
    received: (frame) => this.receive(frame),
    changed: () => this.changed(),
    refused: () => void this.dispatchEvent(new CustomEvent('refused')),
  });
  private readonly deliveries = new Deliveries(this.socket, () => this.changed());

  start(): void {
    this.socket.start();
  }

  stop(): void {
    this.socket.stop();
  }

  reconnect(): void {
    this.socket.now();
  }

  get connection(): Connection {
    return this.socket.connection;
  }

  // What the agent does

  setOnline(online: boolean): void {
    this.online = online;
    this.away = online ? undefined : 'BREAK';
    this.announced = true;
    this.saidAt = Date.now();
    clearTimeout(this.echo);
    if (!online) this.offers = [];
    this.socket.send({ type: 'presence', online });
    this.changed();
  }

  select(conversation: string | undefined): void {
    if (this.selected && this.selected !== conversation) this.letGo(this.selected);
    this.selected = conversation;
    if (conversation) {
      this.watch(conversation);
      this.markRead(conversation);
    }
    this.changed();
    this.dispatchEvent(new CustomEvent('selected'));
  }

  send(conversation: string, text: string): void {
    this.deliveries.add(this.thread(conversation), text);
    this.changed();
  }

  retry(conversation: string, clientMessageId: string): void {
    this.deliveries.retry(this.thread(conversation), clientMessageId);
    this.changed();
  }

  restore(conversation: string, pending: Pending): void {
    this.deliveries.restore(this.thread(conversation), pending);
    this.changed();
  }

  discard(conversation: string, clientMessageId: string): void {
    this.deliveries.discard(this.thread(conversation), clientMessageId);
    this.changed();
  }

  /** Somebody in danger, whom this agent has. */
  isUrgent(conversation: string): boolean {
    return !!this.mine?.find((m) => m.conversationId === conversation)?.urgent;
  }

  typing(conversation: string): void {
    this.socket.send({ type: 'typing', conversationId: conversation });
  }

  accept(conversation: string): void {
    this.dropOffer(conversation);
    this.socket.send({ type: 'accept', conversationId: conversation });
    this.select(conversation);
  }

  decline(conversation: string): void {
    this.dropOffer(conversation);
    this.socket.send({ type: 'decline', conversationId: conversation });
    this.changed();
  }

  markRead(conversation: string): void {
    const lastSeq = this.threads.get(conversation)?.lastSeq ?? 0;
    if (document.visibilityState !== 'visible' || lastSeq <= keep.readSeq(conversation)) return;
    keep.setReadSeq(conversation, lastSeq);
    if (this.isMine(conversation)) this.socket.send({ type: 'read', conversationId: conversation, seq: lastSeq });
  }

  changed(): void {
    this.dispatchEvent(new CustomEvent('change'));
  }

  // Applying frames

  private settleOnline(): void {
    if (this.online === this.heardOnline) return;
    this.online = this.heardOnline;
    this.away = this.online ? undefined : 'BREAK';
    this.changed();
  }

  private opened(): void {
    // The server starts from nothing: what this page watched is asked for again, from the last message that it has.
    this.watched.clear();
    if (this.announced) this.socket.send({ type: 'presence', online: this.online });
    this.watchAll();
    for (const thread of this.threads.values()) this.deliveries.resume(thread);
  }

  private receive(frame: AgentServerFrame): void {
    switch (frame.type) {
      case 'welcome':
        this.staff = frame.staff;
        if (!this.announced) this.online = frame.online;
        if (!this.online) this.away = frame.away;
        this.announced = true;
        break;
      case 'presence':
        // Another page of this agent has spoken, unless it is an echo of what was true before our own word arrived.
        clearTimeout(this.echo);
        this.heardOnline = frame.online;
        if (Date.now() - this.saidAt > ECHO_MS) this.settleOnline();
        else this.echo = setTimeout(() => this.settleOnline(), this.saidAt + ECHO_MS - Date.now());
        break;
      case 'queue':
        this.queue(frame.waiting);
        break;
      case 'mine':
        this.own(frame.conversations);
        break;
      case 'offer':
        this.offered(frame);
        break;
      case 'offer-ended':
        this.dropOffer(frame.conversationId);
        break;
      case 'message':
        this.arrived(frame);
        break;
      case 'ack':
        break; // The committed message itself follows and replaces the pending one.
      case 'owner':
        this.owned(frame);
        break;
      case 'access-ended':
        this.accessEnded(frame.conversationId);
        break;
      case 'typing':
        if (frame.author.kind === 'customer') {
          this.thread(frame.conversationId).typingUntil = Date.now() + TYPING_MS;
          setTimeout(() => this.changed(), TYPING_MS + 100);
        }
        break;
      case 'read':
        this.read(frame);
        break;
      case 'note':
        this.thread(frame.conversationId).addNote(frame.note);
        break;
      case 'partial':
        this.thread(frame.conversationId).partial(frame.utteranceId, frame.author, frame.text);
        break;
      case 'corrected':
        this.thread(frame.conversationId).correct(frame.seq, frame.text);
        break;
      case 'tickets':
        // What was there when the page opened is counted, and does not ring again.
        if (frame.answered > (this.answered ?? Infinity)) this.ring('ticket');
        this.answered = frame.answered;
        break;
      case 'after-call':
        this.afterCall = frame.conversationId
          ? { conversationId: frame.conversationId, endsAt: Date.now() + frame.seconds * 1000 }
          : undefined;
        break;
      case 'call':
        this.called(frame);
        break;
      case 'line':
        this.thread(frame.conversationId).line = frame.line;
        break;
      case 'whisper':
        this.dispatchEvent(new CustomEvent('whisper', { detail: frame }));
        this.ring('message');
        break;
      case 'error':
        this.failed(frame);
        break;
    }
    this.changed();
  }

  private queue(waiting: Waiting[]): void {
    const known = new Set(this.waiting?.map((w) => w.conversationId));
    const fresh = this.waiting ? waiting.filter((w) => !known.has(w.conversationId)) : [];
    if (fresh.length) this.ring(fresh.some((w) => w.channel === 'VOICE') ? 'call' : 'queue');
    this.waiting = waiting;
  }

  /** Keeps the places of those that were there, so that nothing jumps under the pointer; new ones come on top, and a live call above all. */
  private own(conversations: Mine[]): void {
    const before = this.mine;
    const places = new Map(before?.map((m, i) => [m.conversationId, i]));
    const place = (m: Mine) => places.get(m.conversationId) ?? -1;
    const chat = (m: Mine) => Number(m.channel !== 'VOICE');
    this.mine = [...conversations].reverse().sort((a, b) => chat(a) - chat(b) || place(a) - place(b));
    const fresh = this.mine.filter((m) => !places.has(m.conversationId));
    // One that was looked at before it was ours may have been refused then.
    for (const m of fresh) this.watched.delete(m.conversationId);
    this.watchAll();
    // A call that is given to this agent rings on their desk: it comes into view, unless they are writing to somebody. One
    // that was there when the page opened comes into view too, but does not ring again.
    const call = fresh.find((m) => m.channel === 'VOICE');
    if (call && before) this.ring('call', call.conversationId);
    if (call && !(this.selected && keep.draft(this.selected))) this.select(call.conversationId);
    if (!before) this.dispatchEvent(new CustomEvent('call-ended'));
  }

  afterCallIsOver(): void {
    this.afterCall = undefined;
    this.changed();
  }

  private offered(frame: Frame<'offer'>): void {
    this.offers = withOffer(this.offers, { ...frame, endsAt: Date.now() + frame.seconds * 1000 });
    this.ring('offer', frame.conversationId);
  }

  private dropOffer(conversation: string): void {
    this.offers = this.offers.filter((o) => o.conversationId !== conversation);
  }

  private arrived(frame: Frame<'message'>): void {
    const { message, conversationId } = frame;
    const thread = this.thread(conversationId);
    const fresh = thread.add(message);
    if (message.clientMessageId && thread.pending.some((p) => p.clientMessageId === message.clientMessageId)) {
      this.discard(conversationId, message.clientMessageId);
    }
    if (!fresh) return;
    if (conversationId === this.selected) this.markRead(conversationId);
    else if (message.author.kind === 'customer' && Date.now() - Date.parse(message.at) < FRESH_MS) this.ring('message', conversationId);
  }

  private owned(frame: Frame<'owner'>): void {
    const thread = this.thread(frame.conversationId);
    thread.loaded = true;
    if (frame.epoch < thread.epoch) return;
    thread.owner = frame.owner;
    thread.epoch = frame.epoch;
    if (frame.owner.kind === 'queue' && this.isUrgent(frame.conversationId)) this.dispatchEvent(new CustomEvent('trouble', { detail: t('urgentRequeued') }));
  }

  /** The customer, or this agent on another page. */
  private read(frame: Frame<'read'>): void {
    const { conversationId, reader, seq } = frame;
    if (reader === 'customer') this.thread(conversationId).customerRead = seq;
    else if (seq > keep.readSeq(conversationId)) keep.setReadSeq(conversationId, seq);
  }

  private called(frame: Frame<'call'>): void {
    const thread = this.thread(frame.conversationId);
    if (thread.call?.state === 'ended') return; // A call that has ended stays so.
    thread.call = { state: frame.state, number: frame.number ?? thread.call?.number };
    if (frame.state !== 'ended') return;
    thread.partials = [];
    this.dispatchEvent(new CustomEvent('call-ended', { detail: frame.conversationId }));
  }

  private failed(frame: Frame<'error'>): void {
    const id = frame.clientMessageId;
    const words = refusalOf(frame.code, frame.detail);
    const thread = id && [...this.threads.values()].find((one) => one.pending.some((p) => p.clientMessageId === id));
    if (thread) return PASSING.has(frame.code) ? this.deliveries.postponed(thread, id, words) : this.deliveries.rejected(thread, id, words);
    this.dispatchEvent(new CustomEvent('trouble', { detail: words }));
    // Accepted too late, or looked at without leave: there is nothing to show.
    const refused = frame.conversationId;
    if (refused && refused === this.selected && !this.thread(refused).loaded) this.select(undefined);
  }

  /** What was shown of it goes, too. */
  private accessEnded(conversation: string): void {
    this.watched.delete(conversation);
    if (this.selected === conversation) {
      this.dispatchEvent(new CustomEvent('trouble', { detail: refusalOf('access-ended', '') }));
      this.select(undefined);
    }
    this.threads.delete(conversation);
  }

  private ring(ring: Ring, conversation?: string): void {
    this.dispatchEvent(new CustomEvent<Rung>('ring', { detail: { ring, conversation } }));
  }

  // Watching

  private watchAll(): void {
    for (const m of this.mine ?? []) this.watch(m.conversationId);
    if (this.selected) this.watch(this.selected);
  }

  private watch(conversation: string): void {
    if (this.watched.has(conversation)) return;
    const afterSeq = this.thread(conversation).lastSeq;
    if (this.socket.send({ type: 'open', conversationId: conversation, afterSeq })) this.watched.add(conversation);
  }

  /** Leaving a conversation that is not ours: its thread may go. */
  private letGo(conversation: string): void {
    if (this.isMine(conversation)) return;
    if (this.watched.delete(conversation)) this.socket.send({ type: 'leave', conversationId: conversation });
    this.threads.delete(conversation);
  }
}
