-- Named values that answers are filled with where they say {{name}}: a price, the hotline.
create table snippet (
  id         uuid primary key,
  name       text not null unique,
  value      text not null,
  version    integer not null default 1,
  changed_by text not null,
  changed_at timestamptz not null default clock_timestamp()
);
-- For ever, also of what was removed. before is null when it was made, after when it was removed.
create table snippet_change (
  id         bigint generated always as identity primary key,
  snippet_id uuid not null,
  name       text not null,
  before     text,
  after      text,
  reason     text not null,
  author     text not null,
  author_id  uuid references staff,
  at         timestamptz not null default clock_timestamp()
);
create index snippet_change_of on snippet_change (snippet_id, id desc);
