-- How often somebody may do something: the moment up to which what they did is paid for, whichever instances they asked.
create table rate_limit (
  kind       text not null,
  subject    text not null,
  paid_until timestamptz not null,
  primary key (kind, subject)
) with (fillfactor = 70); -- rows are updated far more often than made

insert into rate_limit (kind, subject, paid_until) select 'upload', customer_id::text, paid_until from upload_pace;
drop table upload_pace;
