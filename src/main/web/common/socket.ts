import { FrameSocket as SharedSocket, type SocketOptions, type Transport, type Wire } from './client/frame-socket';

export type { Connection } from './client/frame-socket';

/** Who is signed in may do other things now: the page offers them when it is loaded anew; what was written is kept. */
const OTHER_RIGHTS = 4001;

/** A browser's sockets. */
export const browser: Transport = {
  hiddenMs: 45_000,
  online: () => navigator.onLine,
  connect(url, on): Wire {
    const socket = new WebSocket(url);
    socket.onopen = on.opened;
    socket.onmessage = (event) => on.received(event.data as string);
    socket.onclose = (event) => {
      if (event.code === OTHER_RIGHTS) location.reload();
      else on.closed(event.code);
    };
    return {
      send: (text) => {
        if (socket.readyState !== WebSocket.OPEN) return false;
        socket.send(text);
        return true;
      },
      close: () => socket.close(),
    };
  },
  watch(weather) {
    const visibility = () => (document.visibilityState === 'hidden' ? weather.hidden() : weather.shown());
    addEventListener('online', weather.online);
    addEventListener('offline', weather.offline);
    document.addEventListener('visibilitychange', visibility);
    return () => {
      removeEventListener('online', weather.online);
      removeEventListener('offline', weather.offline);
      document.removeEventListener('visibilitychange', visibility);
    };
  },
};

/** A page's {@link SharedSocket}. */
export class FrameSocket<In extends { type: string }, Out extends { type: string }> extends SharedSocket<In, Out> {
  constructor(options: SocketOptions<In, Out>) {
    super(options, browser);
  }
}

/** ws(s) address of a path below an origin; '' is the page's own. */
export function socketUrl(origin: string, path: string): string {
  const url = new URL(path, origin || location.origin);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  return url.toString();
}
