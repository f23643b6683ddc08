import type { Shelf } from './outbox';

/** Helpful or not, by seq; the service keeps them, this device remembers which thumb is pressed. */
export class Ratings {
  private readonly given = new Map<number, boolean>();

  constructor(
    private readonly conversationId: string,
    /** False when there is no connection. */
    private readonly send: (seq: number, helpful: boolean | null) => boolean,
    private readonly shelf: () => Pick<Shelf, 'getItem' | 'setItem'>,
  ) {
    if (!conversationId) return;
    try {
      const stored = JSON.parse(this.shelf().getItem(this.key) ?? '[]') as [number, boolean][];
      for (const [seq, helpful] of stored) this.given.set(seq, helpful);
    } catch {
      // Unreadable or refused storage: the thumbs look unpressed.
    }
  }

  of(seq: number): boolean | undefined {
    return this.given.get(seq);
  }

  rate(seq: number, helpful: boolean): boolean {
    if (!this.send(seq, helpful)) return false;
    this.given.set(seq, helpful);
    this.store();
    return true;
  }

  undo(seq: number): void {
    if (!this.send(seq, null)) return;
    this.given.delete(seq);
    this.store();
  }

  private get key(): string {
    return `yiwen.ratings.${this.conversationId}`;
  }

  private store(): void {
    try {
      this.shelf().setItem(this.key, JSON.stringify([...this.given]));
    } catch {
      // Remembered until the page closes.
    }
  }
}
