import { request, words } from '../common/api';
import type { Attachment, Body, Message } from '../common/frames';
import { OwnFiles } from './own-files';
import type { Rating } from './satisfaction';

export interface Earlier {
  id: string;
  openedAt: string;
  closedAt?: string;
  messages: Message[];
  score?: number;
  rateable: boolean;
}

const KEPT = new Set(['agent-joined', 'taken-over', 'message-left', 'ticket-opened', 'ticket-resolved']);

/** Whether the customer reads it later, too; the service knows it of what it sends. */
function isKept(body: Body): boolean {
  return body.kind !== 'notice' || KEPT.has(body.code) || body.code.startsWith('safety-') || body.code.startsWith('incident');
}

/** The customer's earlier conversations, as far as they were asked for; oldest first. */
export class ChatHistory {
  earlier: Earlier[] = [];
  loading = false;
  problem = '';
  /** Where the next page begins; '' when there is none. */
  next = '';
  private present = '';
  private generation = 0;
  private readonly ownFiles = new Map<string, OwnFiles>();

  constructor(
    private readonly origin: string,
    private readonly headers: () => Promise<Record<string, string>>,
    private readonly changed: () => void,
  ) {}

  /** That conversation is the present one: the one before it stands above. */
  begin(present: string): void {
    if (this.present === present) return;
    this.present = present;
    if (this.earlier.length > 0) return;
    this.next = present;
    void this.more(1);
  }

  async more(most = 3): Promise<void> {
    if (this.loading || !this.next) return;
    const { generation, next } = this;
    this.loading = true;
    this.problem = '';
    this.changed();
    try {
      const page = await request<{ conversations: Earlier[]; next?: string }>(
        this.origin,
        'GET',
        `/chat/history?before=${next}&limit=${most}`,
        { headers: await this.headers() },
      );
      if (generation !== this.generation) return;
      for (const one of page.conversations) this.put(one);
      this.next = page.next ?? '';
    } catch (failure) {
      if (generation === this.generation) this.problem = words(failure);
    } finally {
      if (generation === this.generation) this.loading = false;
      this.changed();
    }
  }

  /** The present conversation is over and another begins below. */
  keep(id: string, messages: Message[]): void {
    const kept = messages.filter((one) => isKept(one.body));
    if (!kept.length || this.earlier.some((one) => one.id === id)) return;
    this.earlier = [...this.earlier, { id, openedAt: kept[0]!.at, messages: kept, rateable: true }];
  }

  /** Throws ApiError. */
  async rate(id: string, rating: Rating): Promise<void> {
    await request(this.origin, 'PUT', `/chat/history/${id}/rating`, { headers: await this.headers(), body: rating });
  }

  files(id: string): OwnFiles {
    const known = this.ownFiles.get(id);
    if (known) return known;
    const files = new OwnFiles(() => `${this.origin}/api/v1/chat/${id}/files`, this.headers, this.changed);
    this.ownFiles.set(id, files);
    return files;
  }

  /** The earlier conversation in which that file was sent. */
  with(file: Attachment): { messages: Message[]; files: OwnFiles } | undefined {
    const one = this.earlier.find(({ messages }) =>
      messages.some(({ body }) => body.kind === 'text' && body.file?.id === file.id),
    );
    return one && { messages: one.messages, files: this.files(one.id) };
  }

  /** They are another customer's, or the service does not know them any more. */
  forget(): void {
    this.generation++;
    this.loading = false;
    this.earlier = [];
    this.next = '';
    this.present = '';
    this.stop();
  }

  stop(): void {
    for (const files of this.ownFiles.values()) files.stop();
    this.ownFiles.clear();
  }

  /** Above all; of one whose end was here already, what came before it. */
  private put(one: Earlier): void {
    const [first, ...rest] = this.earlier;
    if (first?.id !== one.id) this.earlier = [one, ...this.earlier];
    else if (first.messages.length < 1 || one.messages.at(-1)!.seq < first.messages[0]!.seq) {
      this.earlier = [{ ...first, openedAt: one.openedAt, messages: [...one.messages, ...first.messages] }, ...rest];
    }
  }
}
