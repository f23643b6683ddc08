-- A warning that a supervisor has taken note of.
create table warning_acknowledged (
  suggestion_id uuid primary key references suggestion,
  staff_id      uuid not null references staff,
  at            timestamptz not null default now()
);
