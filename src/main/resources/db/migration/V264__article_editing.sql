-- Who has an article open, for moments: two editors at one article see each other before they meet in a conflict.
create table article_editing (
  article_id uuid not null references article,
  staff_id   uuid not null references staff,
  name       text not null,
  -- Something is written that is not saved.
  writing    boolean not null,
  seen_at    timestamptz not null default now(),
  primary key (article_id, staff_id)
);
