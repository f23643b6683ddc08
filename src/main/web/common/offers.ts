import type { HandoffReason } from './frames';

/** With one more, or told anew: danger first, then as they came. */
export function withOffer<T extends { conversationId: string; reason: HandoffReason }>(offers: readonly T[], offer: T): T[] {
  const others = offers.filter((one) => one.conversationId !== offer.conversationId);
  return [...others, offer].sort((a, b) => Number(b.reason.code === 'URGENT') - Number(a.reason.code === 'URGENT'));
}
