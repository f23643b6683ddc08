import { Backoff } from './backoff';
import { Outbox, type Pending, type Shelf } from './outbox';

/** Overdue acknowledgement: the connection is probably dead though nobody said so. */
const ACK_DUE_MS = 8_000;
/** After this the bubble says that it was not sent; it is still sent again with the next connection. */
const GIVE_UP_MS = 20_000;

/** What the customer wrote and the server has not yet said in the conversation. */
export class Sending {
  pending: Pending[] = [];
  /** How many messages were written in this tab: the log follows those, not another tab's. */
  written = 0;
  private outbox?: Outbox;
  private readonly early: string[] = [];
  private readonly acknowledged = new Set<string>();
  private readonly lastTry = new Map<string, number>();
  private readonly backoff = new Backoff();

  constructor(
    /** False when there is no connection. */
    private readonly transmit: (pending: Pending) => boolean,
    private readonly changed: () => void,
    private readonly shelf: () => Shelf,
  ) {}

  /** Whose messages they are becomes known with the first token. */
  begin(scope: string): void {
    if (this.outbox) return;
    this.outbox = new Outbox(scope, this.shelf());
    for (const text of this.early.splice(0)) this.outbox.add(text);
    this.refresh();
  }

  /** A new visitor, but what was written and not sent still wants to be sent. */
  moveTo(scope: string): void {
    const unsent = this.outbox?.all() ?? [];
    for (const pending of unsent) this.outbox?.remove(pending.clientMessageId);
    this.outbox = new Outbox(scope, this.shelf());
    for (const pending of unsent) this.outbox.put(pending);
  }

  owns(key: string | null): boolean {
    return this.outbox?.owns(key) ?? false;
  }

  add(text: string): void {
    this.written++;
    if (!this.outbox) {
      // Not even a token yet: it is sent with the first connection.
      this.early.push(text);
      return;
    }
    this.attempt(this.outbox.add(text));
    this.refresh();
  }

  again(pending: Pending): void {
    const again: Pending = { ...pending, state: 'sending', why: undefined };
    this.outbox?.put(again);
    this.attempt(again);
  }

  /** With a new connection. */
  allAgain(): void {
    this.refresh();
    for (const pending of this.pending) if (pending.state !== 'rejected') this.attempt(pending);
  }

  discard(pending: Pending): void {
    this.outbox?.remove(pending.clientMessageId);
    this.refresh();
  }

  /** The bubble moves to its place when its message frame comes; the outbox may let go of it now. */
  acknowledge(id: string): void {
    this.outbox?.remove(id);
    this.pending = this.pending.map((one) => (one.clientMessageId === id ? { ...one, state: 'sending' } : one));
    this.lastTry.delete(id);
    this.acknowledged.add(id);
    this.backoff.over(id);
  }

  /** A message is in the conversation, perhaps one of ours. */
  arrived(id?: string): void {
    if (id) {
      this.outbox?.remove(id);
      this.acknowledged.delete(id);
      this.lastTry.delete(id);
    }
    this.refresh(id);
  }

  /** False when it was none of ours. What is refused for the moment is tried again by itself. */
  refused(id: string | undefined, why: string, forGood: boolean): boolean {
    const pending = id ? this.outbox?.get(id) : undefined;
    if (!pending) return false;
    this.outbox?.put({ ...pending, state: forGood ? 'rejected' : 'failed', why });
    this.lastTry.delete(pending.clientMessageId);
    if (!forGood) this.backoff.refused(pending.clientMessageId);
    this.refresh();
    return true;
  }

  forget(): void {
    this.acknowledged.clear();
  }

  /** Gives up what waits too long. True when the connection looks dead. */
  tick(): boolean {
    let suspicious = false;
    for (const pending of this.outbox?.all() ?? []) {
      if (pending.state === 'failed' && this.backoff.isDue(pending.clientMessageId)) this.attempt(pending);
      if (pending.state !== 'sending') continue;
      const tried = this.lastTry.get(pending.clientMessageId);
      const overdue = !!tried && Date.now() - tried > ACK_DUE_MS;
      if (overdue) suspicious = true;
      if (Date.now() - Date.parse(pending.at) > GIVE_UP_MS && (!tried || overdue)) {
        this.outbox?.put({ ...pending, state: 'failed' });
        this.lastTry.delete(pending.clientMessageId);
      }
    }
    return suspicious;
  }

  forgetTries(): void {
    this.lastTry.clear();
  }

  /** What the outbox holds, and what was acknowledged but whose message frame has not come yet. */
  refresh(arrived?: string): void {
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

  private attempt(pending: Pending): void {
    if (!this.transmit(pending)) return;
    this.lastTry.set(pending.clientMessageId, Date.now());
    if (pending.state === 'failed') this.outbox?.put({ ...pending, state: 'sending', why: undefined });
  }
}
