import { newId } from 'client/outbox';
import { refused, RequestFailed, wordsOf } from './requests';
import { words } from './words';

const LARGEST = 10 * 1024 * 1024;

/** A picture or a voice on its way. */
export interface Upload {
  id: string;
  path: string;
  name: string;
  /** How long a voice is. */
  seconds?: number;
  percent: number;
  problem: string;
  /** It will never be taken. */
  final: boolean;
}

/**
 * Files on their way, one after the other; each is stored once however often it is tried, for its id goes with it. The
 * message itself comes over the socket.
 */
export class Uploads {
  list: Upload[] = [];
  private last: Promise<void> = Promise.resolve();

  constructor(
    /** Of the conversation's files. */
    private readonly address: () => string,
    private readonly token: () => Promise<string>,
    private readonly changed: () => void,
  ) {}

  add(file: { path: string; size: number; name: string; seconds?: number }): void {
    const { path, name, seconds } = file;
    const upload: Upload = { id: newId(), path, name, seconds, percent: 0, problem: '', final: false };
    this.list = [...this.list, upload];
    if (file.size > LARGEST) this.put({ ...upload, problem: words().tooLarge, final: true });
    else this.send(upload);
  }

  retry(id: string): void {
    const upload = this.list.find((one) => one.id === id);
    if (upload && !upload.final) this.send({ ...upload, problem: '', percent: 0 });
  }

  discard(id: string): void {
    this.list = this.list.filter((one) => one.id !== id);
    this.changed();
  }

  private send(upload: Upload): void {
    this.put(upload);
    // Where a file goes is where it was chosen, though another conversation may have begun when its turn comes.
    const address = this.address();
    this.last = this.last.then(() =>
      this.post(address, upload).then(
        () => this.discard(upload.id),
        (failure) => this.put({ ...upload, ...reasonOf(failure) }),
      ),
    );
  }

  private async post(address: string, upload: Upload): Promise<void> {
    const token = await this.token();
    const query = [`name=${encodeURIComponent(upload.name)}`, `clientMessageId=${upload.id}`];
    if (upload.seconds) query.push(`seconds=${upload.seconds}`);
    await new Promise<void>((done, failed) => {
      const task = wx.uploadFile({
        url: `${address}?${query.join('&')}`,
        filePath: upload.path,
        name: 'file',
        header: { Authorization: `Bearer ${token}` },
        timeout: 60_000,
        success: ({ statusCode, data }) => (statusCode < 300 ? done() : failed(refused(statusCode, data))),
        fail: () => failed(new RequestFailed(0, words().notUploaded)),
      });
      task?.onProgressUpdate?.(({ progress }) => this.put({ ...upload, percent: progress }));
    });
  }

  private put(upload: Upload): void {
    this.list = this.list.map((one) => (one.id === upload.id ? upload : one));
    this.changed();
  }
}

function reasonOf(failure: unknown): { problem: string; final: boolean } {
  if (!(failure instanceof RequestFailed)) return { problem: words().notUploaded, final: false };
  if (failure.status === 409) return { problem: words().noPerson, final: false };
  if (failure.status === 413) return { problem: words().tooLarge, final: true };
  if (failure.status === 400 || failure.status === 415) return { problem: words().wrongKind, final: true };
  return { problem: wordsOf(failure), final: false };
}
