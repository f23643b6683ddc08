import type { ChatClientFrame } from '../frames';

type Wish = Extract<ChatClientFrame, { type: 'human' | 'back-to-bot' | 'end' | 'help' | 'rate' }>;

/** What the customer asked for with a button: said at once, or as soon as the service is there to hear it. */
export class Wishes {
  private readonly kept = new Map<Wish['type'], Wish>();

  /** @param say false when nobody hears it */
  constructor(private readonly say: (wish: Wish) => boolean) {}

  /** False when it has to wait. */
  add(wish: Wish): boolean {
    // Who thinks better of it wants the last thing.
    if (wish.type === 'human') this.kept.delete('back-to-bot');
    if (wish.type === 'back-to-bot') this.kept.delete('human');
    this.kept.delete(wish.type);
    const said = this.say(wish);
    if (!said) this.kept.set(wish.type, wish);
    return said;
  }

  waits(type: Wish['type']): boolean {
    return this.kept.has(type);
  }

  again(): void {
    for (const wish of [...this.kept.values()]) this.add(wish);
  }

  /** There is another conversation: the rating was not of it. */
  forget(): void {
    this.kept.delete('rate');
    this.kept.delete('end');
  }
}
