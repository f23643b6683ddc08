/** How long a rating may still be taken back before it is sent. */
const UNDO_MS = 5_000;

/** Helpful or not, by seq. Sent after a pause in which it can be undone; remembered in this browser. */
export class Ratings {
  private readonly given = new Map<number, boolean>();
  private readonly waiting = new Map<number, number>();

  constructor(
    private readonly conversationId: string,
    private readonly send: (seq: number, helpful: boolean) => boolean,
  ) {
    if (!conversationId) return;
    try {
      const stored = JSON.parse(localStorage.getItem(this.key) ?? '[]') as [number, boolean][];
      for (const [seq, helpful] of stored) this.given.set(seq, helpful);
    } catch {
      // Unreadable or refused storage: the thumbs look unpressed.
    }
  }

  of(seq: number): boolean | undefined {
    return this.given.get(seq);
  }

  undoable(seq: number): boolean {
    return this.waiting.has(seq);
  }

  rate(seq: number, helpful: boolean, later: () => void): void {
    this.given.set(seq, helpful);
    clearTimeout(this.waiting.get(seq));
    this.waiting.set(
      seq,
      setTimeout(() => (this.commit(seq), later()), UNDO_MS),
    );
    this.store();
  }

  undo(seq: number): void {
    clearTimeout(this.waiting.get(seq));
    this.waiting.delete(seq);
    this.given.delete(seq);
    this.store();
  }

  /** The page goes: what waits is sent now. */
  flush(): void {
    for (const seq of [...this.waiting.keys()]) this.commit(seq);
  }

  private commit(seq: number): void {
    clearTimeout(this.waiting.get(seq));
    this.waiting.delete(seq);
    const helpful = this.given.get(seq);
    if (helpful === undefined) return;
    // Not connected: shown as not given, rather than as given and lost.
    if (!this.send(seq, helpful)) this.given.delete(seq);
    this.store();
  }

  private get key(): string {
    return `yiwen.ratings.${this.conversationId}`;
  }

  private store(): void {
    try {
      localStorage.setItem(this.key, JSON.stringify([...this.given]));
    } catch {
      // Remembered until the page closes.
    }
  }
}
