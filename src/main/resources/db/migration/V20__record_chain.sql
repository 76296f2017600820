-- Each entry of the record is chained to the one before by a hash over both. What was written before
-- has no place in the chain until the first start, which gives it one.
alter table audit_events add column position bigint;
alter table audit_events add column previous varchar(64);
alter table audit_events add column hash varchar(64);

-- What a search may ask for besides: which intent an entry is about, which execution.
alter table audit_events add column intent varchar(255) default '' not null;
alter table audit_events add column execution varchar(64) default '' not null;

create unique index audit_events_position on audit_events (position);
create index audit_events_execution on audit_events (execution);

-- The end of the chain: how many entries there are, and the hash of the last one. Whoever adds to the
-- record holds this row until the commit. It is begun once the older entries have their places.
create table audit_head (
  id smallint primary key,
  entries bigint not null,
  hash varchar(64) not null,
  begun boolean not null
);

insert into audit_head (id, entries, hash, begun)
values (1, 0, '0000000000000000000000000000000000000000000000000000000000000000', false);
