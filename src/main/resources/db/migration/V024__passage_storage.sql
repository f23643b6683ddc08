-- A vector of 512 numbers is just long enough to be stored out of line, where every comparison fetches it again.
alter table passage alter column embedding set storage plain;
update passage set embedding = embedding::text::vector;
