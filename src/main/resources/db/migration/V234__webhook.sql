-- Addresses of other systems that are told what happens here.
create table webhook_endpoint (
  id            uuid primary key,
  url           text not null,
  events        text[] not null,
  -- Whoever signs needs it as it is.
  secret        bytea not null,
  created_by    uuid not null references staff,
  created_at    timestamptz not null default now(),
  -- Of the failures since the last success, the first.
  failing_since timestamptz,
  -- By us, after too long a time of failures.
  disabled_at   timestamptz
);

-- What each is to be told, and the log of it. Ids alone: whoever wants more asks for it.
create table webhook_delivery (
  id           uuid primary key,
  endpoint_id  uuid not null references webhook_endpoint on delete cascade,
  type         text not null,
  payload      text not null,
  created_at   timestamptz not null default now(),
  -- Null when it is done, or given up.
  due_at       timestamptz default now(),
  tries        integer not null default 0,
  tried_at     timestamptz,
  delivered_at timestamptz,
  -- Of the last try: HTTP's status, or why there is none; how long it took; the beginning of what came back.
  status       integer,
  failure      text,
  took_ms      integer,
  response     text
);
create index webhook_delivery_due on webhook_delivery (due_at) where due_at is not null;
create index webhook_delivery_of on webhook_delivery (endpoint_id, created_at desc);
create index webhook_delivery_at on webhook_delivery (created_at);

-- Written in the transaction of what happened, whichever way it came about: what was committed is told, and nothing else.
create function webhook_tell(what text, facts jsonb) returns void language plpgsql as $$
begin
  insert into webhook_delivery (id, endpoint_id, type, payload)
  select gen_random_uuid(), e.id, what, jsonb_build_object(
      'type', what,
      'timestamp', to_char(now() at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      'data', jsonb_strip_nulls(facts))::text
  from webhook_endpoint e where e.disabled_at is null and what = any (e.events);
  if found then
    perform pg_notify('webhook', '');
  end if;
end $$;

create function webhook_of_conversation() returns trigger language plpgsql as $$
begin
  if new.owner = 'nobody' then
    perform webhook_tell('conversation.ended', jsonb_build_object('conversationId', new.id, 'channel', new.channel));
  elsif new.owner = 'queue' then
    perform webhook_tell('handoff.queued', jsonb_build_object('conversationId', new.id, 'reason', new.reason ->> 'code'));
  elsif new.owner = 'agent' then
    perform webhook_tell('handoff.taken', jsonb_build_object('conversationId', new.id, 'agentId', new.agent_id));
  end if;
  return null;
end $$;
create trigger webhook_of_conversation after update of owner, agent_id on conversation
  for each row when (old.owner is distinct from new.owner or old.agent_id is distinct from new.agent_id)
  execute function webhook_of_conversation();

create function webhook_of_ticket() returns trigger language plpgsql as $$
begin
  perform webhook_tell(case tg_op when 'INSERT' then 'ticket.opened' else 'ticket.resolved' end, jsonb_build_object(
    'ticketId', new.id, 'number', new.number, 'kind', new.kind, 'conversationId', new.conversation_id));
  return null;
end $$;
create trigger webhook_of_ticket_opened after insert on ticket
  for each row execute function webhook_of_ticket();
create trigger webhook_of_ticket_resolved after update of state on ticket
  for each row when (new.state = 'RESOLVED' and old.state <> 'RESOLVED') execute function webhook_of_ticket();

create function webhook_of_rating() returns trigger language plpgsql as $$
begin
  perform webhook_tell('rating.given', jsonb_build_object('conversationId', new.conversation_id, 'score', new.score));
  return null;
end $$;
create trigger webhook_of_rating after insert or update of score on satisfaction
  for each row execute function webhook_of_rating();
