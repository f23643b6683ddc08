-- What a conversation counts as in every figure: one row, computed anew from the conversation's own rows whenever one of them
-- changes (quality.metric).
create table conversation_fact (
  conversation_id uuid primary key references conversation on delete cascade,
  customer_id uuid not null references customer on delete cascade,
  -- The hour of its beginning by the company's clock: of a row nothing counts at another time.
  hour        timestamptz not null,
  opened_at   timestamptz not null,
  closed_at   timestamptz,
  channel     text not null,
  -- Null: not known.
  topic       text,
  region      text,
  -- Who of the staff had it last.
  agent_id    uuid references staff,
  -- The chat beside which a call was: one contact.
  goes_with   uuid,
  complaint   boolean not null,
  -- Questions to the bot, and those among them that an article answered.
  asked       integer not null,
  covered     integer not null,
  -- The last verdict on one of the bot's answers.
  helpful     boolean,
  -- Of the first wish for a human. Null: there was none; answered and abandoned are both false while they wait.
  waited_ms   bigint,
  answered    boolean not null,
  abandoned   boolean not null,
  bot_ms      bigint,
  handled_ms  bigint,
  -- The same, each moment divided by the conversations that the agent had at it.
  shared_ms   bigint,
  transfers   integer not null,
  replies     integer not null,
  reply_ms    bigint not null,
  -- How an agent said that it ended.
  disposition text,
  score       smallint,
  deadlines   integer not null,
  kept        integer not null,
  reopened    boolean not null,
  -- Seven days after its end nothing of it changes any more by the time that passes alone; null: so it is already.
  ripens_at   timestamptz,
  ripe        boolean not null,
  -- An earlier contact on the same matter within seven days before, one that was a complaint, and a later one within seven days after.
  repeats     boolean not null default false,
  repeats_complaint boolean not null default false,
  followed    boolean not null default false
);
create index conversation_fact_customer on conversation_fact (customer_id, opened_at);
create index conversation_fact_hour on conversation_fact (hour, conversation_id);
create index conversation_fact_ripens on conversation_fact (ripens_at) where ripens_at is not null;
create index conversation_fact_waited on conversation_fact (hour) include (waited_ms, answered, abandoned, channel, topic, region, agent_id)
  where waited_ms is not null;

-- Counts and sums by hour and by one dimension at a time, from the facts: the old value of a fact is taken off and the new one put on
-- in one transaction.
create table figure_hour (
  measure   text not null,
  dimension text not null,
  hour      timestamptz not null,
  member    text not null,
  n         bigint not null,
  total     bigint not null,
  primary key (measure, dimension, hour, member)
);

-- Where a customer is at home, as far as it is known.
create table customer_region (
  customer_id uuid primary key references customer on delete cascade,
  region      text,
  source      text not null check (source in ('PROFILE', 'PHONE', 'NONE')),
  at          timestamptz not null default now()
);

-- Whose facts are to be computed anew, written with what happened. Only added to, so that nobody waits for whoever computes; a row whose
-- transaction ends later is found later.
create table fact_due (
  id              bigint generated always as identity primary key,
  conversation_id uuid not null
);
create index fact_due_conversation on fact_due (conversation_id);

create function fact_of_conversation() returns trigger language plpgsql as $$
begin
  insert into fact_due (conversation_id) values (new.id);
  return null;
end $$;
create trigger fact_due_new after insert on conversation for each row execute function fact_of_conversation();
create trigger fact_due_changed after update on conversation for each row
  when (old.owner <> new.owner or old.epoch <> new.epoch or old.customer_id <> new.customer_id or (old.last_seq = 0 and new.last_seq > 0)
    or old.closed_at is distinct from new.closed_at or old.goes_with is distinct from new.goes_with)
  execute function fact_of_conversation();

create function fact_of_row() returns trigger language plpgsql as $$
begin
  insert into fact_due (conversation_id) values (coalesce(new.conversation_id, old.conversation_id));
  return null;
end $$;
create trigger fact_due after insert or update of agent_id, assigned_at, ended_at, disposition, category on handoff
  for each row execute function fact_of_row();
create trigger fact_due after insert or update on satisfaction for each row execute function fact_of_row();
create trigger fact_due after insert or update or delete on feedback for each row execute function fact_of_row();
create trigger fact_due after insert or update of confirmed_at, category on wrap_up for each row execute function fact_of_row();
create trigger fact_due after insert or update of kind, merged_into on ticket for each row
  when (new.conversation_id is not null) execute function fact_of_row();

create function fact_of_ticket_event() returns trigger language plpgsql as $$
begin
  insert into fact_due (conversation_id)
  select t.conversation_id from ticket t where t.id = new.ticket_id and t.conversation_id is not null;
  return null;
end $$;
create trigger fact_due after insert on ticket_event for each row
  when (new.what in ('STEP_MET', 'OVERDUE', 'RESOLVED', 'REOPENED', 'MERGED', 'SPLIT')) execute function fact_of_ticket_event();

-- What is there already.
insert into fact_due (conversation_id) select id from conversation order by opened_at;
