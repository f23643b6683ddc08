-- What editors add to the words by which customers ask for a human. form is the text as messages are compared with it.
create table wish_word (
  id       uuid primary key,
  words    text not null,
  form     text not null unique,
  added_by text not null,
  added_at timestamptz not null default now()
);
