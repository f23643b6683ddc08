-- What was drafted when a conversation ended, and what its agent confirmed: the record of the customer's history, what categories
-- are learnt from, and how much of it agents had to write themselves.
create table wrap_up (
  conversation_id uuid primary key references conversation,
  drafted_at      timestamptz not null default now(),
  draft           jsonb not null,
  -- The category by rules alone, whichever was proposed; and the customer's words, without personal data.
  by_rules        text,
  said            text not null,
  -- What a chat model wrote of it, with the last message that it knew.
  composition     jsonb,
  -- When the agent could begin to write: a call was hung up, or the form of a chat was opened.
  begun_at        timestamptz,
  confirmed_at    timestamptz,
  confirmed_by    uuid references staff,
  confirmed       jsonb,
  category        text,
  -- Share of the draft's characters that the agent changed, 0 to 1.
  changed         real
);
create index wrap_up_confirmed on wrap_up (confirmed_at desc) where confirmed_at is not null;
