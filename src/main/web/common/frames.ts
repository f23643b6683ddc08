/** The frames of the sockets and what they carry, as the server's records define them. */

export interface Author {
  kind: 'customer' | 'bot' | 'agent' | 'system';
  name?: string;
}

export interface Owner {
  kind: 'bot' | 'queue' | 'agent' | 'nobody';
  name?: string;
}

export interface Source {
  article: string;
  title: string;
  revision: number;
}

export interface Attachment {
  id: string;
  name: string;
  mediaType: string;
  size: number;
  seconds?: number;
  words?: string;
}

export type Body =
  | { kind: 'text'; text: string; file?: Attachment; spokenAt?: number; ticket?: number; revision?: number }
  | { kind: 'answer'; text: string; sources: Source[]; confidence: number; related: string[] }
  | { kind: 'clarify'; text: string; options: string[]; confidence: number }
  | { kind: 'smalltalk'; text: string; options: string[] }
  | { kind: 'notice'; code: string; text: string; facts: Record<string, string> };

/** Words that somebody in danger must not overlook. */
export function isSafety(body: Body): boolean {
  return body.kind === 'notice' && body.code.startsWith('safety-');
}

/** What was declared, or is over: it stands out from what happens in every conversation. */
export function isIncident(body: Body): boolean {
  return body.kind === 'notice' && body.code.startsWith('incident');
}

export interface CallLine {
  answeredAt?: string;
  heldSince?: string;
  heldSeconds: number;
  holds: number;
  consultingSince?: string;
  consulting?: string;
  muted: ('customer' | 'agent')[];
  transferredTo?: string;
  transfers: number;
  endedAt?: string;
  endedBy?: string;
  endedWhy?: string;
}

export interface Message {
  seq: number;
  author: Author;
  body: Body;
  english?: { text: string; options: string[] };
  clientMessageId?: string;
  at: string;
  via?: 'WEB' | 'VOICE' | 'WECHAT' | 'SOCIAL';
}

export interface HandoffReason {
  code: 'URGENT' | 'LEGAL_OR_COMPLAINT' | 'STRONG_EMOTION' | 'WISH_FOR_HUMAN' | 'REPEATED_QUESTION' | 'UNANSWERED' | 'CALL';
  words: string;
  evidence: { seq: number; words: string }[];
}

// /ws/v1/chat

export type ChatClientFrame =
  | { type: 'hello'; conversationId?: string | null; afterSeq: number; page?: string | null; device?: string | null }
  | { type: 'send'; clientMessageId: string; text: string }
  | { type: 'human' }
  | { type: 'typing' }
  | { type: 'feedback'; seq: number; helpful?: boolean | null }
  | { type: 'back-to-bot' }
  | { type: 'end' }
  | { type: 'help'; wanted: boolean }
  | { type: 'leave-message'; clientMessageId: string; kind: string; text: string; contact?: string | null }
  | { type: 'rate'; score: number; comment?: string | null }
  | { type: 'read'; seq: number };

export type ChatServerFrame =
  | { type: 'welcome'; conversation: { id: string; owner: Owner; epoch: number; lastSeq: number }; assistant: { name: string; label: string; greeting: string }; suggestions: string[]; promises: { kind: string; label: string; words: string }[]; reads: string[]; english: { assistant: { name: string; label: string; greeting: string }; suggestions: string[]; promises: { kind: string; label: string; words: string }[] } }
  | { type: 'ack'; clientMessageId: string; seq: number; at: string }
  | { type: 'message'; message: Message }
  | { type: 'owner'; owner: Owner; epoch: number }
  | { type: 'queue'; position: number; putAhead: number; lowSeconds: number; highSeconds: number; anyoneOnline: boolean; opensAt?: string; closesAt?: string; botHelps: boolean; busyColleague?: string }
  | { type: 'typing'; author: Author }
  | { type: 'draft'; inReplyTo: number; text: string }
  | { type: 'read'; seq: number }
  | { type: 'ticket'; number: number }
  | { type: 'incidents'; incidents: { id: string; level: number; words: string; english: string }[] }
  | { type: 'error'; code: string; detail: string; english: string; clientMessageId?: string };

// /ws/v1/agent

/** Whether a customer is there, and where, as far as the host's page tells. */
export interface Visitor {
  awaySince?: string;
  page?: string;
  device?: string;
}

export interface Waiting {
  conversationId: string;
  customer: { name?: string };
  channel: 'WEB' | 'VOICE' | 'WECHAT' | 'SOCIAL';
  subject?: string;
  reason: HandoffReason;
  priority: number;
  since: string;
  lastText?: string;
  marks: { mark: 'VIP' | 'CARE'; why: string }[];
  visitor?: Visitor;
  preferred: boolean;
}

