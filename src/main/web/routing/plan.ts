import { api } from '../common/api';

export type Level = 'NEWCOMER' | 'EXPERIENCED' | 'SENIOR';
export const LEVELS: Level[] = ['NEWCOMER', 'EXPERIENCED', 'SENIOR'];
export const REASONS = ['CALL', 'URGENT', 'LEGAL_OR_COMPLAINT', 'STRONG_EMOTION', 'WISH_FOR_HUMAN', 'REPEATED_QUESTION', 'UNANSWERED'] as const;
export type Reason = (typeof REASONS)[number];
export const CHANNELS = ['WEB', 'VOICE', 'WECHAT', 'SOCIAL'] as const;
export type ChannelName = (typeof CHANNELS)[number];
export const MARKS = ['VIP', 'CARE'] as const;
export type Mark = (typeof MARKS)[number];
export const DAYS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'] as const;
export type Day = (typeof DAYS)[number];

export interface Shift {
  days: Day[];
  from: string;
  to: string;
}

export interface Hours {
  week: Shift[];
  closed: string[];
  workdays: string[];
}

export interface Group {
  id: string;
  name: string;
  hours?: Hours;
}

export interface When {
  reasons: Reason[];
  channels: ChannelName[];
  minTier: number;
  words: string[];
  language?: 'zh' | 'en';
  marks: Mark[];
  tags: string[];
  topics: string[];
}

export const ALWAYS: When = { reasons: [], channels: [], minTier: 0, words: [], marks: [], tags: [], topics: [] };

export interface Then {
  group?: string;
  level?: Level;
  points: number;
}

export interface Rule {
  name: string;
  enabled: boolean;
  when: When;
  then: Then;
}

export interface Skills {
  agent: string;
  level: Level;
  groups: string[];
  languages: string[];
  chats?: number;
}

export interface Settings {
  secondsPerPoint: number;
  pointsPerTier: number;
  widenSeconds: number;
}

export interface Plan {
  settings: Settings;
  hours?: Hours;
  groups: Group[];
  rules: Rule[];
  agents: Skills[];
}

export interface Version {
  version: number;
  plan: Plan;
}

/** Version 0 comes with the product: nobody wrote it at any time. */
export interface Change extends Version {
  at?: string;
  by?: string;
  note: string;
}

export type Verdict =
  | 'FITS'
  | 'STANDS_IN'
  | 'NOT_IN_GROUP'
  | 'TOO_NEW'
  | 'OTHER_LANGUAGE'
  | 'NOT_THE_COLLEAGUE'
  | 'PASSED'
  | 'ON_THE_TELEPHONE'
  | 'HANDS_FULL';

export interface Outcome {
  read: { reason: Reason; channel: ChannelName; tier: number; language: 'zh' | 'en' };
  wanted: Then & { language?: 'zh' | 'en'; rules: string[]; marks: { mark: Mark; why: string }[] };
  headStartSeconds: number;
  open: boolean;
  opensAt?: string;
  first?: string;
  agents: { agent: string; name: string; verdict: Verdict; chats: number; capacity: number }[];
}

export interface Situation {
  reason: Reason;
  channel: ChannelName;
  tier: number;
  words: string;
  tags: string[];
  topics: string[];
}

/** When a customer comes and who is there; without them now and those who are. */
export interface Occasion {
  at?: string;
  online?: string[];
}

export interface Check {
  name: string;
  count: number;
  examples: string[];
}

export const current = () => api<Version>('GET', '/routing');
export const history = () => api<Change[]>('GET', '/routing/history');
export const check = (plan: Plan) => api<{ faults: string[]; warnings: string[] }>('POST', '/routing/check', { body: plan });
/** The job first, then the system. */
export const health = async (): Promise<Check[]> =>
  (await Promise.all([api<Check[]>('GET', '/handoff/health/service'), api<Check[]>('GET', '/handoff/health')])).flat();

/** Answers 409 when somebody else has changed the plan since `known`. */
export function save(known: number, plan: Plan, note: string): Promise<Version> {
  return api<Version>('PUT', '/routing', { body: { known, plan, note } });
}

export function trial(
  plan: Plan,
  subject: { conversationId: string } | { situation: Situation },
  occasion: Occasion = {},
): Promise<Outcome> {
  return api<Outcome>('POST', '/routing/trial', { body: { plan, ...subject, ...occasion } });
}
