const UNDO_MS = 8000;

export type How = 'insert' | 'copy' | 'said' | 'unsaid' | 'dismiss';

/** What the agent did with each card; a dismissal is told to the server only when it can no longer be taken back. */
export class Uses {
  private readonly done = new Map<string, How>();
  private readonly dismissals = new Map<string, number>();

  constructor(
    private readonly say: (id: string, how: How) => void,
    private readonly changed: () => void,
  ) {}

  of(id: string): How | '' {
    return this.done.get(id) ?? '';
  }

  add(id: string, how: 'insert' | 'copy' | 'said'): void {
    this.done.set(id, how);
    this.say(id, how);
    this.changed();
  }

  dismiss(id: string): void {
    this.done.set(id, 'dismiss');
    this.dismissals.set(
      id,
      window.setTimeout(() => this.settle(id), UNDO_MS),
    );
    this.changed();
  }

  canTakeBack(id: string): boolean {
    return this.dismissals.has(id);
  }

  takeBack(id: string): void {
    clearTimeout(this.dismissals.get(id));
    this.dismissals.delete(id);
    this.done.delete(id);
    this.changed();
  }

  /** On to another conversation: what could still be taken back no longer can. */
  settleAll(): void {
    for (const id of [...this.dismissals.keys()]) this.settle(id);
  }

  forget(): void {
    this.done.clear();
  }

  private settle(id: string): void {
    clearTimeout(this.dismissals.get(id));
    this.dismissals.delete(id);
    this.say(id, 'dismiss');
    this.changed();
  }
}
