import { api } from '../common/api';
import type { Mine } from '../common/frames';
import { toast } from '../common/toast';
import type { Desk } from './desk';
import { keep } from './keep';
import { refusal } from './refusals';
import { t } from './text';
import { transcript } from './transcript';
import type { Closing } from './wrap-up-draft';

const UNDO_MS = 8000;

/** What an agent does with whole conversations: takes one, gives one back, ends one. Calls back after each change. */
export class Work {
  /** The conversation that is being taken, or 'next'. */
  taking = '';
  closing = false;
  /** Conversations that go back to the bot unless it is taken back. */
  private readonly leaving = new Map<string, number>();

  constructor(
    private readonly desk: Desk,
    private readonly changed: () => void,
  ) {}

  pick(id: string): Promise<boolean> {
    return this.take(id, `/conversations/${id}/pick`);
  }

  next(): Promise<boolean> {
    return this.take('next', '/handoff/next');
  }

  /** True when it is ours now, and selected. */
  private async take(busy: string, path: string): Promise<boolean> {
    if (this.taking) return false;
    this.say({ taking: busy });
    try {
      const taken = await api<{ id?: string } | undefined>('POST', path);
      const id = busy === 'next' ? taken?.id : busy;
      if (id) this.desk.select(id);
      else toast(t('queueEmpty'));
      return id !== undefined;
    } catch (failure) {
      toast(refusal(failure), { kind: 'problem' });
      return false;
    } finally {
      this.say({ taking: '' });
    }
  }

  /** Selects the next or the one before, round and round. */
  move(by: 1 | -1): boolean {
    const mine = this.desk.mine ?? [];
    if (mine.length === 0) return false;
    const now = mine.findIndex((m) => m.conversationId === this.desk.selected);
    const next = now < 0 ? (by > 0 ? 0 : mine.length - 1) : (now + by + mine.length) % mine.length;
    this.desk.select(mine[next]!.conversationId);
    return true;
  }

  /** Selects the n-th of the list, counted from one. */
  nth(n: number): boolean {
    const wanted = this.desk.mine?.[n - 1];
    if (wanted) this.desk.select(wanted.conversationId);
    return wanted !== undefined;
  }

  /** Selects the caller, else whoever has waited longest for a word; false when nobody waits. */
  longest(): boolean {
    const next = this.waitingLongest(this.desk.mine ?? []);
    if (!next || (next.channel !== 'VOICE' && !this.desk.waitsSince(next))) return false;
    this.desk.select(next.conversationId);
    return true;
  }

  /** The offer that came first; without one, a call that rings for everybody. */
  acceptFirst(): boolean {
    const offer = this.desk.offers[0];
    if (offer) this.desk.accept(offer.conversationId);
    const call = offer ? undefined : this.desk.ringing[0];
    if (call) void this.pick(call.conversationId);
    return !!offer || !!call;
  }

  declineFirst(): boolean {
    const offer = this.desk.offers[0];
    if (offer) this.desk.decline(offer.conversationId);
    return offer !== undefined;
  }

  async copy(id: string, name: string): Promise<void> {
    const { messages } = this.desk.thread(id);
    try {
      await navigator.clipboard.writeText(transcript(messages, name));
      toast(t('copied', { n: messages.length }));
    } catch {
      toast(t('copyFailed'), { kind: 'problem' });
    }
  }

  backToBot(id: string): void {
    if (this.leaving.has(id)) return;
    this.leaving.set(id, window.setTimeout(() => this.backToBotNow(id), UNDO_MS));
    toast(t('backToBotSoon'), { undo: () => this.stay(id) });
  }

  /** Taken back; a reply that is sent meanwhile says the same. */
  stay(id: string): void {
    clearTimeout(this.leaving.get(id));
    this.leaving.delete(id);
  }

  /** The page goes: what could still be taken back no longer can. */
  settle(): void {
    for (const id of [...this.leaving.keys()]) {
      this.stay(id);
      void fetch(`/api/v1/conversations/${id}/back-to-bot`, { method: 'POST', keepalive: true });
    }
  }

  private backToBotNow(id: string): void {
    this.stay(id);
    void api('POST', `/conversations/${id}/back-to-bot`).then(
      () => this.gone(id, t('backToBotDone')),
      (failure) => toast(refusal(failure), { kind: 'problem' }),
    );
  }

  /** True when it is over. */
  async finish(id: string, closing: Closing): Promise<boolean> {
    this.say({ closing: true });
    try {
      await api('POST', `/conversations/${id}/close`, { body: closing });
      keep.forget(id);
      this.gone(id, t('finished'));
      return true;
    } catch (failure) {
      toast(refusal(failure), { kind: 'problem' });
      return false;
    } finally {
      this.say({ closing: false });
    }
  }

  /** On to whoever waits longest for a word; the one that is gone stays in view only when nobody waits. */
  gone(id: string, message: string): void {
    toast(message);
    if (this.desk.selected !== id) return;
    const rest = (this.desk.mine ?? []).filter((m) => m.conversationId !== id);
    this.desk.select(this.waitingLongest(rest)?.conversationId);
  }

  private waitingLongest(some: Mine[]): Mine | undefined {
    const since = (m: Mine) => (m.channel === 'VOICE' ? '' : (this.desk.waitsSince(m) ?? '9'));
    return [...some].sort((a, b) => since(a).localeCompare(since(b)))[0];
  }

  private say(change: { taking?: string; closing?: boolean }): void {
    Object.assign(this, change);
    this.changed();
  }
}
