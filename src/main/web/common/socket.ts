/** What the connection is doing, for banners. `waiting`: between two attempts. `offline`: the browser says so. */
export type Connection = 'connecting' | 'open' | 'waiting' | 'offline' | 'closed';

export interface SocketOptions<In, Out> {
  /** Asked before each attempt, so that a renewed token is used. */
  url: () => string | Promise<string>;
  /** First frames on every new connection, e.g. hello with the last seq. */
  opened: () => void;
  received: (frame: In) => void;
  /** After each change of the connection. */
  changed?: (connection: Connection, attempt: number) => void;
  /** The server refused `attempts` times in a row without a single frame: perhaps the token is bad. */
  refused?: (attempts: number) => void | Promise<void>;
  heartbeat?: { everyMs: number; frame: () => Out };
}

const FIRST_WAIT_MS = 400;
const LONGEST_WAIT_MS = 15_000;
/** Policy violation (RFC 6455, 7.4.1): too many sockets, or frames. Coming back at once would be one more. */
const REFUSED = 1008;
/** Who is signed in may do other things now: the page offers them when it is loaded anew; what was written is kept. */
const OTHER_RIGHTS = 4001;
/** Phones drop sockets of hidden pages without telling: after this long a page that comes back connects anew. */
const HIDDEN_TOO_LONG_MS = 45_000;

/**
 * A WebSocket of JSON frames that comes back by itself: exponential back-off with full jitter, at once when the
 * network or the page returns. It neither queues nor resends; who needs that asks its outbox in `opened`.
 */
export class FrameSocket<In extends { type: string }, Out extends { type: string }> {
  connection: Connection = 'closed';
  private socket?: WebSocket;
  private timer?: number;
  private beat?: number;
  private attempt = 0;
  private generation = 0;
  private hiddenSince = 0;
  private readonly online = () => this.now();
  // What is sent from now on would be lost in an old connection; attempts go on, for browsers that are mistaken.
  private readonly offline = () => this.retry(1);
  private readonly visibility = () => this.seen();

  constructor(private readonly options: SocketOptions<In, Out>) {}

  start(): void {
    addEventListener('online', this.online);
    addEventListener('offline', this.offline);
    document.addEventListener('visibilitychange', this.visibility);
    void this.connect();
  }

  stop(): void {
    removeEventListener('online', this.online);
    removeEventListener('offline', this.offline);
    document.removeEventListener('visibilitychange', this.visibility);
    this.drop();
    this.set('closed');
  }

  /** False when there is no connection; the frame is then not sent. */
  send(frame: Out): boolean {
    if (this.socket?.readyState !== WebSocket.OPEN) return false;
    this.socket.send(JSON.stringify(frame));
    return true;
  }

  /** Reconnects at once: the user asked, or an acknowledgement is overdue. */
  now(): void {
    this.attempt = 0;
    this.drop();
    void this.connect();
  }

  private seen(): void {
    if (document.visibilityState === 'hidden') {
      this.hiddenSince = Date.now();
    } else if (this.connection !== 'open' || Date.now() - this.hiddenSince > HIDDEN_TOO_LONG_MS) {
      this.now();
    }
  }

  private drop(): void {
    this.generation++;
    clearTimeout(this.timer);
    clearInterval(this.beat);
    this.socket?.close();
    this.socket = undefined;
  }

  private async connect(): Promise<void> {
    const generation = ++this.generation;
    const stale = () => generation !== this.generation;
    this.set('connecting');
    let frames = 0;
    try {
      const url = await this.options.url();
      if (stale()) return;
      const socket = (this.socket = new WebSocket(url));
      socket.onopen = () => {
        if (stale()) return;
        this.options.opened();
        this.set('open');
        this.startBeat();
      };
      socket.onmessage = (event) => {
        if (stale()) return;
        frames++;
        this.attempt = 0;
        this.options.received(JSON.parse(event.data as string) as In);
      };
      socket.onclose = (event) => {
        if (stale()) return;
        if (event.code === OTHER_RIGHTS) location.reload();
        else this.retry(frames, event.code === REFUSED);
      };
    } catch {
      if (!stale()) this.retry(frames);
    }
  }

  private retry(frames: number, refused = false): void {
    this.drop();
    this.attempt++;
    if (frames === 0) void this.options.refused?.(this.attempt);
    this.set(navigator.onLine ? 'waiting' : 'offline');
    const ceiling = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** this.attempt);
    const wait = refused ? LONGEST_WAIT_MS : FIRST_WAIT_MS / 2;
    this.timer = setTimeout(() => void this.connect(), wait + Math.random() * ceiling);
  }

  private startBeat(): void {
    const heartbeat = this.options.heartbeat;
    if (heartbeat) this.beat = setInterval(() => this.send(heartbeat.frame()), heartbeat.everyMs);
  }

  private set(connection: Connection): void {
    this.connection = connection;
    this.options.changed?.(connection, this.attempt);
  }
}

/** ws(s) address of a path below an origin; '' is the page's own. */
export function socketUrl(origin: string, path: string): string {
  const url = new URL(path, origin || location.origin);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  return url.toString();
}
