import { ConversationClient } from 'client/conversation-client';
import type { Transport } from 'client/frame-socket';
import { Files } from './files';
import { PrivacyConsent, ReplyNotices } from './consents';
import { WeChatLogin } from './login';
import { wordsOf } from './requests';
import { WeChatShelf } from './shelf';
import { weChatTransport } from './transport';
import { Uploads } from './uploads';
import { language } from './words';
import { hostToken, theme } from '../theme';

/** What a tap on the home page wants of the conversation. */
export type Errand = { ask: string } | { human: true };

/** The one conversation of this mini-program; pages come and go around it. */
export class Talk {
  readonly appId: string;
  readonly login: WeChatLogin;
  readonly client: ConversationClient;
  readonly uploads: Uploads;
  readonly files: Files;
  readonly consent: PrivacyConsent;
  readonly notices: ReplyNotices;
  /** Typed, and not sent yet. */
  unsaid = '';
  /** The network is there, but poor. */
  weak = false;
  private readonly transport: Transport;
  private readonly listeners = new Set<() => void>();
  private told?: ReturnType<typeof setTimeout>;
  private errands: Errand[] = [];

  constructor() {
    const shelf = new WeChatShelf();
    this.appId = wx.getAccountInfoSync().miniProgram.appId;
    this.login = new WeChatLogin(theme.server, this.appId, () => shelf, hostToken);
    const changed = () => this.changed();
    this.transport = weChatTransport(() => this.login.used);
    const { transport } = this;
    this.client = new ConversationClient(this.login, { transport, shelf: () => shelf, language, words: wordsOf }, changed);
    const address = () => `${theme.server}/api/v1/chat/${this.client.conversationId}/files`;
    const token = () => this.login.get();
    this.uploads = new Uploads(address, token, changed);
    this.files = new Files(address, token, changed);
    this.consent = new PrivacyConsent(() => shelf);
    this.notices = new ReplyNotices(this.appId, token, changed);
    wx.onNetworkWeakChange?.(({ weakNet }) => {
      this.weak = weakNet;
      changed();
    });
  }

  /** Whether the phone says that there is a network. */
  get online(): boolean {
    return this.transport.online();
  }

  /** Who has been here goes on; nobody is asked for anything before they agreed. */
  resume(): void {
    if (this.consent.given && this.login.known()) this.client.start();
  }

  /** As soon as the customer has agreed. */
  do(errand: Errand): void {
    this.errands.push(errand);
    if (this.consent.given) this.begin();
  }

  agree(): void {
    this.consent.give();
    this.begin();
  }

  decline(): void {
    this.errands = [];
  }

  begin(): void {
    this.client.start();
    for (const errand of this.errands.splice(0)) {
      if ('ask' in errand) this.client.sending.add(errand.ask);
      else this.client.human();
    }
    this.changed();
  }

  listen(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Much may happen at once, such as a history: pages are told of it once. */
  private changed(): void {
    this.told ??= setTimeout(() => {
      this.told = undefined;
      for (const listener of this.listeners) listener();
    }, 30);
  }
}

let only: Talk | undefined;

export function talk(): Talk {
  return (only ??= new Talk());
}
