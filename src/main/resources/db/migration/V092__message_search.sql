-- Search over what people said. Pairs of characters rather than words or trigrams: the usual Chinese word has two of them,
-- and no extension is needed. What the bot said is left out; it is found in the knowledge.
create function character_pairs(said text) returns text[]
  language sql immutable strict parallel safe
  return (select coalesce(array_agg(distinct substr(lower(said), i, 2)), '{}') from generate_series(1, length(said) - 1) i);
create index message_pairs on message using gin (character_pairs(body ->> 'text')) where author in ('customer', 'agent');
