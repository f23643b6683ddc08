import { markTitle } from '../common/title';
import { keep } from './keep';
import { offerOver } from './notify';
import { sound } from './sound';

const AGAIN_MS = 8_000;
const BLINK_MS = 1_000;
/** Stands in a tab's title in turn with the words, which a narrow tab cuts off. */
const DOTS = '●●● ';

/** As long as something is offered: the sound comes again, and the title of a page out of sight blinks. */
export class Insistence {
  private timer?: ReturnType<typeof setInterval>;
  private rang = 0;
  private dots = false;

  constructor(private readonly title: () => string) {}

  /** With each change of what is offered. */
  keepUp(offered: boolean): void {
    if (offered && this.timer === undefined) {
      this.rang = Date.now();
      this.timer = setInterval(() => this.beat(), BLINK_MS);
    } else if (!offered) {
      this.stop();
    }
  }

  stop(): void {
    if (this.timer === undefined) return;
    clearInterval(this.timer);
    this.timer = undefined;
    this.dots = false;
    offerOver();
  }

  private beat(): void {
    this.dots = document.hidden && !this.dots;
    markTitle(this.dots ? DOTS : this.title());
    if (Date.now() - this.rang < AGAIN_MS) return;
    this.rang = Date.now();
    if (keep.ringsFirst('offer')) sound.chime('offer');
  }
}
