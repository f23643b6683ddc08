-- Whether somebody other than the author must look before customers see it; without a row the settings say it.
create table review_policy (
  single     boolean primary key default true check (single),
  four_eyes  text not null check (four_eyes in ('AUTO', 'ON', 'OFF')),
  changed_by text not null,
  changed_at timestamptz not null default now()
);

-- What a reviewer remarks on a revision, at a line of a field.
create table review_comment (
  id          uuid primary key,
  article_id  uuid not null references article,
  revision    integer not null,
  field       text not null check (field in ('QUESTION', 'PHRASINGS', 'ANSWER', 'DETAILS')),
  -- From 1; null: the whole field.
  line        integer check (line > 0),
  -- The line as it was, by which it is found again in a later revision.
  quoted      text not null,
  text        text not null,
  author      text not null,
  author_id   uuid not null references staff,
  at          timestamptz not null default now(),
  resolved_by text,
  resolved_at timestamptz,
  version     integer not null default 0
);
create index review_comment_article on review_comment (article_id, at);
