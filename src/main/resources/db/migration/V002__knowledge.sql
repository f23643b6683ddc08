create extension if not exists vector;

create table article (
  id         uuid primary key,
  slug       text not null unique,
  created_at timestamptz not null default now()
);

create table article_revision (
  article_id   uuid not null references article,
  revision     integer not null,
  state        text not null check (state in ('DRAFT', 'IN_REVIEW', 'PUBLISHED', 'ARCHIVED')),
  question     text not null,
  phrasings    text[] not null,
  answer       text not null,
  audience     text not null check (audience in ('CUSTOMER', 'AGENT')),
  product      text not null,
  valid_from   date,
  valid_to     date,
  tags         text[] not null,
  -- SHA-256 of what an import brought, so that importing the same again changes nothing.
  content_hash bytea not null,
  author       text not null,
  changed_at   timestamptz not null default now(),
  primary key (article_id, revision)
);

create unique index article_published on article_revision (article_id) where state = 'PUBLISHED';

-- Raised in the transaction of each change that readers must see; caches carry it.
create table knowledge_version (
  id      smallint primary key default 1 check (id = 1),
  version bigint not null
);
insert into knowledge_version (version) values (1);
