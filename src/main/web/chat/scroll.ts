const NEAR_PX = 90;
/** Of a message, so that a line of it can be read. */
const IN_SIGHT_PX = 40;

/** Keeps the newest message in sight, unless the customer is reading further up. */
export class ScrollKeeper {
  /** Messages that came below while the customer read above. */
  unseen = 0;
  private near = true;
  /** At the top of something tall, where the page has put the customer and not they themselves. */
  private placed = false;
  private top = 0;
  private fromEnd = 0;
  private above: unknown;
  private sizes = new ResizeObserver(() => this.near && this.toEnd());

  constructor(
    private readonly log: HTMLElement,
    private readonly changed: () => void,
  ) {
    log.addEventListener('scroll', () => this.scrolled(), { passive: true });
    // The keyboard, large print or a late font changes heights: stay at the end then.
    this.sizes.observe(log);
    if (log.firstElementChild) this.sizes.observe(log.firstElementChild);
  }

  get away(): boolean {
    return !this.near;
  }

  /** `newest` is its element: when it is taller than the window, reading starts at its top. */
  arrived(count: number, mine: boolean, newest?: HTMLElement | null): void {
    const follows = mine || this.near || this.placed;
    if (follows && newest && newest.offsetHeight > this.log.clientHeight - 40) return this.toTopOf(newest);
    if (follows) return this.toEnd();
    this.unseen += count;
    this.changed();
  }

  toEnd(smooth = false): void {
    this.near = true;
    this.placed = false;
    this.unseen = 0;
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.log.scrollTo({ top: this.log.scrollHeight, behavior: smooth && !still ? 'smooth' : 'instant' });
    this.changed();
  }

  beforeGrowth(): void {
    this.fromEnd = this.log.scrollHeight - this.log.scrollTop;
  }

  /** What stands above is another than before: what is read stays where it is. */
  grownAbove(above: unknown): void {
    if (this.above === above) return;
    this.above = above;
    const { fromEnd } = this;
    const place = () => !this.near && this.log.scrollTo({ top: this.log.scrollHeight - fromEnd, behavior: 'instant' });
    place();
    // Elements above draw themselves a moment later.
    requestAnimationFrame(place);
  }

  private toTopOf(element: HTMLElement): void {
    this.near = false;
    this.placed = true;
    this.log.scrollTo({ top: element.offsetTop - this.log.offsetTop - 12, behavior: 'instant' });
    this.top = this.log.scrollTop;
    this.changed();
  }

  /** The number of the last message of which something is in sight; undefined when that is the last of all. */
  lastInSight(): number | undefined {
    if (this.near) return undefined;
    const bottom = this.log.getBoundingClientRect().bottom - IN_SIGHT_PX;
    const shown = [...this.log.querySelectorAll<HTMLElement>('[data-seq]')].filter(
      (one) => !one.closest('.past') && one.getBoundingClientRect().top < bottom,
    );
    return Number(shown.at(-1)?.dataset.seq ?? 0);
  }

  stop(): void {
    this.sizes.disconnect();
  }

  private scrolled(): void {
    const { scrollTop, scrollHeight, clientHeight } = this.log;
    // Only a person scrolls upwards; being far from the end can also mean that the window has shrunk or more has arrived.
    const up = scrollTop < this.top;
    this.top = scrollTop;
    if (up) this.placed = false;
    const near = scrollHeight - scrollTop - clientHeight < NEAR_PX || (this.near && !up);
    if (near === this.near) return;
    this.near = near;
    if (near) this.unseen = 0;
    this.changed();
  }
}
