import type { Message } from './frames';

/**
 * The order in which a conversation was spoken: utterances of a call stand by when they were said, not by when they were
 * recognised, and none behind the end of the call. Takes messages by their numbers.
 */
export function spokenOrder(messages: Message[]): Message[] {
  const spoken = messages.filter((m) => spokenAt(m) !== undefined).sort((a, b) => spokenAt(a)! - spokenAt(b)!);
  if (!spoken.length) return messages;
  const ordered: Message[] = [];
  let said = 0;
  let arrived = 0;
  for (const message of messages) {
    if (spokenAt(message) !== undefined) {
      arrived++;
      continue;
    }
    const before = isEnd(message) ? spoken.length : arrived;
    while (said < before) ordered.push(spoken[said++]!);
    ordered.push(message);
  }
  return [...ordered, ...spoken.slice(said)];
}

function spokenAt({ body }: Message): number | undefined {
  return body.kind === 'text' ? (body.spokenAt ?? undefined) : undefined;
}

function isEnd({ body }: Message): boolean {
  return body.kind === 'notice' && body.code === 'closed';
}