export interface Mine {
  conversationId: string;
  customer: { name?: string };
  channel: 'WEB' | 'VOICE' | 'WECHAT' | 'SOCIAL';
  subject?: string;
  lastSeq: number;
  lastText?: string;
  lastAt?: string;
  lastAuthor?: 'customer' | 'bot' | 'agent' | 'system';
  waitsSince?: string;
  disposition?: string;
  visitor?: Visitor;
  urgent: boolean;
}

export interface TalkStep {
  procedure: string;
  done: number;
  of: number;
  next?: number;
  stage?: string;
  text: string;
}

export interface TalkAlert {
  id: string;
  kind: string;
  grave: boolean;
  said: string;
  should: string;
  at: string;
  acknowledgedBy?: string;
}

export interface Held {
  conversationId: string;
  epoch: number;
  channel: 'WEB' | 'VOICE' | 'WECHAT' | 'SOCIAL';
  subject?: string;
  customer: { name?: string };
  agentId: string;
  agent: string;
  groups: string[];
  since: string;
  anger: number;
  moods: number[];
  voice: boolean;
  urgent: boolean;
  complaint: boolean;
  waitsSince?: string;
  firstText?: string;
  lastText?: string;
  line?: CallLine;
  step?: TalkStep;
  alerts: TalkAlert[];
  urgency: number;
}

export interface Note {
  id: string;
  afterSeq: number;
  author: string;
  text: string;
  at: string;
}

/** Why an agent is not online. */
export type Away = 'BREAK' | 'CLOSED' | 'SIGNED_OUT';

export type AgentClientFrame =
  | { type: 'presence'; online: boolean }
  | { type: 'open'; conversationId: string; afterSeq: number }
  | { type: 'leave'; conversationId: string }
  | { type: 'send'; conversationId: string; clientMessageId: string; text: string }
  | { type: 'typing'; conversationId: string }
  | { type: 'read'; conversationId: string; seq: number }
  | { type: 'accept'; conversationId: string }
  | { type: 'decline'; conversationId: string }
  | { type: 'wall'; on: boolean };

export type AgentServerFrame =
  | { type: 'welcome'; staff: { id: string; login: string; name: string }; online: boolean; away?: 'BREAK' | 'CLOSED' | 'SIGNED_OUT' }
  | { type: 'presence'; online: boolean }
  | { type: 'queue'; waiting: Waiting[] }
  | { type: 'mine'; conversations: Mine[] }
  | { type: 'offer'; conversationId: string; customer: { name?: string }; channel: 'WEB' | 'VOICE' | 'WECHAT' | 'SOCIAL'; reason: HandoffReason; priority: number; since: string; lastText?: string; expiresAt: string; seconds: number }
  | { type: 'offer-ended'; conversationId: string }
  | { type: 'message'; conversationId: string; message: Message }
  | { type: 'ack'; conversationId: string; clientMessageId: string; seq: number; at: string }
  | { type: 'owner'; conversationId: string; owner: Owner; epoch: number }
  | { type: 'access-ended'; conversationId: string }
  | { type: 'typing'; conversationId: string; author: Author }
  | { type: 'read'; conversationId: string; reader: 'customer' | 'agent'; seq: number }
  | { type: 'note'; conversationId: string; note: Note }
  | { type: 'partial'; conversationId: string; utteranceId: string; author: Author; text: string }
  | { type: 'corrected'; conversationId: string; seq: number; text: string }
  | { type: 'whisper'; conversationId: string; whisper: { id: string; afterSeq: number; authorId: string; author: string; text: string; at: string } }
  | { type: 'call'; conversationId: string; state: 'ringing' | 'answered' | 'ended'; number?: string }
  | { type: 'line'; conversationId: string; line: CallLine }
  | { type: 'after-call'; conversationId?: string; seconds: number }
  | { type: 'wall'; whole: boolean; held: Held[]; gone: string[] }
  | { type: 'tickets'; answered: number }
  | { type: 'error'; code: string; detail: string; conversationId?: string; clientMessageId?: string };

// /ws/v1/assist

export interface Suggestion {
  id: string;
  kind: 'answer' | 'script' | 'warning' | 'step' | 'cause' | 'case' | 'fact';
  title: string;
  text: string;
  source?: Source;
  audience: 'CUSTOMER' | 'AGENT';
  confidence: number;
  details: Record<string, unknown>;
}

export type AssistClientFrame = { type: 'used'; id: string; how: 'insert' | 'copy' | 'said' | 'unsaid' | 'dismiss' };

export type AssistServerFrame =
  | { type: 'suggestions'; conversationId: string; forSeq: number; suggestions: Suggestion[] }
  | { type: 'error'; code: string; detail: string };

// /ws/v1/tickets

export type TicketServerFrame =
  | { type: 'counts'; open: number; unowned: number; soon: number; overdue: number }
  | { type: 'changed'; ticketId: string }
  | { type: 'warning'; ticketId: string; number: number; title: string; step: string; label: { chinese: string; english: string }; dueAt: string; overdue: boolean };
