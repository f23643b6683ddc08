import type { Attachment } from './frames';
import { ApiError, words } from './api';
import { newId } from './outbox';
import { t } from './i18n/files';

/** What the server takes unless its configuration says otherwise; it looks at the content, this only helps to choose. */
export const ACCEPT = 'image/png,image/jpeg,image/gif,image/webp,application/pdf,text/plain,.docx,.xlsx';
const LARGEST = 10 * 1024 * 1024;

export interface Upload {
  id: string;
  file: File;
  problem?: string;
}

export function isPicture(file: Attachment): boolean {
  return file.mediaType.startsWith('image/');
}

export function sizeWords(bytes: number): string {
  return bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

/** Files on their way; each is stored once however often it is tried. The message itself comes over the socket. */
export class Uploads {
  list: Upload[] = [];

  constructor(
    /** The address, without its query. */
    private readonly address: () => string,
    private readonly headers: () => Promise<Record<string, string>>,
    private readonly changed: () => void,
  ) {}

  add(files: File[]): void {
    for (const file of files) {
      const upload: Upload = { id: newId(), file };
      this.list = [...this.list, upload];
      if (file.size > LARGEST) this.fail(upload, t('tooLarge'));
      else this.send(upload);
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

  private send(upload: Upload): void {
    this.put(upload);
    this.post(upload).then(
      () => this.discard(upload),
      (failure) => this.fail(upload, this.why(failure)),
    );
  }

  private async post({ id, file }: Upload): Promise<void> {
    const query = new URLSearchParams({ name: file.name, clientMessageId: id });
    const response = await fetch(`${this.address()}?${query.toString()}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/octet-stream', ...(await this.headers()) },
      body: file,
    });
    if (!response.ok) throw new ApiError(response.status, t('failed'));
  }

  private why(failure: unknown): string {
    if (!(failure instanceof ApiError)) return t('failed');
    switch (failure.status) {
      case 400:
        return t('wrongKind');
      case 409:
        return t('noPerson');
      case 413:
        return t('tooLarge');
      case 429:
        return t('tooMany');
      case 503:
        return t('notNow');
      default:
        return words(failure);
    }
  }

  private fail(upload: Upload, problem: string): void {
    this.put({ ...upload, problem });
  }

  private put(upload: Upload): void {
    this.list = this.list.map((one) => (one.id === upload.id ? upload : one));
    this.changed();
  }
}
