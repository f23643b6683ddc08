-- What is known of the links in answers, by address.
create table link_check (
  url        text primary key check (length(url) <= 2000),
  state      text not null check (state in ('WORKS', 'BROKEN', 'UNREACHABLE', 'UNCHECKED')),
  status     integer,
  -- Checks in a row that came to nothing.
  failures   integer not null default 0,
  detail     text not null default '',
  checked_at timestamptz not null
);
-- Which published revision has which; made anew by each check.
create table article_link (
  article_id uuid not null references article on delete cascade,
  revision   integer not null,
  url        text not null,
  primary key (article_id, revision, url)
);
