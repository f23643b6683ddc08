import { api } from './api';
import type { AgentServerFrame } from './frames';

/** What a supervisor tells the agent who has a conversation. */
export type Whisper = Extract<AgentServerFrame, { type: 'whisper' }>['whisper'];

/** Oldest first; none for whoever may not hear them. */
export function whispersIn(conversation: string): Promise<Whisper[]> {
  return api<Whisper[]>('GET', `/conversations/${conversation}/whispers`).catch(() => []);
}

export function whisper(conversation: string, text: string): Promise<Whisper> {
  return api('POST', `/conversations/${conversation}/whispers`, { body: { text } });
}
