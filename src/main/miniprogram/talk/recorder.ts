/** A minute is what the service takes. */
const LONGEST_S = 60;
const SHORTEST_MS = 800;

export interface Recorded {
  path: string;
  size: number;
  seconds: number;
}

/**
 * Records one voice message at a time: 16 kHz, one channel, WAV, which agents can play and recognisers read.
 *
 * @param told how many seconds it has lasted; undefined when it is over
 */
export class Recorder {
  private readonly manager = wx.getRecorderManager();
  private began = 0;
  private ticker?: ReturnType<typeof setInterval>;
  private wanted = false;

  constructor(
    private readonly told: (seconds: number | undefined) => void,
    private readonly recorded: (recorded: Recorded) => void,
    private readonly refused: () => void,
  ) {
    this.manager.onStart(() => {
      this.began = Date.now();
      this.told(0);
      this.ticker = setInterval(() => this.told(Math.round((Date.now() - this.began) / 1000)), 1000);
    });
    this.manager.onStop(({ tempFilePath, fileSize, duration }) => {
      const ms = duration || Date.now() - this.began;
      this.over();
      // At the end of the minute it stops by itself: then it is meant to be sent.
      if (this.wanted && ms >= SHORTEST_MS) {
        this.recorded({ path: tempFilePath, size: fileSize, seconds: Math.min(LONGEST_S, Math.max(1, Math.round(ms / 1000))) });
      }
    });
    this.manager.onError(() => {
      this.over();
      this.refused();
    });
  }

  start(): void {
    this.wanted = true;
    this.manager.start({ duration: LONGEST_S * 1000, sampleRate: 16_000, numberOfChannels: 1, format: 'wav' as 'mp3' });
  }

  send(): void {
    this.manager.stop();
  }

  cancel(): void {
    this.wanted = false;
    this.manager.stop();
  }

  private over(): void {
    if (this.ticker) clearInterval(this.ticker);
    this.told(undefined);
  }
}
