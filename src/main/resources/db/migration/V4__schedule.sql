-- Confirmed actions that wait for their time, and what became of them.
create table scheduled_actions (
  id varchar(64) primary key,
  conversation varchar(255) not null,
  person varchar(255) not null,
  state varchar(16) not null,
  due_at timestamp(6) with time zone not null,
  scheduled text not null
);

create index scheduled_actions_due on scheduled_actions (state, due_at);

-- Their alarms, as db-scheduler expects them; set anew from the rows above at each start.
create table scheduled_alarms (
  task_name varchar(64) not null,
  task_instance varchar(64) not null,
  task_data bytea,
  execution_time timestamp(6) with time zone not null,
  picked boolean not null,
  picked_by varchar(255),
  last_success timestamp(6) with time zone,
  last_failure timestamp(6) with time zone,
  consecutive_failures int,
  last_heartbeat timestamp(6) with time zone,
  version bigint not null,
  priority smallint,
  primary key (task_name, task_instance)
);

create index scheduled_alarms_due on scheduled_alarms (execution_time);
create index scheduled_alarms_heartbeat on scheduled_alarms (last_heartbeat);
