import type { HandoffReason, Source, Waiting } from '../common/frames';

/** What a person needs who takes a conversation over: GET /conversations/{id}/packet. */
export interface Packet {
  reason?: HandoffReason | null;
  summary: string[];
  /** What the customer has said of it to the agent since. */
  latest?: string | null;
  facts: { name: string; value: string; seq: number; token?: string }[];
  /** What a machine read in the customer's pictures. */
  pictures: { seq: number; words: string }[];
  tried: { seq: number; question: string; answer: string; sources: Source[]; confidence: number }[];
  emotion: { seq: number; anger: number }[];
  missing: string[];
  profile: { name?: string | null; tier: number; externalId?: string | null; since?: string | null; tags: string[]; hostTags: string[]; marks: Waiting['marks'] };
  earlier: {
    conversationId: string;
    openedAt: string;
    closedAt?: string | null;
    channel: string;
    disposition?: string | null;
    words: string;
    /** As its agent filed and wrote it down. */
    category?: string;
    done?: string;
    promised: string[];
  }[];
  firstSentence: string;
}
