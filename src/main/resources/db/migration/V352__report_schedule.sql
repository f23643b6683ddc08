-- Which reports are made by themselves and to whom they are sent; the newest row holds, the others say what held before.
create table report_schedule (
  id         bigint generated always as identity primary key,
  month      boolean not null,
  quarter    boolean not null,
  recipients text[] not null default '{}',
  language   text not null check (language in ('zh', 'en')),
  by         uuid references staff,
  at         timestamptz not null default now()
);

-- What was made by itself: once for each month and quarter, also after it was deleted.
create table report_run (
  kind      text not null check (kind in ('MONTH', 'QUARTER')),
  first_day date not null,
  report_id uuid not null,
  made_at   timestamptz not null default now(),
  -- Who has it; an address that did not take it is tried again.
  mailed    text[] not null default '{}',
  tries     integer not null default 0,
  -- Sent to all, or given up.
  done      boolean not null default false,
  -- What the mail server said last.
  failure   text,
  primary key (kind, first_day)
);
create index report_run_pending on report_run (made_at) where not done;
