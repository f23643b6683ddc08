import type { AgentServerFrame, Held } from '../common/frames';

type WallFrame = Extract<AgentServerFrame, { type: 'wall' }>;

/** What agents have in hand, as the socket tells it. */
export class Wall {
  /** Undefined until the first frame. */
  held?: ReadonlyMap<string, Held>;

  turnTo(frame: WallFrame): void {
    const next = new Map(frame.whole ? [] : this.held);
    for (const one of frame.held) next.set(one.conversationId, one);
    for (const id of frame.gone) next.delete(id);
    this.held = next;
  }
}

/** Most urgent first; among equals who has lasted longest. */
export function byUrgency(a: Held, b: Held): number {
  return b.urgency - a.urgency || a.since.localeCompare(b.since) || a.conversationId.localeCompare(b.conversationId);
}

/**
 * The list as it is to be shown. While somebody reads or points at it (`still`), those that stand there keep their places and new ones come
 * at the end; else the most urgent is first.
 */
export function arranged(shown: readonly string[], held: readonly Held[], still: boolean): Held[] {
  const sorted = [...held].sort(byUrgency);
  if (!still) return sorted;
  const known = new Map(held.map((one) => [one.conversationId, one]));
  const staying = shown.flatMap((id) => known.get(id) ?? []);
  const there = new Set(shown);
  return [...staying, ...sorted.filter((one) => !there.has(one.conversationId))];
}

export interface Filter {
  /** A group's name; empty: all. */
  group: string;
  alertsOnly: boolean;
}

export function matches(one: Held, filter: Filter): boolean {
  return (!filter.group || one.groups.includes(filter.group)) && (!filter.alertsOnly || one.alerts.length > 0 || one.urgent);
}

export function groupsOf(held: readonly Held[]): string[] {
  return [...new Set(held.flatMap((one) => one.groups))].sort((a, b) => a.localeCompare(b));
}

export type Course = 'rising' | 'falling' | 'steady';

/** Of the last messages against those before them. */
export function courseOf(moods: readonly number[]): Course {
  if (moods.length < 2) return 'steady';
  const half = Math.max(1, Math.floor(moods.length / 2));
  const mean = (some: readonly number[]) => some.reduce((sum, one) => sum + one, 0) / some.length;
  const change = mean(moods.slice(-half)) - mean(moods.slice(0, -half));
  return change > 0.12 ? 'rising' : change < -0.12 ? 'falling' : 'steady';
}
