-- What was done to many articles at once, so that it can be undone.
create table bulk_change (
  id        uuid primary key,
  kind      text not null check (kind in ('RETAG', 'VALIDITY', 'SUBMIT', 'RETIRE')),
  done_by   text not null,
  done_by_id uuid not null references staff,
  done_at   timestamptz not null default now(),
  undone_by text,
  undone_at timestamptz
);
create index bulk_change_done on bulk_change (done_at);

create table bulk_change_article (
  change_id  uuid not null references bulk_change on delete cascade,
  article_id uuid not null references article,
  -- The revision before, and the one that it made or moved; the row is written first.
  before     integer not null,
  after      integer not null,
  undone     boolean not null default false,
  primary key (change_id, article_id)
);
