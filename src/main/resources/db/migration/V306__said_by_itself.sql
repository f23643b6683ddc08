-- noticed: the agent's words carried the card, nobody pressed anything. unsaid: somebody took that back.
alter table suggestion_use
  add column noticed boolean not null default false,
  drop constraint suggestion_use_how_check,
  add constraint suggestion_use_how_check check (how in ('insert', 'copy', 'said', 'dismiss', 'unsaid'));
