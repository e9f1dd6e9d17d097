create type "MailState" as enum ('waiting', 'sent', 'failed');

-- Mail that waits to be sent, was sent, or could not be.
create table mail (
  id uuid primary key,
  key text not null,
  "to" text not null,
  language text not null,
  subject text not null,
  text text not null,
  message_id text not null,
  state "MailState" not null default 'waiting',
  attempts integer not null default 0,
  problem text not null default '',
  answer text not null default '',
  created_at timestamptz(3) not null,
  next_at timestamptz(3),
  sent_at timestamptz(3),
  constraint mail_waits_for_a_time check ((state = 'waiting') = (next_at is not null)),
  constraint mail_sent_at_a_time check ((state = 'sent') = (sent_at is not null))
);

create unique index mail_key_key on mail (key);
create index mail_state_next_at_idx on mail (state, next_at);
