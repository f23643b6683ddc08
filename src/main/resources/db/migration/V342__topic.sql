-- What conversations are about, as a tree that editors keep. The words are those that lead to it: categories of wrap-ups and topics of
-- articles (what stands before the / of their names). What no topic names is a topic of its own.
create table topic (
  id     text primary key check (id ~ '^[a-z0-9-]{1,64}$'),
  parent text references topic,
  name   text not null,
  words  text[] not null default '{}',
  check (parent <> id)
);

-- How much efficiency, attitude and process weigh in the index, in percent.
create table index_weights (
  id         bigint generated always as identity primary key,
  efficiency integer not null check (efficiency between 0 and 100),
  attitude   integer not null check (attitude between 0 and 100),
  process    integer not null check (process between 0 and 100),
  by         uuid references staff,
  at         timestamptz not null default now(),
  check (efficiency + attitude + process = 100)
);
insert into index_weights (efficiency, attitude, process) values (30, 25, 45);
