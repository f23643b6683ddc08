-- What editors add to the words of speech acts (never mind, thanks, an insult). form is the text as messages are compared with it.
create table speech_act_phrase (
  id       uuid primary key,
  act      text not null,
  words    text not null,
  form     text not null unique,
  added_by text not null,
  added_at timestamptz not null default now()
);
