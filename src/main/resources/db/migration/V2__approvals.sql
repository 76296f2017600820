-- Critical actions that wait for a second person.
create table approvals (
  id varchar(16) primary key,
  conversation varchar(255) not null,
  person varchar(255) not null,
  requested_at timestamp(6) with time zone not null,
  expires_at timestamp(6) with time zone not null,
  approval text not null
);

create index approvals_expiry on approvals (expires_at);

-- Who gave the second yes.
alter table executions add column approver varchar(255);

-- Where somebody spoke last.
create index heard_messages_person on heard_messages (person, heard_at);
