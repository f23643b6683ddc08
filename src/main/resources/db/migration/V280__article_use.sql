-- What articles did, by revision and day of the company. Counts alone: no conversation, no customer, so they outlive both.
create table article_use (
  article_id uuid not null references article on delete cascade,
  revision   integer not null,
  day        date not null,
  measure    text not null check (measure in ('SHOWN', 'TAPPED', 'HELPFUL', 'NOT_HELPFUL', 'HANDED_OVER',
                                              'SUGGESTED', 'USED', 'EDITED', 'DISMISSED')),
  n          integer not null check (n > 0),
  primary key (day, article_id, revision, measure)
);
create index article_use_article on article_use (article_id, day);

-- Until when it was counted, and when the last days, of which verdicts still come, were counted again; one row.
create table article_use_run (
  id         smallint primary key default 1 check (id = 1),
  counted_at timestamptz,
  again_at   timestamptz
);
insert into article_use_run default values;

-- Somebody has looked at what is live and says that it still holds; without a new revision.
create table article_check (
  article_id uuid primary key references article on delete cascade,
  checked_at timestamptz not null,
  checker    text not null
);

-- What was suggested on a day.
create index suggestion_made on suggestion (made_at);
