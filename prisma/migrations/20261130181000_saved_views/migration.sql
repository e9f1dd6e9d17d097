-- Lists with their filters, order and columns, kept under a name.
create table saved_view (
  id uuid primary key,
  owner_id uuid not null references "user" (id) on update cascade on delete restrict,
  list text not null,
  name text not null,
  query text not null,
  shared boolean not null default false,
  version integer not null default 1,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  removed_at timestamptz(3)
);

create index saved_view_owner_id_name_idx on saved_view (owner_id, name);
create index saved_view_shared_name_idx on saved_view (shared, name);

alter table "user" add column start_view_id uuid references saved_view (id) on update cascade on delete set null;
create index user_start_view_id_idx on "user" (start_view_id);
