-- What is searched: the question, each phrasing and pieces of the answer of every published article. Rows carry what a
-- search filters by, so that finding candidates and hiding what may not be seen is one statement.
create table passage (
  id         bigint generated always as identity primary key,
  article_id uuid not null references article,
  revision   integer not null,
  kind       text not null check (kind in ('QUESTION', 'PHRASING', 'ANSWER')),
  text       text not null,
  -- The text without punctuation, case and courtesies, for questions that are asked in exactly these words.
  key        text,
  embedding  vector(512) not null,
  audience   text not null check (audience in ('CUSTOMER', 'AGENT')),
  valid_from date,
  valid_to   date
);

create index passage_article on passage (article_id, id);
create index passage_key on passage (md5(key)) where key is not null;
-- m = 16 and ef_construction = 64 are pgvector's defaults.
create index passage_embedding on passage using hnsw (embedding vector_cosine_ops) with (m = 16, ef_construction = 64);
