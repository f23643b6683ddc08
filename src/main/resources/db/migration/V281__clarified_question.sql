-- What customers wrote first, where the bot asked back and they then chose an article: how else it is asked for.
create table clarified_question (
  conversation_id uuid not null references conversation on delete cascade,
  -- The customer's message that was not understood at once.
  seq             bigint not null,
  article_id      uuid not null references article on delete cascade,
  -- Without personal data.
  words           text not null,
  asked_at        timestamptz not null,
  primary key (conversation_id, seq)
);
create index clarified_question_article on clarified_question (article_id, asked_at desc);

-- What no article shall be asked by, and why; the words are known by a hash alone.
create table phrasing_refusal (
  article_id uuid not null references article on delete cascade,
  words_hash text not null,
  reason     text not null,
  refuser    text not null,
  refused_at timestamptz not null default now(),
  primary key (article_id, words_hash)
);

-- Until when those turns were looked at.
alter table gap_mining add column clarified_until timestamptz not null default now() - interval '30 days';
