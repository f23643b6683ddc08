-- Rules on shares: the threshold is in percent, and a day counts from so many conversations on.
alter table alarm_rule add column least integer check (least > 0);

-- What was found to be looked into: seen, cause, measures, effect (quality.review).
create table review_task (
  id           uuid primary key,
  -- What it came from; the reference is that of an alarm or of a cluster, which may be gone.
  source       text not null check (source in ('RULE', 'ALARM', 'SILENCE', 'HAND')),
  source_id    uuid,
  title        text not null,
  -- The share that shows whether it helped; null: none does.
  share        text check (share in ('DISSATISFIED', 'COMPLAINTS', 'REPEATS')),
  -- Of what and from where; empty: of all.
  topic        text not null default '',
  region       text not null default '',
  -- Days on which it was seen, and of each [{"day", "n", "hits"}].
  seen_from    date not null,
  seen_to      date not null,
  seen         jsonb not null default '[]',
  -- Percent that the share was above; of rules.
  above        integer,
  state        text not null default 'OPEN' check (state in ('OPEN', 'ANALYSED', 'ACTING', 'CHECKING', 'CLOSED', 'CANCELLED')),
  cause        text check (cause in ('PROCESS', 'SKILL', 'SYSTEM', 'CONTENT', 'OTHER')),
  cause_words  text,
  owner_id     uuid references staff,
  due          date,
  verdict      text check (verdict in ('HELPED', 'NOT', 'UNCLEAR')),
  verdict_words text,
  -- As it was when somebody said whether it helped.
  effect       jsonb,
  opened_at    timestamptz not null default now(),
  opened_by    uuid references staff,
  ended_at     timestamptz
);
-- One open task a stream.
create unique index review_task_open on review_task (share, topic, region) where source = 'RULE' and ended_at is null;
create index review_task_opened on review_task (opened_at desc);
create index review_task_stream on review_task (share, topic, region);

create table review_measure (
  id       uuid primary key,
  task_id  uuid not null references review_task on delete cascade,
  words    text not null,
  due      date not null,
  done_on  date
);
create index review_measure_task on review_measure (task_id);

-- Who did what when; nothing is changed afterwards.
create table review_event (
  id       bigint generated always as identity primary key,
  task_id  uuid not null references review_task on delete cascade,
  at       timestamptz not null default now(),
  by       uuid references staff,
  kind     text not null,
  -- The state after it, where it changed.
  state    text,
  words    text not null default ''
);
create index review_event_task on review_event (task_id, id);
