import { words } from './words';

/** A request that failed; `message` is a sentence for the customer. */
export class RequestFailed extends Error {
  constructor(
    /** 0 where nothing was answered. */
    readonly status: number,
    message: string,
    /** The last part of the problem's type (RFC 9457), and what else it brings. */
    readonly problem: Record<string, unknown> & { type?: string } = {},
    /** Seconds, where the service knows. */
    readonly retryAfter?: number,
  ) {
    super(message);
    // Compiled for older phones, an error forgets whose it is.
    Object.setPrototypeOf(this, RequestFailed.prototype);
  }

  is(slug: string): boolean {
    return this.problem.type?.endsWith(`:${slug}`) ?? false;
  }
}

interface Asked {
  method?: 'GET' | 'POST' | 'PUT';
  body?: object;
  token?: string;
}

/** Fails with {@link RequestFailed} alone. */
export function request<T>(url: string, { method = 'GET', body, token }: Asked = {}): Promise<T> {
  return new Promise((done, failed) => {
    wx.request({
      url,
      method: method as 'GET',
      data: body as WechatMiniprogram.IAnyObject | undefined,
      timeout: 20_000,
      header: headers(token),
      success: ({ statusCode, data, header }) => {
        if (statusCode >= 200 && statusCode < 300) done(data as T);
        else failed(refused(statusCode, data, header as Record<string, string>));
      },
      fail: () => failed(new RequestFailed(0, words().noNetwork)),
    });
  });
}

export function headers(token?: string): Record<string, string> {
  return { 'Content-Type': 'application/json', ...(token ? { Authorization: `Bearer ${token}` } : {}) };
}

/** @param data the problem as an object or, as `wx.uploadFile` has it, as text */
export function refused(status: number, data: unknown, header: Record<string, string> = {}): RequestFailed {
  const problem = parsed(data);
  const wait = Number(header['Retry-After'] ?? header['retry-after']) || undefined;
  return new RequestFailed(status, sentence(status), problem, wait);
}

function parsed(data: unknown): Record<string, unknown> {
  if (typeof data !== 'string') return (data ?? {}) as Record<string, unknown>;
  try {
    return JSON.parse(data) as Record<string, unknown>;
  } catch {
    return {};
  }
}

function sentence(status: number): string {
  const said = words();
  if (status === 401 || status === 403) return said.notSignedIn;
  if (status === 429) return said.tooOften;
  return said.serviceTrouble;
}

/** What to say about any failure. */
export function wordsOf(failure: unknown): string {
  return failure instanceof RequestFailed ? failure.message : words().serviceTrouble;
}
