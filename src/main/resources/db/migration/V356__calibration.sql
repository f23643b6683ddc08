-- What a machine found that two people judge as well, without knowing what the machine or the other thought.
create table calibration_rule (
  id        smallint primary key default 1 check (id = 1),
  -- Below that of κ, from so many conversations on, a criterion counts no more.
  floor     real not null default 0.6 check (floor between 0 and 1),
  least     smallint not null default 20 check (least between 5 and 1000),
  -- So many of each criterion a week.
  random    smallint not null default 3 check (random between 0 and 50),
  doubtful  smallint not null default 2 check (doubtful between 0 and 50)
);
insert into calibration_rule default values;

-- Weeks that were drawn, by their Mondays: each once, by whichever instance.
create table calibration_week (
  week      date primary key,
  drawn_at  timestamptz not null default now()
);

create table calibration_case (
  id              uuid primary key,
  week            date not null references calibration_week,
  conversation_id uuid not null references conversation,
  who             text not null,
  -- A criterion's key, or attitude.
  criterion       text not null,
  kind            text not null check (kind in ('RANDOM', 'DOUBTFUL')),
  -- What the machine said when it was drawn: 1 kept, 2 broken, null not judged; of attitude 1 to 5.
  machine         smallint,
  resolved        smallint,
  resolved_by     uuid references staff,
  resolved_at     timestamptz,
  unique (conversation_id, who, criterion),
  check ((resolved is null) = (resolved_at is null))
);
create index calibration_case_week on calibration_case (week);

create table calibration_judgement (
  case_id         uuid not null references calibration_case on delete cascade,
  conversation_id uuid not null references conversation,
  staff_id        uuid not null references staff,
  -- 1 kept, 2 broken, 3 cannot be told; of attitude 1 to 5.
  verdict         smallint not null check (verdict between 1 and 5),
  at              timestamptz not null default now(),
  -- Handed in: can no longer be taken back, and may be seen once the other's is as well.
  sealed          boolean not null default false,
  primary key (case_id, staff_id)
);
create index calibration_judgement_conversation on calibration_judgement (conversation_id);
create index calibration_judgement_open on calibration_judgement (staff_id) where not sealed;

-- Criteria on which people and machine do not agree here; they leave the scores until they do.
create table unreliable_criterion (
  criterion text primary key,
  since     timestamptz not null default now(),
  kappa     real not null,
  n         integer not null
);
alter table score_finding add column counted boolean not null default true;
