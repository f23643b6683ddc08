-- What an import found and did, so that it is looked at before, on any instance, and taken back after.
create table import_batch (
  id         uuid primary key,
  state      text not null check (state in ('PREVIEW', 'APPLIED', 'UNDONE')),
  author     text not null,
  made_at    timestamptz not null default now(),
  applied_at timestamptz,
  undone_at  timestamptz,
  undone_by  text,
  files      text[] not null,
  -- Of the files: encodings, what was left out; and their tables with what their columns hold.
  notes      jsonb not null,
  grids      jsonb not null
);

create index import_batch_made on import_batch (made_at);

-- The files as they came, for columns that are set otherwise and to hand them back; gone with the preview, or after a while.
create table import_source (
  batch_id uuid not null references import_batch on delete cascade,
  position integer not null,
  name     text not null,
  content  bytea not null,
  primary key (batch_id, position)
);

create table import_item (
  batch_id     uuid not null references import_batch on delete cascade,
  position     integer not null,
  file         text not null,
  sheet        text not null,
  row_number   integer not null,
  outcome      text not null check (outcome in ('NEW', 'CHANGED', 'SAME', 'DUPLICATE', 'CONTRADICTS', 'ERROR')),
  question     text not null,
  remarks      jsonb not null,
  slug         text not null,
  -- What is stored, and what the file says; they differ where somebody edited the article since.
  draft        jsonb,
  brought      jsonb,
  content_hash bytea,
  -- No reference: a new article is there from the day on which the import is applied, and may be gone later.
  article_id   uuid,
  is_new       boolean not null,
  -- The article's latest revision when it was compared, and a draft whose place is taken.
  latest       integer,
  waiting      integer,
  -- The revision that was made.
  revision     integer,
  primary key (batch_id, position)
);

create index import_item_article on import_item (article_id, revision) where revision is not null;

-- What people said of the columns of tables with those headers.
create table import_mapping (
  header     text primary key,
  fields     text[] not null,
  author     text not null,
  changed_at timestamptz not null default now()
);
