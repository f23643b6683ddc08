-- What a conversation was about, as its agent wrote it at the end.
alter table handoff add column category text;
alter table handoff add column summary text;
