import { AsyncDirective, directive } from 'lit/async-directive.js';

const EVERY_MS = 20_000;
const shown = new Set<MovingWords>();
let clock: ReturnType<typeof setInterval> | undefined;

/** Words that are others after a while, such as 2 分钟前, said anew as long as they are on the page. */
class MovingWords extends AsyncDirective {
  private words = () => '';

  render(words: () => string): string {
    this.words = words;
    return words();
  }

  update(_part: unknown, [words]: [() => string]): string {
    if (this.isConnected) this.reconnected();
    return this.render(words);
  }

  reconnected(): void {
    shown.add(this);
    clock ??= setInterval(() => shown.forEach((one) => one.again()), EVERY_MS);
  }

  disconnected(): void {
    shown.delete(this);
    if (shown.size) return;
    clearInterval(clock);
    clock = undefined;
  }

  private again(): void {
    if (!document.hidden) this.setValue(this.words());
  }
}

export const movingWords = directive(MovingWords);
