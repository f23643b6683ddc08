/** A message that the server has not acknowledged. `failed`: overdue; `rejected`: the server will never take it. */
export interface Pending {
  clientMessageId: string;
  text: string;
  at: string;
  state: 'sending' | 'failed' | 'rejected';
  why?: string;
}

/** What is kept by name: the browser's storage, or the mini-program's. */
export interface Shelf {
  readonly length: number;
  key: (index: number) => string | null;
  getItem: (key: string) => string | null;
  setItem: (key: string, value: string) => void;
  removeItem: (key: string) => void;
}

/**
 * Messages stay here until the server has committed them, on a shelf, so that neither a reload nor a
 * killed server loses one. Each has its own key: tabs share the storage, and two writers of one list would lose
 * entries. Sending one twice is harmless, the server stores a clientMessageId once.
 */
export class Outbox {
  private readonly prefix: string;

  constructor(scope: string, private readonly storage: Shelf) {
    this.prefix = `yiwen.outbox.${scope}.`;
  }

  add(text: string): Pending {
    const pending: Pending = { clientMessageId: newId(), text, at: new Date().toISOString(), state: 'sending' };
    this.put(pending);
    return pending;
  }

  put(pending: Pending): void {
    try {
      this.storage.setItem(this.prefix + pending.clientMessageId, JSON.stringify(pending));
    } catch {
      memory.set(this.prefix + pending.clientMessageId, pending);
    }
  }

  get(clientMessageId: string): Pending | undefined {
    return this.all().find((one) => one.clientMessageId === clientMessageId);
  }

  remove(clientMessageId: string): void {
    memory.delete(this.prefix + clientMessageId);
    try {
      this.storage.removeItem(this.prefix + clientMessageId);
    } catch {
      // It was in memory then.
    }
  }

  /** Oldest first, as they were written. */
  all(): Pending[] {
    const found = new Map<string, Pending>();
    for (const [key, pending] of memory) if (key.startsWith(this.prefix)) found.set(key, pending);
    try {
      for (let i = 0; i < this.storage.length; i++) {
        const key = this.storage.key(i)!;
        if (key.startsWith(this.prefix)) found.set(key, JSON.parse(this.storage.getItem(key)!) as Pending);
      }
    } catch {
      // Storage is refused in some private windows; memory has them.
    }
    return [...found.values()].sort((a, b) => (a.at + a.clientMessageId < b.at + b.clientMessageId ? -1 : 1));
  }

  owns(storageKey: string | null): boolean {
    return !!storageKey?.startsWith(this.prefix);
  }
}

// Not everywhere: mini-programs have none.
declare const crypto: { getRandomValues: (numbers: Uint32Array) => Uint32Array } | undefined;

const memory = new Map<string, Pending>();
let counter = 0;

/** Sorts by time within one tab; random enough between tabs. randomUUID exists on https pages only, and mini-programs know neither. */
export function newId(): string {
  return `${Date.now().toString(36)}-${(counter++ % 1296).toString(36).padStart(2, '0')}-${random().map((n) => n.toString(36)).join('')}`;
}

function random(): number[] {
  const numbers = new Uint32Array(3);
  if (typeof crypto !== 'undefined') crypto.getRandomValues(numbers);
  else for (let i = 0; i < numbers.length; i++) numbers[i] = Math.random() * 2 ** 32;
  return Array.from(numbers);
}
