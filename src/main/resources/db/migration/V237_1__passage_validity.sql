-- Passages that are valid from or to some day: who asks for an offer that has ended, or is still to come, is told so.
create index passage_valid_from on passage (valid_from) where valid_from is not null;
create index passage_valid_to on passage (valid_to) where valid_to is not null;
