import type { Attachment } from '../../web/common/frames';

/** The conversation's files on this phone, fetched with the customer's token. */
export class Files {
  private readonly paths = new Map<string, string>();
  private readonly asked = new Set<string>();

  constructor(
    private readonly address: () => string,
    private readonly token: () => Promise<string>,
    private readonly changed: () => void,
  ) {}

  /** Of the small picture; '' until it is here, and where there is none. */
  preview(file: Attachment): string {
    const key = `${file.id}?size=preview`;
    if (!this.paths.has(key) && !this.asked.has(key)) {
      this.asked.add(key);
      this.load(key).then(this.changed, () => {});
    }
    return this.paths.get(key) ?? '';
  }

  /** The file as it was sent. */
  whole(id: string): Promise<string> {
    return this.load(id);
  }

  private async load(key: string): Promise<string> {
    const known = this.paths.get(key);
    if (known) return known;
    const token = await this.token();
    const path = await new Promise<string>((done, failed) =>
      wx.downloadFile({
        url: `${this.address()}/${key}`,
        header: { Authorization: `Bearer ${token}` },
        success: ({ statusCode, tempFilePath }) => (statusCode === 200 ? done(tempFilePath) : failed(new Error(String(statusCode)))),
        fail: ({ errMsg }) => failed(new Error(errMsg)),
      }),
    );
    this.paths.set(key, path);
    return path;
  }
}
