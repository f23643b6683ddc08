-- What editors add to the words of a kind: WISH for a human, else a speech act. One list for both, which were two tables.
alter table wish_word rename to editor_word;
alter table editor_word add column kind text not null default 'WISH';
alter table editor_word alter column kind drop default;
-- The same words may be a wish and a speech act, but not two speech acts.
alter table editor_word drop constraint wish_word_form_key;
create unique index editor_word_form on editor_word ((kind = 'WISH'), form);

insert into editor_word (id, kind, words, form, added_by, added_at)
select id, act, words, form, added_by, added_at from speech_act_phrase;

drop table speech_act_phrase;
