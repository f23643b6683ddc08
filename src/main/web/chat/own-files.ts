import type { Attachment } from '../common/frames';
import { ApiError } from '../common/api';
import { isMade, isPicture } from '../common/files';

/**
 * Files of the customer's conversation. Neither an image nor a link can send the customer's token, so bytes are fetched
 * and kept as object URLs for as long as the page shows them.
 */
export class OwnFiles {
  private readonly urls = new Map<string, string>();
  private readonly asked = new Set<string>();
  private readonly without = new Set<string>();

  constructor(
    private readonly address: () => string,
    private readonly headers: () => Promise<Record<string, string>>,
    private readonly changed: () => void,
  ) {}

  /** Of the small picture; '' until it is here. */
  preview(file: Attachment): string {
    const key = `${file.id}?size=preview`;
    const known = this.urls.get(key);
    if (!known && isPicture(file) && !this.asked.has(key)) {
      this.asked.add(key);
      void this.load(key).catch((failure) => this.missed(file, key, failure));
    }
    return known ?? '';
  }

  /** There will be no small picture. */
  failed(file: Attachment): boolean {
    return this.without.has(file.id);
  }

  async open(file: Attachment): Promise<void> {
    const link = document.createElement('a');
    link.href = await this.whole(file);
    link.download = file.name;
    link.click();
  }

  /** Of what is played. */
  played(file: Attachment): Promise<string> {
    return this.load(isMade(file) ? `${file.id}?size=preview` : file.id);
  }

  /** Of the file as it was sent. */
  whole(file: Attachment): Promise<string> {
    return this.load(file.id);
  }

  stop(): void {
    for (const url of this.urls.values()) URL.revokeObjectURL(url);
    this.urls.clear();
    this.asked.clear();
    this.without.clear();
  }

  private missed(file: Attachment, key: string, failure: unknown): void {
    if (failure instanceof ApiError && failure.status === 404) {
      this.without.add(file.id);
      this.changed();
    } else {
      setTimeout(() => this.asked.delete(key), 5000);
    }
  }

  private async load(key: string): Promise<string> {
    const known = this.urls.get(key);
    if (known) return known;
    const response = await fetch(`${this.address()}/${key}`, { headers: await this.headers() });
    if (!response.ok) throw new ApiError(response.status, String(response.status));
    const url = URL.createObjectURL(await response.blob());
    this.urls.set(key, url);
    this.changed();
    return url;
  }
}
