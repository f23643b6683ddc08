import type { Message } from '../../web/common/frames';
import { blocks, wordsOf as plainWords } from './blocks';
import { groupTime } from './clock';
import { request, wordsOf } from './requests';
import { filled, words } from './words';
import { theme } from '../theme';

interface Ticket {
  number: number;
  subject: string;
  state: 'OPEN' | 'IN_PROGRESS' | 'WAITING' | 'RESOLVED';
  openedAt: string;
  resolvedAt?: string;
  said: { at: string; name?: string; words: string }[];
}

interface Earlier {
  id: string;
  openedAt: string;
  messages: Message[];
}

/** A line of somebody's. */
export interface Line {
  key: string;
  who: string;
  text: string;
}

/** One ticket or conversation as the page shows it. */
export interface Entry {
  key: string;
  title: string;
  state: string;
  done: boolean;
  hint: string;
  lines: Line[];
  open: boolean;
}

/** What the customer has with the service besides the present conversation: their tickets, and what was said before. To read alone. */
export class Past {
  tickets: Entry[] = [];
  conversations: Entry[] = [];
  loading = false;
  problem = '';
  /** Where the next page begins; '' when there is none. */
  next = '';

  constructor(
    private readonly token: () => Promise<string>,
    private readonly changed: () => void,
  ) {}

  /** @param present the conversation that goes on; '' where none does */
  async load(present: string): Promise<void> {
    this.next = present;
    this.conversations = [];
    await this.doing(async (token) => {
      const all = await request<Ticket[]>(`${theme.server}/api/v1/chat/tickets`, { token });
      this.tickets = all.map((one) => ticket(one, all.length === 1));
      if (present) await this.page(token);
    });
  }

  async more(): Promise<void> {
    if (this.next) await this.doing((token) => this.page(token));
  }

  turn(key: string): void {
    for (const one of [...this.tickets, ...this.conversations]) if (one.key === key) one.open = !one.open;
    this.changed();
  }

  private async page(token: string): Promise<void> {
    const url = `${theme.server}/api/v1/chat/history?before=${this.next}&limit=3`;
    const page = await request<{ conversations: Earlier[]; next?: string }>(url, { token });
    this.conversations = [...this.conversations, ...page.conversations.map(conversation)];
    this.next = page.next ?? '';
  }

  private async doing(work: (token: string) => Promise<void>): Promise<void> {
    if (this.loading) return;
    this.loading = true;
    this.problem = '';
    this.changed();
    try {
      await work(await this.token());
    } catch (failure) {
      this.problem = wordsOf(failure);
    }
    this.loading = false;
    this.changed();
  }
}

const when = (at: string): string => groupTime(new Date(at), new Date());

function ticket(one: Ticket, open: boolean): Entry {
  const said = words();
  return {
    key: `t${one.number}`,
    title: one.subject,
    state: said.ticketStates[one.state],
    done: one.state === 'RESOLVED',
    hint: filled(one.resolvedAt ? said.resolvedAt : said.openedAt, { n: one.number, when: when(one.resolvedAt ?? one.openedAt) }),
    lines: one.said.map(({ name, words: text }, i) => ({ key: `${one.number}-${i}`, who: name ?? said.you, text })),
    open,
  };
}

function conversation(one: Earlier): Entry {
  const said = words();
  const names = { customer: said.you, bot: said.aiLabel, agent: said.agent, system: '' };
  const lines = one.messages.map(({ seq, author, body }) => ({
    key: `${one.id}-${seq}`,
    who: (author.kind === 'agent' && author.name) || names[author.kind],
    text: plainWords(blocks(body.text)).trim(),
  }));
  const first = one.messages.find(({ author }) => author.kind === 'customer');
  return {
    key: one.id,
    title: first?.body.text || said.chat,
    state: '',
    done: true,
    hint: when(one.openedAt),
    lines: lines.filter(({ text }) => text),
    open: false,
  };
}
