const FIRST_MS = 3_000;
const LONGEST_MS = 60_000;

/** When what was refused for the moment is tried again: after 3 s, and each time after twice as long, up to a minute. */
export class Backoff {
  private readonly tries = new Map<string, { count: number; at: number }>();

  refused(id: string): number {
    const count = (this.tries.get(id)?.count ?? 0) + 1;
    const pause = Math.min(LONGEST_MS, FIRST_MS * 2 ** (count - 1));
    this.tries.set(id, { count, at: Date.now() + pause });
    return pause;
  }

  /** Once for each refusal. */
  isDue(id: string): boolean {
    const tried = this.tries.get(id);
    if (!tried || tried.at > Date.now()) return false;
    tried.at = Infinity;
    return true;
  }

  over(id: string): void {
    this.tries.delete(id);
  }
}
