-- The secret address at which a person's due work can be read as a calendar. A person has one at most.
create table due_calendar (
  user_id uuid primary key references "user" (id) on update cascade on delete restrict,
  hash text not null,
  language text not null,
  created_at timestamptz(3) not null
);

create unique index due_calendar_hash_key on due_calendar (hash);
