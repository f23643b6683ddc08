-- The starter knowledge is offered, not imported unasked: somebody may decline it, or take it away again.
alter table starter_import
  alter column begun_at drop not null,
  alter column begun_at drop default,
  add column declined_at timestamptz;

-- Which articles are examples. A removed one keeps the revision that was published, to be brought back.
create table starter_article (
  article_id       uuid primary key references article,
  removed_revision integer
);
