-- Calls as the telephony system names them; any instance can go on with one after a reconnect.
create table call (
  call_id         text primary key,
  -- Null between the claim of a new call and the opening of its conversation.
  conversation_id uuid unique references conversation,
  number          text not null,
  state           text not null check (state in ('ringing', 'answered', 'ended')),
  claimed_at      timestamptz not null default now(),
  answered_at     timestamptz,
  ended_at        timestamptz
);
