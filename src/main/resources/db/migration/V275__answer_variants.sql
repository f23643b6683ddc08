-- Other words for a revision's answer, by channel and the lowest tier of customers that hears them:
-- [{"channel": "SPOKEN", "minTier": 0, "answer": "…"}]. Part of its content hash where there are any.
alter table article_revision add column variants jsonb not null default '[]'
  check (jsonb_typeof(variants) = 'array');
