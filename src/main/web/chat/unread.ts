import type { Message } from '../common/frames';

/** Counts what others wrote while the chat was hidden; the last seq that was seen is remembered across reloads. */
export class UnreadCounter {
  private conversation = '';
  private messages: readonly Message[] = [];
  private lastSeen = 0;
  private told = 0;
  private readonly visibility = () => this.check();

  constructor(
    private readonly away: () => boolean,
    private readonly changed: (count: number) => void,
    private readonly saw: (seq: number) => void,
    /** The last message in sight; undefined when that is the last of all. */
    private readonly inSight: () => number | undefined,
  ) {
    document.addEventListener('visibilitychange', this.visibility);
  }

  stop(): void {
    document.removeEventListener('visibilitychange', this.visibility);
  }

  seen(conversation: string, messages: readonly Message[]): void {
    if (conversation !== this.conversation) {
      this.conversation = conversation;
      this.lastSeen = this.restore();
    }
    this.messages = messages;
    this.check();
  }

  check(): void {
    if (!this.away() && document.visibilityState === 'visible') {
      const all = this.messages.at(-1)?.seq ?? 0;
      const last = Math.min(all, this.inSight() ?? all);
      if (last > this.lastSeen) {
        this.store((this.lastSeen = last));
        this.saw(last);
      }
    }
    const count = this.messages.filter(
      (one) => one.seq > this.lastSeen && (one.author.kind === 'bot' || one.author.kind === 'agent'),
    ).length;
    if (count !== this.told) this.changed((this.told = count));
  }

  private get key(): string {
    return `yiwen.seen.${this.conversation}`;
  }

  private restore(): number {
    try {
      return Number(localStorage.getItem(this.key) ?? 0);
    } catch {
      return 0;
    }
  }

  private store(seq: number): void {
    try {
      localStorage.setItem(this.key, String(seq));
    } catch {
      // The badge may then count old messages after a reload.
    }
  }
}
