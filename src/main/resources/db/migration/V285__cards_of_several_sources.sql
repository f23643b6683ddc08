-- Cards come from several sources (lanes): each replaces its own, and a card need not be an article.
alter table suggestion
  drop constraint suggestion_conversation_id_article_id_revision_key,
  drop constraint suggestion_kind_check,
  add constraint suggestion_kind_check check (kind in ('answer', 'script', 'warning', 'step', 'case', 'fact')),
  alter column article_id drop not null,
  alter column article drop not null,
  alter column revision drop not null,
  add column key text,
  add column details jsonb not null default '{}';

-- What a card is known by in its conversation: shown again, it keeps its id.
update suggestion set key = 'article:' || article_id || '@' || revision;
alter table suggestion alter column key set not null, add unique (conversation_id, key);

-- Sets that changed later have the higher number.
create sequence suggestion_change;
-- Nobody has ever read how long each took: bench assist measures it where agents wait.
alter table suggestion_set
  drop column latency_ms,
  add column lane text not null default 'ANSWER' check (lane in ('WATCH', 'STEP', 'ANSWER', 'FACT', 'CASE')),
  add column change bigint not null default nextval('suggestion_change'),
  drop constraint suggestion_set_pkey,
  add primary key (conversation_id, lane, for_seq);

alter table suggestion_use
  drop constraint suggestion_use_how_check,
  add constraint suggestion_use_how_check check (how in ('insert', 'copy', 'said', 'dismiss'));
