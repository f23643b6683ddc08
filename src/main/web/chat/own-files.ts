import type { Attachment } from '../common/frames';
import { isPicture } from '../common/files';

/**
 * Files of the customer's conversation. Neither an image nor a link can send the customer's token, so bytes are fetched
 * and kept as object URLs for as long as the page shows them.
 */
export class OwnFiles {
  private readonly urls = new Map<string, string>();
  private readonly asked = new Set<string>();

  constructor(
    private readonly address: () => string,
    private readonly headers: () => Promise<Record<string, string>>,
    private readonly changed: () => void,
  ) {}

  /** '' until a picture is here. */
  url(file: Attachment): string {
    const known = this.urls.get(file.id);
    if (!known && isPicture(file) && !this.asked.has(file.id)) {
      this.asked.add(file.id);
      void this.load(file).catch(() => setTimeout(() => this.asked.delete(file.id), 5000));
    }
    return known ?? '';
  }

  async open(file: Attachment): Promise<void> {
    const link = document.createElement('a');
    link.href = await this.load(file);
    if (isPicture(file)) link.target = '_blank';
    else link.download = file.name;
    link.click();
  }

  stop(): void {
    for (const url of this.urls.values()) URL.revokeObjectURL(url);
    this.urls.clear();
    this.asked.clear();
  }

  private async load(file: Attachment): Promise<string> {
    const known = this.urls.get(file.id);
    if (known) return known;
    const response = await fetch(`${this.address()}/${file.id}`, { headers: await this.headers() });
    if (!response.ok) throw new Error(String(response.status));
    const url = URL.createObjectURL(await response.blob());
    this.urls.set(file.id, url);
    this.changed();
    return url;
  }
}
