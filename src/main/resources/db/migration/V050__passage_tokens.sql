-- The vectors of a passage's tokens, for the second stage of the search. What was indexed before has none: it is indexed
-- again when the application starts.
alter table passage add column tokens bytea;
