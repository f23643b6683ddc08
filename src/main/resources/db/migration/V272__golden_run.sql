-- What came of golden questions, time after time.
create table golden_run (
  id                uuid primary key,
  at                timestamptz not null default now(),
  cause             text not null check (cause in ('PUBLISHED', 'NIGHT', 'HAND')),
  knowledge_version bigint not null,
  passed            integer not null,
  failed            integer not null,
  must_failed       integer not null
);
create index golden_run_at on golden_run (at desc);

-- The last of each question.
create table golden_result (
  question_id       uuid primary key references golden_question on delete cascade,
  at                timestamptz not null default now(),
  knowledge_version bigint not null,
  passed            boolean not null,
  -- A slug, or what the bot did.
  got               text not null,
  confidence        double precision not null
);

create table golden_failure (
  run_id      uuid not null references golden_run on delete cascade,
  question_id uuid not null references golden_question on delete cascade,
  got         text not null,
  primary key (run_id, question_id)
);
create index golden_failure_question on golden_failure (question_id);
