-- Whether an administrator is done with the guide for a new installation.
create table first_steps (
  single       boolean primary key default true check (single),
  dismissed_at timestamptz not null default now()
);
