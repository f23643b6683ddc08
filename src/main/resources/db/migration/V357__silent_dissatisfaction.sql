-- What customers were dissatisfied with who did not say so: conversations about one thing, together.
create table dissatisfaction_cluster (
  id         uuid primary key,
  -- What tells it from the others, said in several conversations.
  words      text[] not null,
  opened_at  timestamptz not null default now(),
  -- Made of it.
  gap_id     uuid references knowledge_gap on delete set null
);

create table dissatisfaction_member (
  conversation_id uuid primary key references conversation on delete cascade,
  cluster_id      uuid not null references dissatisfaction_cluster on delete cascade,
  -- The customer's message by which it was compared.
  seq             bigint not null,
  ended_at        timestamptz not null,
  -- Which of them are shown first.
  place           smallint not null
);
create index dissatisfaction_member_cluster on dissatisfaction_member (cluster_id);
create index dissatisfaction_cluster_gap on dissatisfaction_cluster (gap_id) where gap_id is not null;

alter table gap_question drop constraint gap_question_missed_check;
alter table gap_question add constraint gap_question_missed_check
  check (missed in ('NOT_FOUND', 'LEFT', 'LED_TO_HUMAN', 'NOT_HELPFUL', 'DISSATISFIED'));
