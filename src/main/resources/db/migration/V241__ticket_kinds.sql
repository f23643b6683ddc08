-- Which kinds of tickets there are, with their steps and fields: one version after the other. Before the first the settings say it.
create table ticket_kinds (
  version   int primary key check (version > 0),
  catalogue jsonb not null,
  by        uuid not null references staff,
  at        timestamptz not null default now()
);
alter table ticket
  drop constraint ticket_kind_check,
  -- A ticket keeps its kind as it was when it was opened; 0: as the settings say.
  add column kinds_version int not null default 0,
  -- What was filled in, by the field's id.
  add column fields jsonb not null default '{}';
alter table ticket_step drop constraint ticket_step_step_check;
