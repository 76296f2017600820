-- The processes that work on this database: a row for as long as one is heard of.
create table nodes (
  id varchar(64) primary key,
  place varchar(512) not null,
  beats bigint not null
);

-- Who wants a running action to stop, and what it said last, for the other processes.
alter table executions add column stop_by varchar(255);
alter table executions add column last_line varchar(1000);

-- What is being changed, by an action of which process: it holds for as long as that is heard of.
create table resource_locks (
  id varchar(64) not null,
  position int not null,
  node varchar(64) not null,
  target varchar(255) not null,
  service varchar(255),
  holder text not null,
  primary key (id, position)
);

-- Whoever wants to hold something changes this row, so that they come one after the other.
create table resource_lock_queue (
  id int primary key,
  turn bigint not null
);

insert into resource_lock_queue (id, turn) values (1, 0);

-- Where something was said lately, by whichever process.
create index conversations_active on conversations (active_at);
