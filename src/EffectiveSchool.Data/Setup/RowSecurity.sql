-- Row-level security: the second wall behind EF's query filters (Mapping/ScopeFilters.cs says the same in C#).
-- The settings app.scope, app.region, app.municipality, app.schools and app.user are set when a connection opens.
-- Applied after every migration, as owner; the whole file may be run again.

create or replace function app_sees_all() returns boolean language sql stable
  as $$ select current_setting('app.scope', true) in ('System', 'Installation') $$;
create or replace function app_sees_region() returns boolean language sql stable
  as $$ select current_setting('app.scope', true) = 'Region' $$;
create or replace function app_region() returns integer language sql stable
  as $$ select nullif(current_setting('app.region', true), '')::integer $$;
create or replace function app_municipality() returns integer language sql stable
  as $$ select nullif(current_setting('app.municipality', true), '')::integer $$;
create or replace function app_schools() returns integer[] language sql stable
  as $$ select string_to_array(nullif(current_setting('app.schools', true), ''), ',')::integer[] $$;
create or replace function app_user() returns uuid language sql stable
  as $$ select nullif(current_setting('app.user', true), '')::uuid $$;

-- Which municipality holds a code, seen past the scope: an upload must be able to say «школа другого муниципалитета»
-- without showing whose. Owned by the owner, who is not bound by the policies.
create or replace function code_is_taken(region integer, code_kind text, digits text) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  as $$ select exists (select 1 from school_codes c where c.region_id = region and c.kind = code_kind and c.value = digits) $$;

-- When and by whom a file was applied. A school does not see uploads, but it must see where its own figures came from;
-- the caller asks for files of results that it can read.
create or replace function file_origins(file_ids integer[]) returns table (file_id integer, applied_at timestamptz, author text)
  language sql stable security definer set search_path = public, pg_temp
  as $$ select f.id, coalesce(b.applied_at, b.created_at), b.author
        from import_files f join import_batches b on b.id = f.batch_id where f.id = any (file_ids) $$;

do $$
declare
  rule record;
begin
  for rule in select * from (values
    ('regions', 'id = (select app_region())'),
    ('municipalities', 'region_id = (select app_region()) and ((select app_municipality()) is null or id = (select app_municipality()))'),
    ('schools', 'region_id = (select app_region())
        and ((select app_municipality()) is null or municipality_id = (select app_municipality()))
        and ((select app_schools()) is null or id = any (coalesce((select app_schools()), ''{}'')))'),
    ('school_codes', 'region_id = (select app_region()) and ((select app_sees_region()) or exists (select 1 from schools s where s.id = school_id))'),
    ('former_school_names', 'exists (select 1 from schools s where s.id = school_id)'),
    ('registry_uploads', 'region_id = (select app_region()) and (select app_sees_region())'),
    ('results', 'region_id = (select app_region()) and ((select app_sees_region()) or exists (select 1 from schools s where s.id = school_id))'),
    ('not_held_procedures', 'region_id = (select app_region())'),
    ('import_batches', 'region_id = (select app_region()) and (select app_schools()) is null
        and ((select app_municipality()) is null or municipality_id = (select app_municipality()))'),
    ('import_files', 'region_id = (select app_region())
        and ((select app_sees_region()) or municipality_id is null
          or municipality_id = (select app_municipality())
          or exists (select 1 from schools s where s.municipality_id = import_files.municipality_id))'),
    ('import_file_contents', 'exists (select 1 from import_files f where f.id = file_id)'),
    ('import_rows', 'exists (select 1 from import_batches b where b.id = batch_id)'),
    ('result_changes', 'exists (select 1 from import_batches b where b.id = batch_id)'),
    ('school_aliases', 'region_id = (select app_region()) and ((select app_municipality()) is null or municipality_id = (select app_municipality()))'),
    ('methodologies', 'region_id = (select app_region())'),
    ('lists', 'region_id = (select app_region()) and ((select app_sees_region()) or state <> ''Draft'')'),
    ('list_schools', 'region_id = (select app_region()) and ((select app_sees_region())
        or (exists (select 1 from lists l where l.id = list_id) and exists (select 1 from schools s where s.id = school_id)))'),
    ('list_bases', 'region_id = (select app_region()) and exists (select 1 from lists l where l.id = list_id)'),
    ('list_source_files', 'region_id = (select app_region()) and exists (select 1 from lists l where l.id = list_id)'),
    ('users', 'id = (select app_user())'),
    ('user_schools', 'user_id = (select app_user())'),
    ('user_claims', 'user_id = (select app_user())'),
    ('user_logins', 'user_id = (select app_user())'),
    ('user_tokens', 'user_id = (select app_user())'),
    ('data_protection_keys', 'false')
  ) as t(name, condition)
  loop
    execute format('alter table %I enable row level security', rule.name);
    execute format('drop policy if exists scope on %I', rule.name);
    execute format('create policy scope on %I using ((select app_sees_all()) or (%s))', rule.name, rule.condition);
  end loop;
end $$;

-- The journal: anybody's act may be appended, the region reads its own, nobody alters it.
alter table audit enable row level security;
drop policy if exists append on audit;
create policy append on audit for insert with check (true);
drop policy if exists reading on audit;
create policy reading on audit for select
  using ((select app_sees_all()) or ((select app_sees_region()) and region_id = (select app_region())));
