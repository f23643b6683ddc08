const TYPING_LASTS_MS = 8_000;
/** A draft that stands still so long was given up; the turn is answered again soon. */
const DRAFT_LASTS_MS = 15_000;

/** What is being written on the other side; it fades by itself. */
export class OtherSide {
  typing?: 'bot' | 'agent';
  /** What the bot has written so far; its message takes the place. */
  draft = '';
  private timer?: ReturnType<typeof setTimeout>;

  constructor(private readonly changed: () => void) {}

  writes(who: 'bot' | 'agent'): void {
    this.rest();
    this.typing = who;
    this.fadeAfter(TYPING_LASTS_MS);
  }

  drafts(text: string): void {
    // From another instance they may come out of order.
    if (this.draft.length > text.length && this.draft.startsWith(text)) return;
    this.rest();
    this.draft = text;
    this.fadeAfter(DRAFT_LASTS_MS);
  }

  rest(): void {
    if (this.timer) clearTimeout(this.timer);
    this.typing = undefined;
    this.draft = '';
  }

  private fadeAfter(ms: number): void {
    this.timer = setTimeout(() => {
      this.rest();
      this.changed();
    }, ms);
  }
}
