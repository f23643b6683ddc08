const SHOWN_MS = 10_000;

/** What went wrong, in words, for a while. */
export class Trouble {
  words = '';
  private timer?: number;

  constructor(private readonly changed: () => void) {}

  say(words: string): void {
    this.words = words;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.dismiss(), SHOWN_MS);
    this.changed();
  }

  dismiss(): void {
    this.words = '';
    this.changed();
  }
}
