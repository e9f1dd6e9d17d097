-- The links of a text, as it was taken in; texts from before have none.
alter table revision add column links jsonb not null default '[]';
