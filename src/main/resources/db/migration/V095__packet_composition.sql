-- What a chat model wrote about a case when it was handed over, checked against the transcript.
alter table handoff add column composition jsonb;
