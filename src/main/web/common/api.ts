import { t } from './i18n/common';
import { language } from './i18n/language';

/** RFC 9457, as the server sends it. */
export interface Problem {
  type?: string;
  title?: string;
  status: number;
  detail?: string;
  violations?: { field: string; message: string }[];
}

/** A request that failed; `message` is a sentence for the user. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly problem?: Problem,
    /** Seconds after which it may succeed, when the server knows. */
    readonly retryAfter?: number,
  ) {
    super(message);
  }
}

interface Options {
  /** Sent as JSON; a file as it is, of the type that `headers` state. */
  body?: unknown;
  headers?: Record<string, string>;
  signal?: AbortSignal;
}

/** `api<Articles>('GET', '/articles?q=…')`; addresses are below /api/v1. Throws ApiError. */
export async function api<T = void>(method: string, path: string, options: Options = {}): Promise<T> {
  return request<T>('', method, path, options);
}

/** The same on another origin: for the chat inside a host's page. */
export async function request<T>(origin: string, method: string, path: string, options: Options = {}): Promise<T> {
  const headers: Record<string, string> = { Accept: 'application/json', 'Accept-Language': language(), ...options.headers };
  const file = options.body instanceof Blob ? options.body : undefined;
  if (options.body !== undefined) headers['Content-Type'] ??= 'application/json';
  let response: Response;
  try {
    response = await fetch(`${origin}/api/v1${path}`, {
      method,
      headers,
      body: file ?? (options.body === undefined ? undefined : JSON.stringify(options.body)),
      signal: options.signal,
      credentials: origin ? 'omit' : 'same-origin',
    });
  } catch (failure) {
    if (options.signal?.aborted) throw failure;
    throw new ApiError(0, t('errorNetwork'));
  }
  const text = await response.text();
  const json = response.headers.get('Content-Type')?.includes('json') ? parse(text) : undefined;
  if (!response.ok) {
    const problem = json as Problem;
    const wait = Number(response.headers.get('Retry-After')) || undefined;
    throw new ApiError(response.status, sentence(origin, response.status, problem), problem, wait);
  }
  return json as T;
}

function parse(text: string): unknown {
  try {
    return text ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
}

/** The server's own sentence when it is in the page's language, else ours for the status. */
function sentence(origin: string, status: number, problem?: Problem): string {
  if (problem?.type?.endsWith(':foreign-origin')) {
    return t(origin && origin !== location.origin ? 'errorEmbedded' : 'errorOrigin', { address: location.origin });
  }
  const detail = problem?.detail;
  if (detail && status < 500 && (language() === 'en' || /\p{Script=Han}/u.test(detail))) return detail;
  switch (status) {
    case 400:
    case 413:
      return t('errorInvalid');
    case 401:
      return t('errorSession');
    case 403:
      return t('errorForbidden');
    case 404:
      return t('errorNotFound');
    case 409:
    case 412:
      return t('errorConflict');
    case 429:
      return t('errorTooMany');
    case 503:
      return t('errorOverloaded');
    default:
      return status >= 500 ? t('errorServer') : t('errorOther', { status });
  }
}

/** What to say about any failure. */
export function words(failure: unknown): string {
  return failure instanceof Error ? failure.message : String(failure);
}
