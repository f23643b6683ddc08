-- What customers ask and nothing answers: questions that ask the same, together, until later askers are answered.
create table knowledge_gap (
  id            uuid primary key,
  state         text not null default 'OPEN' check (state in ('OPEN', 'DRAFTED', 'IGNORED')),
  -- Why it is ignored.
  reason        text,
  owner         text,
  -- What was drafted for it, and which revision is to be published.
  article_id    uuid references article,
  revision      integer,
  drafted_at    timestamptz,
  -- When somebody asked in vain again although it was answered.
  reopened_at   timestamptz,
  opened_at     timestamptz not null default now(),
  changed_at    timestamptz not null default now(),
  check ((state = 'IGNORED') = (reason is not null)),
  check ((state = 'DRAFTED') = (drafted_at is not null))
);

create table gap_question (
  conversation_id uuid not null references conversation on delete cascade,
  -- The customer's message.
  in_reply_to     bigint not null,
  gap_id          uuid not null references knowledge_gap on delete cascade,
  -- Personal data masked.
  words           text not null,
  missed          text not null check (missed in ('NOT_FOUND', 'LEFT', 'LED_TO_HUMAN', 'NOT_HELPFUL')),
  channel         text not null,
  -- What agents wrote next, personal data masked.
  replies         text[] not null,
  asked_at        timestamptz not null,
  -- The wording that names the gap; another does when it is erased.
  typical         boolean not null,
  primary key (conversation_id, in_reply_to)
);
create index gap_question_gap on gap_question (gap_id, asked_at desc);

-- Until when turns were looked at; one row.
create table gap_mining (
  id     smallint primary key default 1 check (id = 1),
  until  timestamptz not null,
  run_at timestamptz
);
insert into gap_mining (until) values (now() - interval '30 days');
