import type { QueuePlace } from 'client/known';
import { groupTime, waitRange } from './clock';
import { filled, words } from './words';

/** The place in the queue, in words. */
export interface Place {
  title: string;
  wait: string;
  botHelps: boolean;
  /** Whether the service has told it yet. */
  known: boolean;
}

export function placeOf(queue: QueuePlace | undefined, now: Date): Place {
  const said = words();
  if (!queue) return { title: said.asked, wait: '', botHelps: false, known: false };
  const place = (title: string, wait = ''): Place => ({ title, wait, botHelps: queue.botHelps, known: true });
  if (queue.busyColleague) return place(filled(said.colleague, { name: queue.busyColleague }));
  if (queue.opensAt) return place(filled(said.opens, { when: groupTime(new Date(queue.opensAt), now) }));
  if (!queue.anyoneOnline) return place(said.nobody);
  return place(ahead(queue), filled(said.wait, { wait: waitRange(queue.lowSeconds, queue.highSeconds) }));
}

/** Whoever is served first is before oneself, since when and why ever. */
function ahead({ position, putAhead }: QueuePlace): string {
  const said = words();
  if (putAhead > 0) return position <= 1 ? filled(said.afterUrgent, { m: putAhead }) : filled(said.aheadUrgent, { n: position - 1, m: putAhead });
  return position <= 1 ? said.next : filled(said.ahead, { n: position - 1 });
}
