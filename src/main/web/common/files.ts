import type { Attachment } from './frames';
import { ApiError, words, type Problem } from './api';
import { newId } from './client/outbox';
import { t } from './i18n/files';

/** An iPhone makes a JPEG of its HEIC pictures by itself as long as a page does not ask for HEIC. */
const APPLE_TOUCH = /iPhone|iPad/.test(navigator.userAgent) || (/Mac/.test(navigator.userAgent) && navigator.maxTouchPoints > 1);

/** What the server takes unless its configuration says otherwise; it looks at the content, this only helps to choose. */
export const ACCEPT = [
  'image/png,image/jpeg,image/gif,image/webp,application/pdf,text/plain',
  '.docx,.xlsx,.pptx,.csv,.md,.amr,.wav,.m4a,.ogg,.opus',
  ...(APPLE_TOUCH ? [] : ['.heic,.heif']),
].join(',');
const LARGEST = 10 * 1024 * 1024;
/** Long enough to read, and then it is gone. */
const REFUSAL_SHOWN_MS = 30_000;
const PLAYED = new Set(['audio/webm', 'audio/ogg', 'audio/mp4', 'audio/mpeg', 'audio/vnd.wave']);
/** That the server makes into something that browsers play. */
const MADE = new Set(['audio/amr']);
const SHOWN = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);

export interface Upload {
  id: string;
  file: File;
  /** How long a voice message is. */
  seconds?: number;
  problem?: string;
}

/** A file that will not be taken, however often it is sent. */
export interface Refusal {
  id: string;
  name: string;
  why: string;
}

/** One that is shown in place. */
export function isPicture(file: Attachment): boolean {
  return isShown(file.mediaType);
}

export function isShown(mediaType: string): boolean {
  return SHOWN.has(mediaType);
}

/** One that is played in place. */
export function isSound(file: Attachment): boolean {
  return PLAYED.has(file.mediaType) || isMade(file);
}

/** One whose preview is played in its place. */
export function isMade(file: Attachment): boolean {
  return MADE.has(file.mediaType);
}

export function sizeWords(bytes: number): string {
  return bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

/**
 * Files on their way, one after the other; each is stored once however often it is tried. The message itself comes over the
 * socket. What may succeed later stays with a way to try again; what is refused for good leaves with its reason.
 */
export class Uploads {
  list: Upload[] = [];
  refused: Refusal[] = [];
  private last: Promise<void> = Promise.resolve();

  constructor(
    /** The address, without its query. */
    private readonly address: () => string,
    private readonly headers: () => Promise<Record<string, string>>,
    private readonly changed: () => void,
  ) {}

  add(files: File[], seconds?: number): void {
    this.refused = [];
    for (const file of files) {
      const upload: Upload = { id: newId(), file, seconds };
      if (file.size > LARGEST) {
        this.refuse(upload, t('tooLarge'));
      } else {
        this.list = [...this.list, upload];
        this.send(upload);
      }
    }
    this.changed();
  }

  retry(upload: Upload): void {
    this.send({ ...upload, problem: undefined });
  }

  discard(upload: Upload): void {
    this.list = this.list.filter((one) => one.id !== upload.id);
    this.changed();
  }

  understood(refusal: Refusal): void {
    this.refused = this.refused.filter((one) => one.id !== refusal.id);
    this.changed();
  }

  private send(upload: Upload): void {
    this.put(upload);
    // Where files go is where they were dropped, though their turn may come when another conversation is shown.
    const address = this.address();
    this.last = this.last.then(() =>
      this.post(address, upload).then(
        () => this.discard(upload),
        (failure) => this.failed(upload, failure),
      ),
    );
  }

  private async post(address: string, { id, file, seconds }: Upload): Promise<void> {
    const query = new URLSearchParams({ name: file.name, clientMessageId: id, ...(seconds ? { seconds: String(seconds) } : {}) });
    const response = await fetch(`${address}?${query.toString()}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/octet-stream', ...(await this.headers()) },
      body: file,
    });
    if (response.ok) return;
    const problem = (await response.json().catch(() => undefined)) as Problem | undefined;
    throw new ApiError(response.status, t('failed'), problem);
  }

  private failed(upload: Upload, failure: unknown): void {
    const final = failure instanceof ApiError ? refusal(failure) : undefined;
    if (final) this.refuse(upload, final);
    else this.put({ ...upload, problem: why(failure) });
  }

  private refuse(upload: Upload, reason: string): void {
    const refusal: Refusal = { id: upload.id, name: upload.file.name, why: reason };
    this.refused = [...this.refused, refusal];
    this.discard(upload);
    setTimeout(() => this.understood(refusal), REFUSAL_SHOWN_MS);
  }

  private put(upload: Upload): void {
    this.list = this.list.map((one) => (one.id === upload.id ? upload : one));
    this.changed();
  }
}

/** By the stable type of the problem; undefined for what may succeed another time. */
export function refusal(failure: ApiError): string | undefined {
  switch (failure.problem?.type?.replace(/^.*:/, '')) {
    case 'file-kind':
      return t('wrongKind');
    case 'file-runs':
      return t('runs');
    case 'file-macros':
      return t('macros');
    case 'file-damaged':
      return t('damaged');
    case 'file-harmful':
      return t('harmful');
    case 'file-empty':
      return t('empty');
    case 'picture-too-large':
      return t('pictureTooLarge');
    default:
      return failure.status === 413 ? t('tooLarge') : failure.status === 400 ? t('refused') : undefined;
  }
}

function why(failure: unknown): string {
  if (!(failure instanceof ApiError)) return t('failed');
  switch (failure.status) {
    case 409:
      return t('noPerson');
    case 429:
      return t('tooMany');
    case 503:
      return t('notNow');
    default:
      return words(failure);
  }
}
