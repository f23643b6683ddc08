-- Several approved revisions that customers get together, or not at all.
create table publish_set (
  id           uuid primary key,
  name         text not null,
  state        text not null default 'OPEN' check (state in ('OPEN', 'SCHEDULED', 'PUBLISHED')),
  goes_live_at timestamptz check (state <> 'SCHEDULED' or goes_live_at is not null),
  created_by   text not null,
  created_at   timestamptz not null default now(),
  publisher    text,
  publisher_id uuid references staff,
  published_at timestamptz
);
create unique index publish_set_name on publish_set (lower(name)) where state <> 'PUBLISHED';

create table publish_set_article (
  set_id     uuid not null references publish_set on delete cascade,
  article_id uuid not null references article,
  -- The revision that was published; null until then: the latest.
  revision   integer,
  added_by   text not null,
  added_at   timestamptz not null default now(),
  primary key (set_id, article_id)
);
create index publish_set_of_article on publish_set_article (article_id);
