-- What befalls the line of a call (answered, held, put through …), in the order in which it happened, however it arrived; how the
-- call stands follows from these rows, on any instance and after a restart.
alter table call add column began_at timestamptz not null default now();

create table call_event (
  conversation_id uuid not null references conversation,
  -- By which it is known when it is sent again.
  id              text not null,
  arrived         bigint generated always as identity,
  kind            text not null check (kind in
                    ('answered', 'held', 'resumed', 'transferred', 'consulting', 'muted', 'unmuted', 'ended')),
  at              timestamptz not null,
  -- Who is muted, or ended it.
  party           text check (party in ('customer', 'agent', 'system')),
  -- To whom it is put through, whom the agent consults, or why it ended.
  detail          text,
  -- Who has the call from then on, where that is one of staff.
  agent_id        uuid references staff,
  primary key (conversation_id, id)
);

-- How a speaker of a call sounds: the last reading, and the mean of all that came in order.
create table call_tone (
  conversation_id uuid not null references conversation,
  speaker         text not null check (speaker in ('customer', 'agent')),
  rate            float8 not null,
  loudness        float8 not null,
  at              timestamptz not null,
  readings        integer not null default 1,
  usual_rate      float8 not null,
  usual_loudness  float8 not null,
  primary key (conversation_id, speaker)
);
