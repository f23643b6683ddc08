import { Backoff } from '../common/client/backoff';
import type { AgentClientFrame, AgentServerFrame } from '../common/frames';
import { Outbox, type Pending } from '../common/client/outbox';
import type { FrameSocket } from '../common/socket';
import type { Thread } from './thread';

const ACK_MS = 15_000;

/** What the agent wrote, until the committed message has come back. It is kept over a reload, and sent again with its id. */
export class Deliveries {
  private readonly backoff = new Backoff();

  constructor(
    private readonly socket: FrameSocket<AgentServerFrame, AgentClientFrame>,
    private readonly changed: () => void,
  ) {}

  add(thread: Thread, text: string): void {
    const pending = outbox(thread).add(text);
    thread.pending = [...thread.pending, pending];
    this.transmit(thread, pending.clientMessageId, text);
  }

  retry(thread: Thread, clientMessageId: string): void {
    const pending = thread.pending.find((p) => p.clientMessageId === clientMessageId);
    if (!pending) return;
    set(thread, clientMessageId, { state: 'sending' });
    this.transmit(thread, clientMessageId, pending.text);
  }

  discard(thread: Thread, clientMessageId: string): void {
    outbox(thread).remove(clientMessageId);
    thread.pending = thread.pending.filter((p) => p.clientMessageId !== clientMessageId);
  }

  /** Takes back a `discard`. */
  restore(thread: Thread, pending: Pending): void {
    outbox(thread).put(pending);
    thread.pending = [...thread.pending, pending];
  }

  rejected(thread: Thread, clientMessageId: string, why: string): void {
    set(thread, clientMessageId, { state: 'rejected', why });
  }

  /** The service could not take it now: it is sent again by itself, and may be by hand. */
  postponed(thread: Thread, clientMessageId: string, why: string): void {
    set(thread, clientMessageId, { state: 'failed', why });
    setTimeout(() => {
      const pending = thread.pending.find((p) => p.clientMessageId === clientMessageId);
      if (pending?.state === 'failed' && this.socket.connection === 'open') this.retry(thread, clientMessageId);
      this.changed();
    }, this.backoff.refused(clientMessageId));
  }

  /** After the connection was lost; what has arrived meanwhile is recognised by its id. */
  resume(thread: Thread): void {
    for (const p of thread.pending) if (p.state !== 'rejected') this.retry(thread, p.clientMessageId);
  }

  private transmit(thread: Thread, clientMessageId: string, text: string): void {
    if (!this.socket.send({ type: 'send', conversationId: thread.id, clientMessageId, text })) return;
    setTimeout(() => {
      const pending = thread.pending.find((p) => p.clientMessageId === clientMessageId);
      if (pending?.state !== 'sending' || this.socket.connection !== 'open') return;
      set(thread, clientMessageId, { state: 'failed' });
      this.changed();
    }, ACK_MS);
  }
}

function set(thread: Thread, id: string, change: { state: 'sending' | 'failed' | 'rejected'; why?: string }): void {
  thread.pending = thread.pending.map((p) => (p.clientMessageId === id ? { ...p, ...change } : p));
  const changed = thread.pending.find((p) => p.clientMessageId === id);
  if (changed) outbox(thread).put(changed);
}

/** What an earlier visit left, too. */
export function outbox(thread: Thread): Outbox {
  return new Outbox(`agent.${thread.id}`, localStorage);
}
