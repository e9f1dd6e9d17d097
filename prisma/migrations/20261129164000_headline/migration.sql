-- What the article was titled when the revision was its newest, and the offset at which that begins behind the text, in
-- UTF-16 units: one more than the text has. Titles of older revisions are not known.
alter table revision
  add column headline text not null default '',
  add column headline_start integer not null default 0;

alter table revision disable trigger revision_immutable;
update revision r set
  headline = coalesce((
    select a.title from article a where a.id = r.article_id and a.revision = r.number
  ), ''),
  headline_start = length(r.text) + length(regexp_replace(r.text, '[\u0001-\uFFFF]', '', 'g')) + 1;
alter table revision enable trigger revision_immutable;

alter table revision
  alter column headline drop default,
  alter column headline_start drop default;
