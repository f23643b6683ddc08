-- Reports of a month or a quarter. What a report says is a snapshot: figures, the versions of their formulas and their words, as they
-- were when it was made.
create table quality_report (
  id        uuid primary key,
  kind      text not null check (kind in ('MONTH', 'QUARTER')),
  first_day date not null,
  state     text not null default 'MAKING' check (state in ('MAKING', 'READY', 'FAILED')),
  -- Percent, while it is made.
  progress  integer not null default 0 check (progress between 0 and 100),
  made_at   timestamptz not null default now(),
  -- Null: by itself.
  made_by   text,
  content   jsonb,
  check ((state = 'READY') = (content is not null))
);
create index quality_report_newest on quality_report (first_day desc, made_at desc);

create function keep_quality_report() returns trigger language plpgsql as $$
begin
  raise exception 'A report that is made does not change.';
end $$;
create trigger quality_report_stays before update on quality_report
  for each row when (old.state = 'READY') execute function keep_quality_report();
