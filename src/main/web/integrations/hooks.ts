import { api } from '../common/api';

export const EVENTS = ['conversation.ended', 'handoff.queued', 'handoff.taken', 'ticket.opened', 'ticket.resolved', 'rating.given', 'alarm.opened', 'alarm.closed', 'reply.waiting', 'mention.answered'] as const;

export type EventName = (typeof EVENTS)[number];

export interface Webhook {
  id: string;
  url: string;
  events: EventName[];
  createdAt: string;
  failingSince?: string | null;
  disabledAt?: string | null;
}

export interface Delivery {
  id: string;
  type: EventName;
  state: 'WAITING' | 'DELIVERED' | 'GIVEN_UP';
  payload: string;
  createdAt: string;
  tries: number;
  triedAt?: string | null;
  nextAt?: string | null;
  status?: number | null;
  failure?: string | null;
  tookMs?: number | null;
  response?: string | null;
}

export function webhooks(): Promise<Webhook[]> {
  return api<Webhook[]>('GET', '/webhooks');
}

export function add(url: string, events: EventName[]): Promise<{ endpoint: Webhook; secret: string }> {
  return api('POST', '/webhooks', { body: { url, events } });
}

export function remove(id: string): Promise<void> {
  return api('DELETE', `/webhooks/${id}`);
}

export function enable(id: string): Promise<void> {
  return api('POST', `/webhooks/${id}/enabling`);
}

export function deliveries(id: string): Promise<Delivery[]> {
  return api<Delivery[]>('GET', `/webhooks/${id}/deliveries`);
}

export function again(id: string, delivery: string): Promise<void> {
  return api('POST', `/webhooks/${id}/deliveries/${delivery}/again`);
}
