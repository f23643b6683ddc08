import { words } from '../common/api';
import type { Brand, Said } from '../common/brand';
import { ConversationClient } from '../common/client/conversation-client';
import { scopeOf } from '../common/client/identity';
import type { Greeting } from '../common/client/known';
import { Uploads } from '../common/files';
import type { Message } from '../common/frames';
import { language } from '../common/i18n/language';
import { browser } from '../common/socket';
import type { About } from './about';
import { ChatHistory } from './history';
import { OwnFiles } from './own-files';
import { OwnTickets } from './own-tickets';
import { PhoneProof } from './phone-proof';
import { CustomerToken } from './token';

/** One customer's conversation as this page knows it, with the files, tickets and earlier conversations beside it. */
export class ChatClient extends ConversationClient {
  /** Address of the bot's picture. */
  avatar = '';
  hotline = '';
  readonly uploads: Uploads;
  readonly files: OwnFiles;
  readonly tickets: OwnTickets;
  readonly history: ChatHistory;
  readonly phone: PhoneProof;
  private readonly storage = (event: StorageEvent) => this.sending.owns(event.key) && this.sending.refresh();

  /** @param tokenNeeded the host's token has ended, and only the host can give another */
  static of(origin: string, token: string, changed: () => void, tokenNeeded: () => void, about: () => About): ChatClient {
    return new ChatClient(origin, new CustomerToken(origin, token), changed, tokenNeeded, about);
  }

  private constructor(
    origin: string,
    private readonly token: CustomerToken,
    changed: () => void,
    tokenNeeded: () => void,
    about: () => About,
  ) {
    super(token, { transport: browser, shelf: () => localStorage, language, words, about, tokenNeeded }, changed);
    const address = () => `${origin}/api/v1/chat/${this.conversationId}/files`;
    const headers = async () => ({ Authorization: `Bearer ${await this.token.get()}` });
    this.uploads = new Uploads(address, headers, changed);
    this.files = new OwnFiles(address, headers, changed);
    this.tickets = new OwnTickets(origin, headers, changed);
    this.history = new ChatHistory(origin, headers, changed);
    this.phone = new PhoneProof(origin, headers, changed);
  }

  /** The host's new token: of the same customer the conversation goes on where it was. */
  renew(token: string): void {
    const another = !!this.token.used && scopeOf(this.token.used) !== scopeOf(token);
    this.token.give(token);
    this.tokenRefused = false;
    if (another) {
      this.sending.moveTo(scopeOf(token));
      this.forgetCustomer();
    }
    if (this.started) this.socket.now();
  }

  returning(): boolean {
    return this.token.known();
  }

  override start(): void {
    if (!this.started) addEventListener('storage', this.storage);
    super.start();
  }

  override stop(): void {
    removeEventListener('storage', this.storage);
    super.stop();
    this.files.stop();
    this.history.stop();
  }

  /** What a brand would look like; nobody is asked and nothing is sent. */
  rehearse(brand: Brand, messages: Message[]): void {
    const words = ({ assistant: name, label, greeting, questions }: Said): Greeting => ({
      assistant: { name, label, greeting },
      suggestions: questions,
      promises: [],
    });
    this.greetings = { 'zh-CN': words(brand['zh-CN']), en: words(brand.en) };
    this.messages = messages;
    this.caughtUp = true;
    this.wear(brand, '');
  }

  /** @param origin of the service whose brand it is */
  wear(brand: Brand, origin: string): void {
    this.avatar = brand.avatar ? origin + brand.avatar : '';
    this.hotline = brand.hotline;
    this.changed();
  }

  protected override begun(conversationId: string): void {
    this.history.begin(conversationId);
  }

  protected override ticketNews(): void {
    this.tickets.news();
  }

  protected override forgetCustomer(): void {
    super.forgetCustomer();
    this.tickets.forget();
    this.history.forget();
    this.phone.forget();
  }

  protected override forget(): void {
    this.history.keep(this.conversationId, this.messages);
    super.forget();
  }
}
