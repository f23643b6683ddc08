-- Whom something is to be noticed for (quality.alarm). A rule without a row is off.
create table alarm_rule (
  rule      text primary key,
  active    boolean not null,
  -- Of rules that have one; null: the rule's own.
  threshold integer check (threshold > 0),
  emails    text[] not null default '{}',
  by        uuid references staff,
  at        timestamptz not null default now()
);

-- What rang. The stream is the rule with a topic and a region, empty: of all.
create table alarm (
  id           uuid primary key,
  rule         text not null,
  topic        text not null,
  region       text not null,
  kind         text not null check (kind in ('SURGE', 'SLOW_RISE', 'THRESHOLD')),
  -- The day that was looked at; of thresholds that on which it rang.
  day          date not null,
  count        bigint not null,
  expected     double precision,
  -- The probability that chance alone brings as many.
  tail         double precision,
  -- Other streams that the same cause explains: RULE|topic|region.
  also         text[] not null default '{}',
  opened_at    timestamptz not null default now(),
  -- When it was last so; of thresholds each minute.
  reached_at   timestamptz not null default now(),
  acknowledged_at timestamptz,
  acknowledged_by uuid references staff,
  -- By whom it was closed; null with a time: by itself.
  closed_at    timestamptz,
  closed_by    uuid references staff,
  -- The addresses that have it.
  mailed       text[] not null default '{}'
);
-- One open alarm a stream.
create unique index alarm_open on alarm (rule, topic, region) where closed_at is null;
create index alarm_opened on alarm (opened_at desc);

create table alarm_mute (
  rule   text not null,
  topic  text not null,
  region text not null,
  until  timestamptz not null,
  by     uuid not null references staff,
  at     timestamptz not null default now(),
  primary key (rule, topic, region)
);

-- A day is looked at once.
create table alarm_look (
  day     date primary key,
  streams integer not null,
  at      timestamptz not null default now()
);

-- How far streams have been above what was to be expected, in sum (SlowRise).
create table alarm_rise (
  rule   text not null,
  topic  text not null,
  region text not null,
  sum    double precision not null,
  primary key (rule, topic, region)
);

create function webhook_of_alarm() returns trigger language plpgsql as $$
begin
  perform webhook_tell(case when new.closed_at is null then 'alarm.opened' else 'alarm.closed' end, jsonb_build_object(
    'alarmId', new.id, 'rule', new.rule, 'topic', nullif(new.topic, ''), 'region', nullif(new.region, ''), 'kind', new.kind,
    'day', new.day, 'count', new.count, 'expected', round(new.expected::numeric, 1)));
  return null;
end $$;
create trigger webhook_of_alarm_opened after insert on alarm for each row execute function webhook_of_alarm();
create trigger webhook_of_alarm_closed after update of closed_at on alarm
  for each row when (old.closed_at is null and new.closed_at is not null) execute function webhook_of_alarm();
