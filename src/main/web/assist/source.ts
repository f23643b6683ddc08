import { ApiError, request } from '../common/api';
import type { AssistClientFrame, AssistServerFrame, Suggestion } from '../common/frames';
import { FrameSocket, socketUrl } from '../common/socket';

/** A conversation that is not the agent's yet, or a number that has not called yet, is asked for again. */
const ASK_AGAIN_MS = 3000;

/** Which conversation, and how to reach it. */
export interface Wanted {
  /** Origin of the service; '' is the page's own. */
  endpoint: string;
  /** For foreign pages, where the session's cookie does not go. */
  token: string;
  conversation: string;
  /** Of a call that the agent is on, instead of a conversation. */
  number: string;
}

export interface SourceEvents {
  suggestions: (conversation: string, forSeq: number, suggestions: Suggestion[]) => void;
  /** A code when the service refuses, '' when it no longer does. */
  refused: (code: string) => void;
  lost: (lost: boolean) => void;
  tokenNeeded: () => void;
}

/** Where the suggestions of one conversation come from. */
export class Source {
  private readonly socket: FrameSocket<AssistServerFrame, AssistClientFrame>;
  private timer?: number;

  constructor(
    private readonly wanted: () => Wanted,
    private readonly events: SourceEvents,
  ) {
    this.socket = new FrameSocket<AssistServerFrame, AssistClientFrame>({
      url: () => this.url(),
      opened: () => {},
      received: (frame) => this.received(frame),
      changed: (connection) => events.lost(connection === 'waiting' || connection === 'offline'),
      refused: () => this.refused(),
    });
    this.socket.start();
  }

  stop(): void {
    clearTimeout(this.timer);
    this.socket.stop();
  }

  /** With a new token. */
  again(): void {
    if (this.socket.connection !== 'open') this.socket.now();
  }

  used(id: string, how: AssistClientFrame['how']): void {
    this.socket.send({ type: 'used', id, how });
  }

  private url(): string {
    const { endpoint, token, conversation, number } = this.wanted();
    const query = new URLSearchParams(conversation ? { conversation } : { number });
    if (token) query.set('token', token);
    return socketUrl(endpoint, `/ws/v1/assist?${query.toString()}`);
  }

  /** A refused upgrade tells a script nothing; a plain request tells whether it is the page's origin. */
  private async refused(): Promise<void> {
    const { endpoint } = this.wanted();
    const failure = endpoint ? await request(endpoint, 'GET', '/assist/origins').catch((why: unknown) => why) : undefined;
    if (failure instanceof ApiError && failure.status === 403) this.events.refused('foreign-origin');
    else this.events.tokenNeeded();
  }

  private received(frame: AssistServerFrame): void {
    if (frame.type === 'suggestions') {
      this.events.refused('');
      this.events.suggestions(frame.conversationId, frame.forSeq, frame.suggestions);
      return;
    }
    this.events.refused(frame.code);
    if (frame.code !== 'not-found' && frame.code !== 'forbidden') return;
    this.socket.stop();
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.socket.start(), ASK_AGAIN_MS);
  }
}
