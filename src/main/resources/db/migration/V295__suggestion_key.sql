-- Who used the same card in other conversations.
create index suggestion_key on suggestion (key);
