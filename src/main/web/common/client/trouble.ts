const SHOWN_MS = 10_000;

/** What went wrong, in words, for a while. */
export class Trouble {
  words = '';
  private timer?: ReturnType<typeof setTimeout>;

  constructor(private readonly changed: () => void) {}

  say(words: string): void {
    this.words = words;
    if (this.timer) clearTimeout(this.timer);
    this.timer = setTimeout(() => this.dismiss(), SHOWN_MS);
    this.changed();
  }

  dismiss(): void {
    this.words = '';
    this.changed();
  }
}
