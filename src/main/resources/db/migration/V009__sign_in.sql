-- Wrong passwords of late, a row for each login and address; forgotten after a while (see SignIn).
create table sign_in_miss (
  login   text not null,
  address text not null,
  misses  integer not null,
  since   timestamptz not null,
  primary key (login, address)
);
