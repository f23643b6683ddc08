import { api } from '../common/api';

/** What is to be minded in a reply; `should` is what the knowledge says, or what to say instead. */
export interface ReplyWarning {
  kind: 'differs' | 'older' | 'unsupported' | 'forbidden' | 'duty';
  severity: 'REMIND' | 'GRAVE';
  said: string;
  should: string;
  source?: { article: string; title: string; revision: number };
}

const PAUSE_MS = 600;
const SHORTEST = 4;

/** Asks about a reply while it is written, when the writer pauses; only the newest answer counts, and none is no warning. */
export class ReplyCheck {
  warnings: ReplyWarning[] = [];
  private timer?: number;
  private asking?: AbortController;

  constructor(private readonly changed: () => void) {}

  look(conversation: string, text: string): void {
    this.forget();
    if (!conversation || text.trim().length < SHORTEST) return;
    this.timer = window.setTimeout(() => void this.ask(conversation, text.trim()), PAUSE_MS);
  }

  forget(): void {
    window.clearTimeout(this.timer);
    this.asking?.abort();
    this.asking = undefined;
    if (this.warnings.length === 0) return;
    this.warnings = [];
    this.changed();
  }

  private async ask(conversation: string, text: string): Promise<void> {
    const asking = new AbortController();
    this.asking = asking;
    try {
      const path = `/assist/${encodeURIComponent(conversation)}/check`;
      const { warnings } = await api<{ warnings: ReplyWarning[] }>('POST', path, { body: { text }, signal: asking.signal });
      if (asking.signal.aborted) return;
      this.warnings = warnings;
      this.changed();
    } catch {
      // A reply is written and sent as well without a look at it.
    }
  }
}
