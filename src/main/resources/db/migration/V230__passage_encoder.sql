-- Which model made the vectors of the passages: those of two cannot be compared.
create table passage_encoder (
  single    boolean primary key default true check (single),
  model     text not null,
  dimension integer not null check (dimension between 1 and 2000)
);
insert into passage_encoder (model, dimension) values ('bge-small-zh-v1.5-q', 512);
