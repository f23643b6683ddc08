import { ApiError, request } from '../common/api';
import { t } from '../common/i18n/common';
import { socketUrl } from '../common/socket';
import type { Identity } from '../common/client/identity';
import { solve, type Puzzle } from '../common/client/puzzle';

/**
 * Who the customer is: the host's signed-in customer when the page gives a token, else an anonymous visitor whose
 * token this browser keeps, so that a reload finds the same conversation.
 */
export class CustomerToken implements Identity {
  /** The one that the last connection was asked with. */
  used = '';
  private readonly key: string;

  constructor(private readonly origin: string, private given: string) {
    this.key = `yiwen.visitor${origin && `.${origin}`}`;
  }

  /** The host's new one. */
  give(token: string): void {
    this.given = token;
  }

  /** Whether only the host can renew it. */
  ofHost(): boolean {
    return !!this.given;
  }

  /** Has this browser been here before? Then a closed chat may connect to learn of unread messages. */
  known(): boolean {
    return !!this.given || !!this.stored();
  }

  async get(): Promise<string> {
    return this.given || this.stored() || this.visitor();
  }

  async socketUrl(): Promise<string> {
    this.used = await this.get();
    return socketUrl(this.origin, this.path());
  }

  /** A refused upgrade looks like any lost connection to a script; a plain request tells them apart. */
  async afterRefusal(): Promise<'renewed' | 'refused' | 'elsewhere'> {
    const token = this.used;
    if (!token) return 'elsewhere';
    const status = await fetch(this.origin + this.path(), { credentials: 'omit' }).then(
      (response) => response.status,
      () => 0,
    );
    // Customers may open this socket, whoever they are: what is refused is the page around the chat.
    if (status === 403 && this.origin) throw new ApiError(status, t('errorEmbedded', { address: location.origin }));
    if (status !== 401) return 'elsewhere';
    return (await this.renew(token)) ? 'renewed' : 'refused';
  }

  private path(): string {
    return `/ws/v1/chat?token=${encodeURIComponent(this.used)}`;
  }

  /** After a refusal. False when the host's token is at fault, which only the host can renew. */
  private async renew(refused: string): Promise<boolean> {
    if (this.given) return false;
    // Another tab may have renewed it already.
    if (this.stored() === refused) this.store('');
    await this.get();
    return true;
  }

  private async visitor(): Promise<string> {
    const { token } = await this.arrive();
    // Two tabs opened at once: the first one's token counts.
    const other = this.stored();
    if (other) return other;
    this.store(token);
    return token;
  }

  /** Where very many arrive from one address, each solves a puzzle first. */
  private async arrive(): Promise<{ token: string }> {
    const ask = (body: object) => request<{ token: string }>(this.origin, 'POST', '/visitors', { body });
    return ask({}).catch(async (failure) => {
      const wanted = failure instanceof ApiError && failure.status === 428 ? (failure.problem as Puzzle) : undefined;
      if (!wanted) throw failure;
      return ask({ proof: { puzzle: wanted.puzzle, number: await solve(wanted) } });
    });
  }

  private memory = '';

  private stored(): string {
    try {
      return localStorage.getItem(this.key) ?? this.memory;
    } catch {
      return this.memory;
    }
  }

  private store(token: string): void {
    this.memory = token;
    try {
      if (token) localStorage.setItem(this.key, token);
      else localStorage.removeItem(this.key);
    } catch {
      // Private windows: the visitor is new at the next reload.
    }
  }
}
