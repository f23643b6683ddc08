-- What agents noted about a customer for good.
alter table customer add column tags text[] not null default '{}';
