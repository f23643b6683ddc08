-- A request for a human: its waiting, the offers made to agents, the agent's work and how it ended. Who owns the
-- conversation is said by the conversation alone; these rows follow it (see Handoffs.follow).
create table handoff (
  conversation_id uuid not null references conversation,
  -- The conversation's epoch while it waits.
  epoch        integer not null,
  reason       jsonb not null,
  priority     smallint not null,
  requested_at timestamptz not null,
  packet       jsonb,
  offered_to   uuid references staff,
  -- Stays when the offer ended: the time of the last one.
  offer_ends_at timestamptz,
  -- Who declined or let an offer lapse.
  passed_by    uuid[] not null default '{}',
  agent_id     uuid references staff,
  assigned_at  timestamptz,
  ended_at     timestamptz,
  disposition  text,
  notes        text,
  primary key (conversation_id, epoch)
);
create index handoff_open on handoff (conversation_id) where ended_at is null;
create index handoff_of_agent on handoff (agent_id, requested_at desc);
create index handoff_served on handoff (ended_at desc) where assigned_at is not null and ended_at is not null;

create table presence (
  staff_id   uuid primary key references staff,
  online     boolean not null,
  -- The last heartbeat of any of the agent's sockets.
  seen_at    timestamptz not null,
  -- Since when nothing was assigned to the agent; the longest idle one is offered first.
  idle_since timestamptz not null
);
