import type { Attachment } from '../common/frames';
import type { Pending } from '../common/client/outbox';

/** What the log asks of the chat around it. */
export interface Actions {
  ask: (text: string) => void;
  resend: (pending: Pending) => void;
  discard: (pending: Pending) => void;
  redraw: () => void;
  view: (picture: Attachment) => void;
  ticket: (number: number) => void;
}
