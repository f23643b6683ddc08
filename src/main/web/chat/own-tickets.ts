import { ApiError, request, words } from '../common/api';
import { t as files } from '../common/i18n/files';
import { newId } from '../common/client/outbox';

export interface OwnTicket {
  number: number;
  subject: string;
  state: 'OPEN' | 'IN_PROGRESS' | 'WAITING' | 'RESOLVED';
  openedAt: string;
  resolvedAt?: string;
  answerable: boolean;
  promised: { step: string; label: { chinese: string; english: string }; dueAt: string; late: boolean }[];
  /** Without a name: the customer's own words. */
  said: { at: string; name?: string; words: string; files: { id: string; name: string; size: number }[] }[];
}

/** The customer's tickets, as far as they were asked for. */
export class OwnTickets {
  all?: OwnTicket[];
  problem = '';
  private asked = 0;
  /** What is not known to have arrived keeps its id, so that sending it again writes it once. */
  private readonly sending = new Map<number, { id: string; text: string }>();

  constructor(
    private readonly origin: string,
    private readonly headers: () => Promise<Record<string, string>>,
    private readonly changed: () => void,
  ) {}

  async load(): Promise<void> {
    const asked = ++this.asked;
    this.problem = '';
    this.changed();
    try {
      const all = await request<OwnTicket[]>(this.origin, 'GET', '/chat/tickets', { headers: await this.headers() });
      if (asked === this.asked) this.all = all;
    } catch (failure) {
      if (asked === this.asked) this.problem = words(failure);
    }
    this.changed();
  }

  /** Something became of one of them. */
  news(): void {
    if (this.all) void this.load();
  }

  /** Throws ApiError. */
  async answer(number: number, text: string): Promise<void> {
    const before = this.sending.get(number);
    const sent = before?.text === text ? before : { id: newId(), text };
    this.sending.set(number, sent);
    const asked = ++this.asked;
    const all = await request<OwnTicket[]>(this.origin, 'POST', `/chat/tickets/${number}/answers`, {
      headers: await this.headers(),
      body: { clientMessageId: sent.id, text },
    });
    this.sending.delete(number);
    if (asked === this.asked) this.all = all;
    this.changed();
  }

  /** Hands a file of a reply to the browser to be kept. Throws ApiError. */
  async download(number: number, file: { id: string; name: string }): Promise<void> {
    const response = await fetch(`${this.origin}/api/v1/chat/tickets/${number}/files/${file.id}`, { headers: await this.headers() });
    if (!response.ok) throw new ApiError(response.status, files('notOpened'));
    const address = URL.createObjectURL(await response.blob());
    const link = document.createElement('a');
    link.href = address;
    link.download = file.name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
  }

  /** They are another customer's. */
  forget(): void {
    this.asked++;
    this.all = undefined;
    this.sending.clear();
  }
}
