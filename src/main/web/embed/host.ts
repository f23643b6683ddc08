import { api } from '../common/api';

/** What the framing page says. */
export type FromHost =
  | { type: 'yiwen:open'; conversation?: string; number?: string }
  | { type: 'yiwen:sign-in'; token?: string; hostToken?: string }
  | { type: 'yiwen:close' };

/** What it is told. */
export type ToHost =
  | { type: 'yiwen:ready' }
  | { type: 'yiwen:token-needed' }
  | { type: 'yiwen:opened'; conversation: string }
  | { type: 'yiwen:insert-text'; text: string; conversation: string };

/**
 * The page that frames this one. Only origins of the installation's configuration are listened to, and answers go to
 * the origin that spoke last, never to whoever happens to frame us.
 */
export class Host {
  private origins: string[] = [];
  private origin = '';

  constructor(private readonly heard: (message: FromHost) => void) {}

  get framed(): boolean {
    return window.parent !== window;
  }

  async listen(): Promise<void> {
    if (!this.framed) return;
    this.origins = [location.origin, ...(await api<string[]>('GET', '/assist/origins'))];
    addEventListener('message', (event) => this.receive(event));
    // Says nothing but that this page is here, to each who may know; a browser drops what is meant for another origin.
    for (const origin of this.origins) window.parent.postMessage({ type: 'yiwen:ready' } satisfies ToHost, origin);
  }

  tell(message: ToHost): void {
    if (this.origin) window.parent.postMessage(message, this.origin);
  }

  private receive(event: MessageEvent<unknown>): void {
    if (event.source !== window.parent || !this.origins.includes(event.origin)) return;
    const message = event.data as Partial<FromHost> | null;
    if (typeof message !== 'object' || typeof message?.type !== 'string') return;
    this.origin = event.origin;
    this.heard(message as FromHost);
  }
}
