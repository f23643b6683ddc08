import type { ChatClientFrame, ChatServerFrame } from '../frames';
import { newId } from './outbox';

type Frame = Extract<ChatClientFrame, { type: 'leave-message' }>;
export type LeftKind = Frame['kind'];
export type Promised = Extract<ChatServerFrame, { type: 'welcome' }>['promises'];

/** A message that is left instead of waiting: sent again with each connection until it is done or refused. */
export class Leaving {
  problem = '';
  private frame?: Frame;

  constructor(
    /** False when there is no connection. */
    private readonly transmit: (frame: Frame) => boolean,
    private readonly changed: () => void,
  ) {}

  get sending(): boolean {
    return this.frame !== undefined;
  }

  send(kind: LeftKind, text: string, contact: string): void {
    this.problem = '';
    this.frame = { type: 'leave-message', clientMessageId: newId(), kind, text, contact: contact || null };
    this.again();
    this.changed();
  }

  again(): void {
    if (this.frame) this.transmit(this.frame);
  }

  /** Whether it was this that was refused. */
  refused(id: string | undefined, why: string): boolean {
    if (!this.frame || this.frame.clientMessageId !== id) return false;
    this.frame = undefined;
    this.problem = why;
    return true;
  }

  /** The queue is left, so it is done, or an agent came first. */
  over(): void {
    this.frame = undefined;
    this.problem = '';
  }
}
