-- Tokens of programs and people beside the admin token; only what a token hashes to is kept.
create table api_tokens (
  name varchar(64) primary key,
  hash varchar(64) not null,
  scope varchar(16) not null,
  person varchar(255),
  made_at timestamp(6) with time zone not null,
  expires_at timestamp(6) with time zone not null,
  used_at timestamp(6) with time zone
);

create unique index api_tokens_hash on api_tokens (hash);
