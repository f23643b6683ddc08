/** In this order: what the server takes, and what a browser of each kind can record. */
const KINDS = ['audio/webm;codecs=opus', 'audio/ogg;codecs=opus', 'audio/mp4'];
const EXTENSIONS: Record<string, string> = { 'audio/webm': 'webm', 'audio/ogg': 'ogg', 'audio/mp4': 'm4a' };

export const LONGEST_SECONDS = 60;
/** A tap that is no word: what a browser has recorded by then may hold no sound at all. */
const SHORTEST_SECONDS = 0.7;

export interface Recorded {
  file: File;
  seconds: number;
  /** Nothing that anybody could have said. */
  tooShort: boolean;
}

/** Without a secure context there is no microphone. */
export function canRecord(): boolean {
  return !!navigator.mediaDevices && 'MediaRecorder' in window && kind() !== undefined;
}

function kind(): string | undefined {
  return KINDS.find((one) => MediaRecorder.isTypeSupported(one));
}

/** One recording: `stop()` settles `done` and gives the microphone back. */
export class Recording {
  readonly done: Promise<Recorded>;
  private readonly recorder: MediaRecorder;
  private readonly began = performance.now();
  private readonly parts: Blob[] = [];
  private exact = 0;

  private constructor(private readonly stream: MediaStream) {
    this.recorder = new MediaRecorder(stream, { mimeType: kind(), audioBitsPerSecond: 32_000 });
    this.recorder.ondataavailable = ({ data }) => this.parts.push(data);
    this.done = new Promise((settle, fail) => {
      this.recorder.onstop = () => settle(this.recorded());
      this.recorder.onerror = () => fail(new Error('The recording broke off'));
    });
    this.recorder.start();
  }

  /** Asks for the microphone first; fails as `getUserMedia` does. */
  static async begin(): Promise<Recording> {
    return new Recording(await navigator.mediaDevices.getUserMedia({ audio: true }));
  }

  get seconds(): number {
    return (performance.now() - this.began) / 1000;
  }

  stop(): void {
    this.exact ||= this.seconds;
    if (this.recorder.state !== 'inactive') this.recorder.stop();
    for (const track of this.stream.getTracks()) track.stop();
  }

  private recorded(): Recorded {
    const type = this.recorder.mimeType.replace(/;.*/, '');
    const name = `voice-${new Date().toISOString().slice(0, 19).replace(/\D/g, '')}.${EXTENSIONS[type] ?? 'webm'}`;
    const file = new File(this.parts, name, { type });
    const seconds = Math.min(LONGEST_SECONDS, Math.max(1, Math.round(this.exact || this.seconds)));
    return { file, seconds, tooShort: file.size === 0 || (this.exact || this.seconds) < SHORTEST_SECONDS };
  }
}
