-- Who wrote a part that was written anew since is no longer named, and counts until the next sign-off.
alter table claim_writer add column replaced boolean not null default false;
