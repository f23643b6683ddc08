import type { Transport, Weather, Wire } from 'client/frame-socket';
import { Utf8Reader } from './utf8';

/** Nothing was told of why. */
const ABNORMAL = 1006;
const LARGEST_FRAME = 1024 * 1024;

/**
 * WeChat's sockets. At most one is open at a time (WeChat allows five), none in the background: WeChat would end it there
 * without a word, and what came meanwhile is fetched on coming back.
 *
 * @param token whose connection it is; it goes in a header, so that no log has it
 */
export function weChatTransport(token: () => string): Transport {
  let connected = true;
  wx.onNetworkStatusChange(({ isConnected }) => {
    connected = isConnected;
  });
  return {
    hiddenMs: 0,
    online: () => connected,
    connect(url, on): Wire {
      const pieces = new Pieces();
      let open = false;
      let over = false;
      const ended = (code: number) => {
        open = false;
        if (over) return;
        over = true;
        on.closed(code);
      };
      const task = wx.connectSocket({
        url,
        header: { Authorization: `Bearer ${token()}` },
        timeout: 15_000,
        fail: () => ended(ABNORMAL),
      });
      task.onOpen(() => {
        if (over) return;
        open = true;
        on.opened();
      });
      task.onMessage(({ data }) => {
        const text = pieces.add(data);
        if (text !== undefined && !over) on.received(text);
      });
      task.onClose(({ code }) => ended(code));
      task.onError(() => {
        ended(ABNORMAL);
        close(task);
      });
      return {
        send: (text) => {
          if (!open) return false;
          task.send({ data: text, fail: () => close(task) });
          return true;
        },
        close: () => {
          over = true;
          open = false;
          close(task);
        },
      };
    },
    watch(weather: Weather) {
      const network = ({ isConnected }: { isConnected: boolean }) => (isConnected ? weather.online() : weather.offline());
      wx.onNetworkStatusChange(network);
      wx.onAppShow(weather.shown);
      wx.onAppHide(weather.hidden);
      return () => {
        wx.offNetworkStatusChange(network as () => void);
        wx.offAppShow(weather.shown);
        wx.offAppHide(weather.hidden);
      };
    },
  };
}

function close(task: WechatMiniprogram.SocketTask): void {
  // One that is not open yet cannot be closed in older versions: it closes itself when it is.
  try {
    task.close({ code: 1000, fail: () => {} });
  } catch {
    // It is over already.
  }
}

/** A frame is one text; a relay between may hand it on as bytes, and in pieces. */
class Pieces {
  private readonly reader = new Utf8Reader();
  private begun = '';

  /** Undefined until the frame is whole. */
  add(data: string | ArrayBuffer): string | undefined {
    if (typeof data === 'string') {
      this.forget();
      return data;
    }
    this.begun += this.reader.read(data);
    if (isWhole(this.begun)) {
      const whole = this.begun;
      this.forget();
      return whole;
    }
    if (this.begun.length > LARGEST_FRAME) this.forget();
    return undefined;
  }

  private forget(): void {
    this.begun = '';
    this.reader.forget();
  }
}

function isWhole(text: string): boolean {
  if (!text.trimEnd().endsWith('}')) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
