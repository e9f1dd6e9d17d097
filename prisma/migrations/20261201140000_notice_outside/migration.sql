-- The name of somebody without an account who caused a notice, as the question names them.
alter table notice add column outside text not null default '';
