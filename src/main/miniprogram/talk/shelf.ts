import type { Shelf } from 'client/outbox';

const PREFIX = 'yiwen.';

/** The mini-program's storage. It is read once: each look into it would wait for the phone. */
export class WeChatShelf implements Shelf {
  private readonly kept = new Map<string, string>();

  constructor() {
    for (const key of wx.getStorageInfoSync().keys) {
      const value: unknown = key.startsWith(PREFIX) ? wx.getStorageSync(key) : undefined;
      if (typeof value === 'string') this.kept.set(key, value);
    }
  }

  get length(): number {
    return this.kept.size;
  }

  key(index: number): string | null {
    return [...this.kept.keys()][index] ?? null;
  }

  getItem(key: string): string | null {
    return this.kept.get(key) ?? null;
  }

  /** Throws when the storage is full. */
  setItem(key: string, value: string): void {
    wx.setStorageSync(key, value);
    this.kept.set(key, value);
  }

  removeItem(key: string): void {
    this.kept.delete(key);
    wx.removeStorageSync(key);
  }
}
