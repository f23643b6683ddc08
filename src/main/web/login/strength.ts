import { api } from '../common/api';

/** What the server thinks of a password: it alone decides. */
export interface Judged {
  enough: boolean;
  /** 0 to 4. */
  score: number;
  /** In UTF-8: a Chinese character has three. */
  bytes: number;
  /** Keys of zxcvbn's texts, such as `sequence.warning.likeABCor6543`. */
  hints: string[];
}

export const LONGEST_BYTES = 72;
const TYPING_MS = 300;

/** Asks when somebody stops typing; an answer about an earlier password is passed over. */
export class Strength {
  private timer?: number;
  private asked = 0;

  constructor(private readonly judged: (password: string, judged?: Judged) => void) {}

  of(password: string): void {
    clearTimeout(this.timer);
    const question = ++this.asked;
    this.judged(password);
    if (password) this.timer = setTimeout(() => void this.ask(password, question), TYPING_MS);
  }

  private async ask(password: string, question: number): Promise<void> {
    try {
      const judged = await api<Judged>('POST', '/session/password/strength', { body: { password } });
      if (question === this.asked) this.judged(password, judged);
    } catch {
      // Whoever saves hears it from the server.
    }
  }
}
