-- The versions of models that every process is to have; their folders are copies of these.
create table model_versions (
  version varchar(64) primary key,
  created varchar(64) not null
);

-- In pieces, so that nobody has to hold a whole model in memory.
create table model_pieces (
  version varchar(64) not null,
  number int not null,
  piece bytea not null,
  primary key (version, number)
);

-- The version that somebody chose, empty for none, and how often that has changed.
create table model_choice (
  id int primary key,
  version varchar(64) not null,
  turn bigint not null
);

insert into model_choice (id, version, turn) values (1, '', 0);
