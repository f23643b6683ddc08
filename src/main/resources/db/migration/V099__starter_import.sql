-- Whether the knowledge that comes with the product was imported to the end. An installation that has articles and no row here
-- has its own, or was filled before this was noted: nothing is imported there.
create table starter_import (
  single      boolean primary key default true check (single),
  begun_at    timestamptz not null default now(),
  finished_at timestamptz
);
