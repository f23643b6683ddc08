-- Wrong passwords of late, by address, by site, by login, and by place (see Guesses).
drop table sign_in_miss;
create table sign_in_pace (
  kind    text not null check (kind in ('address', 'site', 'login', 'place')),
  subject text not null,
  -- As of that moment; they are forgotten one by one.
  misses  double precision not null,
  at      timestamptz not null,
  -- When the next may be checked.
  next_at timestamptz not null,
  primary key (kind, subject)
) with (fillfactor = 70);

-- Where somebody signed in before.
create table sign_in_place (
  login   text not null,
  address text not null,
  at      timestamptz not null,
  primary key (login, address)
);

-- None for the free ones, then 1, 2, 4 … seconds.
create function guess_delay(misses double precision, free double precision, longest double precision) returns interval
  language sql immutable as $$
    select case when misses <= free then interval '0'
      else least(longest, 2 ^ least(ceil(misses - free) - 1, 30)) * interval '1 second' end
  $$;

-- One-time passwords end. Those that are about get a day from now.
alter table staff add column one_time_until timestamptz;
update staff set one_time_until = now() + interval '1 day' where must_change_password;
