-- After a call its agent writes down what it was about, and is offered nothing meanwhile.
alter table presence add column after_call uuid, add column after_call_until timestamptz;
