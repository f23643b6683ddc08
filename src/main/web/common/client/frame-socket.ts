/** What the connection is doing, for banners. `waiting`: between two attempts. `offline`: the device says so. */
export type Connection = 'connecting' | 'open' | 'waiting' | 'offline' | 'closed';

/** An open socket. */
export interface Wire {
  /** False when it is not open (any more); the text is then not sent. */
  send: (text: string) => boolean;
  close: () => void;
}

/** What becomes of the device and the page around a socket. */
export interface Weather {
  online: () => void;
  offline: () => void;
  shown: () => void;
  hidden: () => void;
}

/** How frames travel: a browser's WebSocket, a mini-program's SocketTask, or a test's. */
export interface Transport {
  connect: (url: string, on: { opened: () => void; received: (text: string) => void; closed: (code: number) => void }) => Wire;
  online: () => boolean;
  /** Tells what becomes of the device from now on; the result ends that. */
  watch: (weather: Weather) => () => void;
  /** How long a socket is trusted out of sight, in ms: 0 closes it at once, and a page that comes back connects anew. */
  hiddenMs: number;
}

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

type Timer = ReturnType<typeof setTimeout>;

/**
 * A socket of JSON frames that comes back by itself: exponential back-off with full jitter, at once when the
 * network or the page returns. It neither queues nor resends; who needs that asks its outbox in `opened`.
 */
export class FrameSocket<In extends { type: string }, Out extends { type: string }> {
  connection: Connection = 'closed';
  private wire?: Wire;
  private timer?: Timer;
  private beat?: ReturnType<typeof setInterval>;
  private attempt = 0;
  private generation = 0;
  private hiddenSince = 0;
  private forget?: () => void;

  constructor(
    private readonly options: SocketOptions<In, Out>,
    private readonly transport: Transport,
  ) {}

  start(): void {
    this.forget?.();
    this.forget = this.transport.watch({
      online: () => this.now(),
      // What is sent from now on would be lost in an old connection; attempts go on, for devices that are mistaken.
      offline: () => this.retry(1),
      shown: () => this.shown(),
      hidden: () => this.hidden(),
    });
    void this.connect();
  }

  stop(): void {
    this.forget?.();
    this.forget = undefined;
    this.drop();
    this.set('closed');
  }

  /** False when there is no connection; the frame is then not sent. */
  send(frame: Out): boolean {
    return this.wire?.send(JSON.stringify(frame)) ?? false;
  }

  /** Reconnects at once: the user asked, or an acknowledgement is overdue. */
  now(): void {
    this.attempt = 0;
    this.drop();
    void this.connect();
  }

  private hidden(): void {
    this.hiddenSince = Date.now();
    if (this.transport.hiddenMs > 0) return;
    this.drop();
    this.set('waiting');
  }

  /** Phones drop sockets of hidden pages without telling. */
  private shown(): void {
    if (this.connection !== 'open' || Date.now() - this.hiddenSince > this.transport.hiddenMs) this.now();
  }

  private drop(): void {
    this.generation++;
    if (this.timer) clearTimeout(this.timer);
    if (this.beat) clearInterval(this.beat);
    this.wire?.close();
    this.wire = undefined;
  }

  private async connect(): Promise<void> {
    const generation = ++this.generation;
    const stale = () => generation !== this.generation;
    this.set('connecting');
    let frames = 0;
    try {
      const url = await this.options.url();
      if (stale()) return;
      this.wire = this.transport.connect(url, {
        opened: () => {
          if (stale()) return;
          this.options.opened();
          this.set('open');
          this.startBeat();
        },
        received: (text) => {
          if (stale()) return;
          frames++;
          this.attempt = 0;
          this.options.received(JSON.parse(text) as In);
        },
        closed: (code) => {
          if (!stale()) this.retry(frames, code === REFUSED);
        },
      });
    } catch {
      if (!stale()) this.retry(frames);
    }
  }

  private retry(frames: number, refused = false): void {
    this.drop();
    this.attempt++;
    if (frames === 0) void this.options.refused?.(this.attempt);
    this.set(this.transport.online() ? 'waiting' : 'offline');
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
