import { api } from '../common/api';

export const EVENTS = ['conversation.ended', 'handoff.queued', 'handoff.taken', 'ticket.opened', 'ticket.resolved', 'rating.given', 'alarm.opened', 'alarm.closed', 'reply.waiting', 'mention.answered'] as const;

export type EventName = (typeof EVENTS)[number];

export const FORMATS = ['JSON', 'WECOM', 'DINGTALK', 'FEISHU'] as const;

export type Format = (typeof FORMATS)[number];

/** Which robots can give out a secret. */
export const SIGNED: readonly Format[] = ['DINGTALK', 'FEISHU'];

export interface Webhook {
  id: string;
  url: string;
  format: Format;
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

/** The secret is absent of robots. */
export interface Added {
  endpoint: Webhook;
  secret?: string | null;
}

export function add(fresh: { url: string; format: Format; robotSecret: string; events: EventName[] }): Promise<Added> {
  return api('POST', '/webhooks', { body: fresh });
}

export interface Tried {
  taken: boolean;
  status?: number | null;
  failure?: string | null;
  tookMs: number;
}

export function test(id: string): Promise<Tried> {
  return api('POST', `/webhooks/${id}/test`);
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
