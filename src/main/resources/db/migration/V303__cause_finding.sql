-- What became clear of a fault in a talk: a symptom that was complained of, or what a check showed.
create table cause_finding (
  conversation_id uuid not null references conversation,
  -- The question of a check, or the name of a symptom.
  asked           text not null,
  -- The symptom; none: the customer does not know.
  symptom         text,
  -- The customer's message that says so; none: set by hand.
  seq             bigint,
  staff_id        uuid references staff,
  -- The agent said that it is not so: words do not bring it back.
  withdrawn       boolean not null default false,
  at              timestamptz not null default now(),
  primary key (conversation_id, asked)
);

-- Which cause a fault had, as a confirmed wrap-up says, and what was found before.
create table graph_case (
  conversation_id uuid primary key references conversation on delete cascade,
  cause           text not null,
  symptoms        text[] not null,
  at              timestamptz not null default now()
);
create index on graph_case (at);

alter table suggestion
  drop constraint suggestion_kind_check,
  add constraint suggestion_kind_check
    check (kind in ('answer', 'script', 'warning', 'step', 'cause', 'case', 'fact'));
alter table suggestion_set
  drop constraint suggestion_set_lane_check,
  add constraint suggestion_set_lane_check check (lane in ('WATCH', 'STEP', 'CAUSE', 'ANSWER', 'FACT', 'CASE'));
