-- Accounts that people linked to themselves by a one-time code.
create table linked_accounts (
  account varchar(512) primary key,
  platform varchar(255) not null,
  account_id varchar(255) not null,
  person varchar(255) not null,
  linked_at timestamp(6) with time zone not null
);

create index linked_accounts_person on linked_accounts (person, linked_at);

create table link_codes (
  hash varchar(64) primary key,
  person varchar(255) not null,
  platform varchar(255) not null,
  expires_at timestamp(6) with time zone not null,
  used boolean not null
);

create index link_codes_person on link_codes (person, expires_at);
