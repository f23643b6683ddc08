import type { Identity } from 'client/identity';
import type { Shelf } from 'client/outbox';
import { solve, type Puzzle } from 'client/puzzle';
import { request, RequestFailed } from './requests';

const KEY = 'yiwen.token';

interface Given {
  token: string;
}

/**
 * Who the customer is: the host's signed-in customer where there is a host, else whom `wx.login` names to the service. Where
 * the service does not know this mini-program (yet), a visitor.
 */
export class WeChatLogin implements Identity {
  used = '';
  private asking?: Promise<string>;

  constructor(
    private readonly server: string,
    private readonly appId: string,
    private readonly shelf: () => Shelf,
    private readonly host?: () => Promise<string>,
  ) {}

  known(): boolean {
    return !!this.host || !!this.stored();
  }

  /** Who asks while it is being asked gets the same answer: a code can be used once. */
  get(): Promise<string> {
    const stored = this.host ? '' : this.stored();
    if (stored) return Promise.resolve(stored);
    this.asking ??= this.ask().then(
      (token) => {
        this.asking = undefined;
        return token;
      },
      (failure) => {
        this.asking = undefined;
        throw failure;
      },
    );
    return this.asking;
  }

  async socketUrl(): Promise<string> {
    this.used = await this.get();
    return `${this.server.replace(/^http/, 'ws')}/ws/v1/chat`;
  }

  ofHost(): boolean {
    return !!this.host;
  }

  async afterRefusal(): Promise<'renewed' | 'refused' | 'elsewhere'> {
    const refused = this.used;
    if (!refused) return 'elsewhere';
    const status = await request(`${this.server}/ws/v1/chat`, { token: refused }).then(
      () => 200,
      (failure: RequestFailed) => failure.status,
    );
    if (status !== 401) return 'elsewhere';
    if (!this.host && this.stored() === refused) this.shelf().removeItem(KEY);
    return (await this.get()) === refused ? 'refused' : 'renewed';
  }

  private async ask(): Promise<string> {
    if (this.host) return this.host();
    const { token } = await this.signIn();
    this.shelf().setItem(KEY, token);
    return token;
  }

  private async signIn(): Promise<Given> {
    try {
      return await this.withCode();
    } catch (failure) {
      if (!(failure instanceof RequestFailed)) throw failure;
      // The code was used or too old: a second one is as good.
      if (failure.status === 401) return this.withCode();
      if (failure.status === 404) return this.visitor();
      throw failure;
    }
  }

  private async withCode(): Promise<Given> {
    const code = await codeOfWeChat();
    return request<Given>(`${this.server}/api/v1/wechat/login`, { method: 'POST', body: { appId: this.appId, code } });
  }

  /** Where very many arrive from one address, each solves a puzzle first. */
  private visitor(): Promise<Given> {
    const arrive = (body: object) => request<Given>(`${this.server}/api/v1/visitors`, { method: 'POST', body });
    return arrive({}).catch(async (failure: RequestFailed) => {
      if (failure.status !== 428) throw failure;
      const puzzle = failure.problem as unknown as Puzzle;
      return arrive({ proof: { puzzle: puzzle.puzzle, number: await solve(puzzle) } });
    });
  }

  private stored(): string {
    return this.shelf().getItem(KEY) ?? '';
  }
}

function codeOfWeChat(): Promise<string> {
  return new Promise((done, failed) => {
    wx.login({
      success: ({ code }) => done(code),
      fail: () => failed(new RequestFailed(0, '')),
    });
  });
}
