-- Somebody has looked at what publishing breaks, and says why it is published all the same.
create table publish_signature (
  id           uuid primary key,
  article_id   uuid not null references article,
  revision     integer not null,
  -- SHA-256 of the content that was looked at; of another content it says nothing.
  content_hash bytea not null,
  kind         text not null check (kind in ('GOLDEN', 'IMPACT')),
  -- Ids of golden questions, or hashes of customers' wordings.
  broken       text[] not null,
  reason       text not null,
  signer       text not null,
  signer_id    uuid references staff,
  at           timestamptz not null default now()
);
create index publish_signature_article on publish_signature (article_id, at);

-- Wordings that had an answer and would have none, as they were found for a content over a version of the knowledge.
create table publish_impact (
  article_id        uuid not null references article,
  content_hash      bytea not null,
  knowledge_version bigint not null,
  -- A hash: of what customers said nothing is kept here.
  wording           text not null,
  primary key (article_id, content_hash, knowledge_version, wording)
);
