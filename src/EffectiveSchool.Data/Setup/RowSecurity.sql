-- Row-level security: the second wall behind EF's query filters (Mapping/ScopeFilters.cs says the same in C#).
-- The settings app.scope, app.region, app.municipality, app.schools, app.read_only and app.user are set when a connection opens.
-- Applied after every migration, as owner; the whole file may be run again.

create or replace function app_scope() returns text language sql stable
  as $$ select coalesce(current_setting('app.scope', true), '') $$;
create or replace function app_sees_all() returns boolean language sql stable
  as $$ select app_scope() in ('System', 'Installation') $$;
create or replace function app_sees_region() returns boolean language sql stable
  as $$ select app_scope() = 'Region' $$;
-- An observer: sees no drafts and writes nothing but their own account and journal.
create or replace function app_read_only() returns boolean language sql stable
  as $$ select coalesce(current_setting('app.read_only', true), '') = 'true' $$;
create or replace function app_region() returns integer language sql stable
  as $$ select nullif(current_setting('app.region', true), '')::integer $$;
create or replace function app_sees_drafts() returns boolean language sql stable
  as $$ select app_scope() = 'Region' and not app_read_only() $$;
-- The coordinator of a region keeps the accounts of its people, but not those of coordinators and administrators.
create or replace function app_keeps_accounts() returns boolean language sql stable
  as $$ select app_scope() = 'Region' and not app_read_only() $$;
create or replace function app_keeps_role(user_role text) returns boolean language sql stable
  as $$ select app_sees_all() or (app_keeps_accounts() and user_role not in ('Administrator', 'RegionalCoordinator')) $$;
-- Null unless the scope is one municipality, and an empty list unless it is single schools.
create or replace function app_municipality() returns integer language sql stable
  as $$ select case when app_scope() = 'Municipality' then nullif(current_setting('app.municipality', true), '')::integer end $$;
create or replace function app_schools() returns integer[] language sql stable
  as $$ select case when app_scope() = 'Schools' then string_to_array(current_setting('app.schools', true), ',')::integer[] else '{}' end $$;
create or replace function app_user() returns uuid language sql stable
  as $$ select nullif(current_setting('app.user', true), '')::uuid $$;

-- Whether a code is taken, seen past the scope: an upload must be able to say «школа другого муниципалитета» without
-- showing whose. Owned by the owner, who is not bound by the policies.
create or replace function code_is_taken(region integer, code_kind text, digits text) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  as $$ select exists (select 1 from school_codes c where c.region_id = region and c.kind = code_kind and c.value = digits) $$;

-- What a remembered choice of a school is found by: «FisOko 220311»; of a row without a code the name as written and the
-- municipality it stands under, for two municipalities may each have a «СОШ № 1».
create or replace function alias_key(code_kinds text[], code text, as_written text, municipality text) returns text
  language sql immutable
  as $$ select left(case when code is null then '«' || as_written || '»' || coalesce(', ' || municipality, '')
    else array_to_string(code_kinds, '/') || ' ' || code end, 400) $$;
-- Which addresses have an account, seen past the scope: whoever adds people must learn that an address is taken elsewhere.
create or replace function taken_addresses(addresses text[]) returns setof text
  language sql stable security definer set search_path = public, pg_temp
  as $$ select u.normalized_user_name from users u where u.normalized_user_name = any (addresses) and (app_sees_all() or app_keeps_accounts()) $$;

-- When and by whom a file was applied. A school does not see uploads, but it must see where its own figures came from.
-- Runs past the policies of the batches, so it asks itself what the policy of import_files asks: a foreign key gives nothing.
create or replace function file_origins(file_ids integer[]) returns table (file_id integer, applied_at timestamptz, author text)
  language sql stable security definer set search_path = public, pg_temp
  as $$ select f.id, coalesce(b.applied_at, b.created_at), b.author
        from import_files f join import_batches b on b.id = f.batch_id
        where f.id = any (file_ids) and (app_sees_all() or (f.region_id = app_region()
          and (app_sees_region() or f.municipality_id is null
            or f.municipality_id = app_municipality()
            or exists (select 1 from schools s where s.municipality_id = f.municipality_id and s.id = any (app_schools()))))) $$;

-- Sums of a region's comparisons with the journal, seen past the scope: a school is shown beside its region. Of one or two
-- schools a sum would tell the other's figures, so from three schools on.
create or replace function region_mark_comparisons(region integer) returns table (procedure_id integer, year integer, schools integer, participants bigint, lowered bigint)
  language sql stable security definer set search_path = public, pg_temp
  as $$ select c.procedure_id, c.year, count(*)::integer, sum(c.participants), sum(c.lowered)
        from mark_comparisons c
        where c.region_id = region and (app_sees_all() or region = app_region())
        group by c.procedure_id, c.year having count(*) >= 3 $$;

-- Whether the policy of events shows an event. Runs past the policies, for that of events asks who takes part, and who may be
-- added to them is asked here.
create or replace function event_is_seen(event integer) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  as $$ select exists (select 1 from events e where e.id = event and e.region_id = app_region()
          and (app_sees_region() or (e.municipality_id is null and e.school_id is null) or e.municipality_id = app_municipality()
            or exists (select 1 from schools s where (s.municipality_id = app_municipality() or s.id = any (app_schools()))
              and (s.municipality_id = e.municipality_id or s.id = e.school_id
                or exists (select 1 from event_schools x where x.event_id = e.id and x.school_id = s.id))))) $$;

-- One line a table: which rows are seen, and which scopes may write those they see (besides those that see everything).
do $$
declare
  rule record;
  act text;
begin
  for rule in select * from (values
    ('regions', 'id = (select app_region())', ''),
    ('municipalities', 'region_id = (select app_region()) and ((select app_scope()) <> ''Municipality'' or id = (select app_municipality()))', 'Region'),
    ('schools', 'region_id = (select app_region()) and ((select app_sees_region())
        or municipality_id = (select app_municipality()) or id = any ((select app_schools())::integer[]))', 'Region'),
    ('school_codes', 'region_id = (select app_region()) and ((select app_sees_region()) or exists (select 1 from schools s where s.id = school_id))', 'Region'),
    ('former_school_names', 'exists (select 1 from schools s where s.id = school_id)', 'Region'),
    ('registry_versions', 'region_id = (select app_region())', ''),
    ('registry_uploads', 'region_id = (select app_region()) and (select app_sees_region())', 'Region'),
    ('results', 'region_id = (select app_region()) and ((select app_sees_region()) or exists (select 1 from schools s where s.id = school_id))', 'Region, Municipality'),
    ('not_held_procedures', 'region_id = (select app_region())', ''),
    ('import_batches', 'region_id = (select app_region()) and ((select app_sees_region()) or municipality_id = (select app_municipality()))', 'Region, Municipality'),
    ('import_files', 'region_id = (select app_region())
        and ((select app_sees_region()) or municipality_id is null
          or municipality_id = (select app_municipality())
          or exists (select 1 from schools s where s.municipality_id = import_files.municipality_id))', 'Region, Municipality'),
    ('import_file_contents', 'exists (select 1 from import_files f join import_batches b on b.id = f.batch_id where f.id = file_id)', 'Region, Municipality'),
    ('import_rows', 'exists (select 1 from import_batches b where b.id = batch_id)', 'Region, Municipality'),
    ('result_changes', 'exists (select 1 from import_batches b where b.id = batch_id)', 'Region, Municipality'),
    ('mark_comparisons', 'region_id = (select app_region()) and ((select app_sees_region()) or exists (select 1 from schools s where s.id = school_id))', 'Region, Municipality'),
    ('mark_comparison_changes', 'exists (select 1 from import_batches b where b.id = batch_id)', 'Region, Municipality'),
    ('exam_thresholds', 'region_id = (select app_region())', ''),
    ('column_mappings', 'region_id = (select app_region()) and ((select app_sees_region()) or municipality_id = (select app_municipality()))', 'Region, Municipality'),
    ('school_aliases', 'region_id = (select app_region()) and ((select app_sees_region()) or municipality_id = (select app_municipality()))', 'Region, Municipality'),
    ('collection_campaigns', 'region_id = (select app_region())', 'Region'),
    ('data_confirmations', 'region_id = (select app_region()) and ((select app_sees_region()) or municipality_id = (select app_municipality()))', 'Region, Municipality'),
    ('methodologies', 'region_id = (select app_region())', 'Region'),
    ('lists', 'region_id = (select app_region()) and ((select app_sees_drafts()) or state <> ''Draft'')', 'Region'),
    ('list_schools', 'region_id = (select app_region()) and ((select app_sees_drafts())
        or (exists (select 1 from lists l where l.id = list_id)
          and ((select app_sees_region()) or exists (select 1 from schools s where s.id = school_id))))', 'Region'),
    ('list_bases', 'region_id = (select app_region()) and exists (select 1 from lists l where l.id = list_id)', 'Region'),
    ('list_source_files', 'region_id = (select app_region()) and exists (select 1 from lists l where l.id = list_id)
        and ((select app_sees_region()) or municipality_id is null
          or municipality_id = (select app_municipality())
          or exists (select 1 from schools s where s.municipality_id = list_source_files.municipality_id))', 'Region'),
    ('profile_archives', 'region_id = (select app_region()) and (select app_sees_drafts())', 'Region'),
    ('profile_archive_contents', 'exists (select 1 from profile_archives a where a.id = archive_id)', 'Region'),
    ('imported_lists', 'region_id = (select app_region()) and ((select app_sees_drafts()) or applied_at is not null)', 'Region'),
    ('imported_list_schools', 'region_id = (select app_region()) and ((select app_sees_region()) or exists (select 1 from schools s where s.id = school_id))', 'Region'),
    ('figure_uploads', 'region_id = (select app_region()) and ((select app_sees_region()) or municipality_id = (select app_municipality()))', 'Region, Municipality'),
    ('school_figures', 'region_id = (select app_region()) and ((select app_sees_region()) or exists (select 1 from schools s where s.id = school_id))', 'Region, Municipality'),
    ('published_rows', 'region_id = (select app_region()) and ((select app_sees_region()) or exists (select 1 from schools s where s.id = school_id))', 'Region'),
    ('stored_files', 'region_id = (select app_region()) and ((select app_sees_region()) or (municipality_id is null and school_id is null)
        or municipality_id = (select app_municipality()) or exists (select 1 from schools s where s.id = school_id)
        or exists (select 1 from event_materials m where m.file_id = stored_files.id))
        and ((select app_sees_drafts()) or not exists (select 1 from work_evidence e where e.file_id = stored_files.id and e.removed_at is not null)
          or exists (select 1 from work_evidence e where e.file_id = stored_files.id and e.removed_at is null)
          or exists (select 1 from event_materials m where m.file_id = stored_files.id))', 'Region, Municipality, Schools'),
    ('stored_file_contents', 'exists (select 1 from stored_files f where f.sha256 = stored_file_contents.sha256)', 'Region, Municipality, Schools'),
    ('curator_assignments', 'region_id = (select app_region()) and ((select app_sees_region()) or exists (select 1 from schools s where s.id = school_id))', 'Region'),
    ('partnership_agreements', 'region_id = (select app_region()) and ((select app_sees_region()) or exists (select 1 from schools s where s.id = school_id))', 'Region, Municipality'),
    ('visits', 'region_id = (select app_region()) and ((select app_sees_region()) or exists (select 1 from schools s where s.id = school_id))', 'Region, Schools'),
    ('objections', 'region_id = (select app_region()) and ((select app_sees_region()) or exists (select 1 from schools s where s.id = school_id))', 'Region, Municipality, Schools'),
    ('objection_events', 'exists (select 1 from objections o where o.id = objection_id)', 'Region, Municipality, Schools'),
    ('objection_files', 'exists (select 1 from objections o where o.id = objection_id)', 'Region, Municipality, Schools'),
    ('signed_orders', 'region_id = (select app_region()) and exists (select 1 from lists l where l.id = list_id)', 'Region'),
    ('users', 'id = (select app_user()) or ((select app_keeps_accounts()) and region_id = (select app_region()))', 'None, Region, Municipality, Schools'),
    ('user_schools', 'exists (select 1 from users u where u.id = user_id)', 'Region'),
    ('activation_links', '(select app_keeps_accounts()) and exists (select 1 from users u where u.id = user_id)', 'Region'),
    ('hand_overs', '(select app_keeps_accounts()) and region_id = (select app_region())', 'Region'),
    ('user_uploads', 'author_id = (select app_user())', 'Region'),
    ('reminder_settings', 'user_id = (select app_user())', 'Region, Municipality, Schools'),
    ('digest_letters', 'user_id = (select app_user())', ''),
    ('programmes', 'region_id = (select app_region()) and ((select app_sees_region()) or municipality_id is null
        or (school_id is null and (municipality_id = (select app_municipality()) or exists (select 1 from schools s where s.municipality_id = programmes.municipality_id)))
        or exists (select 1 from schools s where s.id = school_id))', 'Region, Municipality, Schools'),
    ('roadmaps', 'exists (select 1 from programmes p where p.id = programme_id)', 'Region, Municipality, Schools'),
    ('roadmap_sections', 'exists (select 1 from roadmaps r where r.id = roadmap_id)', 'Region, Municipality, Schools'),
    ('activities', 'exists (select 1 from roadmaps r where r.id = roadmap_id)', 'Region, Municipality, Schools'),
    ('activity_occurrences', 'exists (select 1 from activities a where a.id = activity_id)', 'Region, Municipality, Schools'),
    ('roadmap_uploads', 'author_id = (select app_user())', 'Region, Municipality, Schools'),
    ('programme_review_events', 'exists (select 1 from programmes p where p.id = programme_id)', 'Region, Municipality, Schools'),
    ('roadmap_amendments', 'exists (select 1 from roadmaps r where r.id = roadmap_id)', 'Region, Municipality, Schools'),
    ('amended_activities', 'exists (select 1 from activities a where a.id = activity_id)', 'Region, Municipality, Schools'),
    ('roadmap_templates', 'region_id = (select app_region())', 'Region, Municipality, Schools'),
    ('programme_schools', 'region_id = (select app_region()) and ((select app_sees_region()) or exists (select 1 from schools s where s.id = school_id))', 'Region, Municipality'),
    ('occurrence_works', 'region_id = (select app_region()) and ((select app_sees_region())
        or (school_id is null and exists (select 1 from programmes p where p.id = programme_id)) or exists (select 1 from schools s where s.id = school_id))', 'Region, Municipality, Schools'),
    ('work_events', 'exists (select 1 from occurrence_works w where w.id = work_id)', 'Region, Municipality, Schools'),
    ('work_evidence', 'exists (select 1 from occurrence_works w where w.id = work_id)', 'Region, Municipality, Schools'),
    ('responsible_organisations', 'region_id = (select app_region())', 'Region, Municipality, Schools'),
    ('activity_responsibles', 'exists (select 1 from activities a where a.id = activity_id)', 'Region, Municipality, Schools'),
    ('report_schedules', 'exists (select 1 from programmes p where p.id = programme_id)', 'Region, Municipality'),
    ('submitted_reports', 'region_id = (select app_region()) and ((select app_sees_region())
        or municipality_id = (select app_municipality()) or exists (select 1 from schools s where s.id = school_id))', 'Region, Municipality, Schools'),
    ('report_decisions', 'exists (select 1 from submitted_reports r where r.id = report_id)', 'Region, Municipality, Schools'),
    ('events', 'region_id = (select app_region()) and ((select app_sees_region()) or (municipality_id is null and school_id is null)
        or municipality_id = (select app_municipality()) or exists (select 1 from schools s where s.municipality_id = events.municipality_id)
        or exists (select 1 from schools s where s.id = school_id) or exists (select 1 from event_schools e where e.event_id = events.id))', 'Region, Municipality, Schools'),
    ('event_schools', 'region_id = (select app_region()) and ((select app_sees_region()) or exists (select 1 from schools s where s.id = school_id))', 'Region, Municipality, Schools'),
    ('event_materials', 'exists (select 1 from events e where e.id = event_id)', 'Region, Municipality, Schools'),
    ('event_rules', 'region_id = (select app_region())', 'Region'),
    ('monitoring_cycles', 'region_id = (select app_region()) and ((select app_sees_region()) or municipality_id = (select app_municipality())
        or (opened_at is not null and (municipality_id is null or exists (select 1 from schools s where s.municipality_id = monitoring_cycles.municipality_id))))', 'Region, Municipality'),
    ('monitoring_items', 'exists (select 1 from monitoring_cycles c where c.id = cycle_id)', 'Region, Municipality'),
    ('monitoring_rounds', 'exists (select 1 from monitoring_cycles c where c.id = cycle_id)', 'Region, Municipality'),
    ('monitoring_submissions', 'region_id = (select app_region()) and ((select app_sees_region()) or exists (select 1 from schools s where s.id = school_id))', 'Region, Municipality, Schools'),
    ('monitoring_answers', 'exists (select 1 from monitoring_submissions s where s.id = submission_id)', 'Region, Municipality, Schools'),
    ('monitoring_events', 'exists (select 1 from monitoring_submissions s where s.id = submission_id)', 'Region, Municipality, Schools'),
    ('publications', 'region_id = (select app_region()) and ((select app_sees_region())
        or (school_id is null and (municipality_id is null or municipality_id = (select app_municipality())
          or exists (select 1 from schools s where s.municipality_id = publications.municipality_id)))
        or exists (select 1 from schools s where s.id = school_id))', 'Region, Municipality, Schools'),
    ('site_check_rounds', 'region_id = (select app_region()) and ((select app_sees_region()) or municipality_id is null or municipality_id = (select app_municipality())
        or exists (select 1 from schools s where s.municipality_id = site_check_rounds.municipality_id))', 'Region, Municipality'),
    ('site_check_items', 'exists (select 1 from site_check_rounds r where r.id = round_id)', 'Region, Municipality'),
    ('site_checks', 'region_id = (select app_region()) and ((select app_sees_region()) or exists (select 1 from schools s where s.id = school_id))', 'Region, Municipality'),
    ('site_marks', 'exists (select 1 from site_checks c where c.id = check_id)', 'Region, Municipality, Schools'),
    ('working_groups', 'region_id = (select app_region()) and ((select app_sees_region()) or municipality_id is null or municipality_id = (select app_municipality())
        or exists (select 1 from schools s where s.municipality_id = working_groups.municipality_id))', 'Region, Municipality'),
    ('group_members', 'exists (select 1 from working_groups g where g.id = group_id and ((select app_sees_region()) or g.municipality_id = (select app_municipality())))', 'Region, Municipality'),
    ('meetings', 'exists (select 1 from working_groups g where g.id = group_id)', 'Region, Municipality'),
    ('meeting_decisions', 'exists (select 1 from meetings m where m.id = meeting_id)', 'Region, Municipality'),
    ('user_claims', 'user_id = (select app_user())', ''),
    ('user_logins', 'user_id = (select app_user())', ''),
    ('user_tokens', 'user_id = (select app_user())', 'None, Region, Municipality, Schools')
  ) as t(name, condition, writers)
  loop
    execute format('alter table %I enable row level security', rule.name);
    execute format('drop policy if exists scope on %I', rule.name);
    execute format('create policy scope on %I using ((select app_sees_all()) or (%s))', rule.name, rule.condition);
    foreach act in array array['insert', 'update', 'delete']
    loop
      execute format('drop policy if exists %I on %I', 'writers_' || act, rule.name);
      execute format('create policy %I on %I as restrictive for %s %s ((select app_sees_all()) or ((select app_scope()) = any (string_to_array(%L, '', '')) and (%L or not (select app_read_only()))))',
        'writers_' || act, rule.name, act, case when act = 'insert' then 'with check' else 'using' end, rule.writers, rule.name in ('users', 'user_tokens', 'reminder_settings'));
    end loop;
  end loop;
end $$;

-- A file is seen wider than its batch, so what is written must say which batch of one's own it belongs to.
drop policy if exists own_batch on import_files;
create policy own_batch on import_files as restrictive for insert
  with check ((select app_sees_all()) or exists (select 1 from import_batches b where b.id = batch_id));
drop policy if exists own_batch_update on import_files;
create policy own_batch_update on import_files as restrictive for update
  using ((select app_sees_all()) or exists (select 1 from import_batches b where b.id = batch_id));
drop policy if exists own_batch_delete on import_files;
create policy own_batch_delete on import_files as restrictive for delete
  using ((select app_sees_all()) or exists (select 1 from import_batches b where b.id = batch_id));

-- A file of the region is seen by everybody in it, but attached by the region alone; nobody changes or removes a stored file.
drop policy if exists own_file on stored_files;
create policy own_file on stored_files as restrictive for insert
  with check ((select app_sees_all()) or (select app_sees_region()) or municipality_id = (select app_municipality()) or school_id is not null);
do $$
declare
  files text;
begin
  foreach files in array array['stored_files', 'stored_file_contents']
  loop
    execute format('drop policy if exists never_changed on %I', files);
    execute format('create policy never_changed on %I as restrictive for update using ((select app_sees_all()))', files);
    execute format('drop policy if exists never_removed on %I', files);
    execute format('create policy never_removed on %I as restrictive for delete using ((select app_sees_all()))', files);
  end loop;
end $$;

-- Whose a programme is: a municipality keeps its own and those of its schools, a school its own; the region keeps all it sees.
create or replace function app_keeps_programme(programme integer) returns boolean language sql stable
  as $$ select exists (select 1 from programmes p where p.id = programme
      and (app_sees_region() or p.municipality_id = app_municipality() or p.school_id = any (app_schools()))) $$;

-- Everybody sees the programmes of the region, but writes the own alone, and what belongs to them.
do $$
declare
  own record;
  act text;
begin
  for own in select * from (values
    ('programmes', 'municipality_id = (select app_municipality()) or school_id = any ((select app_schools())::integer[])'),
    ('roadmaps', 'app_keeps_programme(programme_id)'),
    ('report_schedules', 'app_keeps_programme(programme_id)'),
    ('roadmap_sections', 'exists (select 1 from roadmaps r where r.id = roadmap_id and app_keeps_programme(r.programme_id))'),
    ('activities', 'exists (select 1 from roadmaps r where r.id = roadmap_id and app_keeps_programme(r.programme_id))'),
    ('activity_occurrences', 'exists (select 1 from activities a join roadmaps r on r.id = a.roadmap_id where a.id = activity_id and app_keeps_programme(r.programme_id))'),
    ('activity_responsibles', 'exists (select 1 from activities a join roadmaps r on r.id = a.roadmap_id where a.id = activity_id and app_keeps_programme(r.programme_id))'),
    ('programme_review_events', 'app_keeps_programme(programme_id)'),
    ('roadmap_amendments', 'exists (select 1 from roadmaps r where r.id = roadmap_id and app_keeps_programme(r.programme_id))'),
    ('amended_activities', 'exists (select 1 from activities a join roadmaps r on r.id = a.roadmap_id where a.id = activity_id and app_keeps_programme(r.programme_id))'),
    ('roadmap_templates', 'author_id = (select app_user())')
  ) as t(name, condition)
  loop
    foreach act in array array['insert', 'update', 'delete']
    loop
      execute format('drop policy if exists %I on %I', 'own_programme_' || act, own.name);
      execute format('create policy %I on %I as restrictive for %s %s ((select app_sees_all()) or (select app_sees_region()) or (%s))',
        'own_programme_' || act, own.name, act, case when act = 'insert' then 'with check' else 'using' end, own.condition);
    end loop;
  end loop;
end $$;

-- Nobody agrees to the own programme: whoever stands above does. What was said and amended is only added to.
drop policy if exists agreed_above on programmes;
create policy agreed_above on programmes as restrictive for update using (true)
  with check ((select app_sees_all()) or (select app_sees_region()) or review is distinct from 'Agreed'
    or (school_id is not null and municipality_id = (select app_municipality())));
drop policy if exists made_unagreed on programmes;
create policy made_unagreed on programmes as restrictive for insert
  with check ((select app_sees_all()) or review is null or review = 'Draft');
do $$
declare
  kept text;
begin
  foreach kept in array array['programme_review_events', 'roadmap_amendments', 'amended_activities']
  loop
    execute format('drop policy if exists never_changed on %I', kept);
    execute format('create policy never_changed on %I as restrictive for update using ((select app_sees_all()))', kept);
    execute format('drop policy if exists never_removed on %I', kept);
    execute format('create policy never_removed on %I as restrictive for delete using ((select app_sees_all()))', kept);
  end loop;
end $$;

-- Who takes part and which works there are, is set by whoever keeps the programme; a work is moved by those who see its school, or
-- by the municipality whose own it is; history, evidence and decisions are only added to. A report is decided on above its sender.
do $$
declare
  own record;
  kept text;
begin
  for own in select * from (values
    ('programme_schools', 'insert', 'app_keeps_programme(programme_id)'),
    ('programme_schools', 'update', 'app_keeps_programme(programme_id)'),
    ('programme_schools', 'delete', 'app_keeps_programme(programme_id)'),
    ('occurrence_works', 'insert', 'app_keeps_programme(programme_id)'),
    ('occurrence_works', 'update', 'school_id is not null or municipality_id = (select app_municipality())'),
    ('occurrence_works', 'delete', 'app_keeps_programme(programme_id)'),
    ('work_events', 'insert', 'exists (select 1 from occurrence_works w where w.id = work_id and (w.school_id is not null or w.municipality_id = (select app_municipality())))'),
    ('work_evidence', 'update', 'exists (select 1 from occurrence_works w where w.id = work_id and (w.school_id is not null or w.municipality_id = (select app_municipality())))'),
    ('work_evidence', 'insert', 'exists (select 1 from occurrence_works w where w.id = work_id and (w.school_id is not null or w.municipality_id = (select app_municipality())))'),
    ('submitted_reports', 'update', 'school_id is not null'),
    ('report_decisions', 'insert', 'exists (select 1 from submitted_reports r where r.id = report_id and r.school_id is not null)')
  ) as t(name, act, condition)
  loop
    execute format('drop policy if exists %I on %I', 'own_work_' || own.act, own.name);
    execute format('create policy %I on %I as restrictive for %s %s ((select app_sees_all()) or (select app_sees_region()) or (%s))',
      'own_work_' || own.act, own.name, own.act, case when own.act = 'insert' then 'with check' else 'using' end, own.condition);
  end loop;
  foreach kept in array array['work_events', 'work_evidence', 'submitted_reports', 'report_decisions']
  loop
    execute format('drop policy if exists never_changed on %I', kept);
    if kept not in ('work_evidence', 'submitted_reports') then
      execute format('create policy never_changed on %I as restrictive for update using ((select app_sees_all()))', kept);
    end if;
    execute format('drop policy if exists never_removed on %I', kept);
    execute format('create policy never_removed on %I as restrictive for delete using ((select app_sees_all()))', kept);
  end loop;
end $$;

-- Of evidence nothing changes but that it is removed, once; a removed one stays.
create or replace function keep_evidence() returns trigger language plpgsql as $$
begin
  if old.removed_at is not null or new.removed_at is null
    or to_jsonb(new) - '{removed_at,removed_by,removed_reason}'::text[] is distinct from to_jsonb(old) - '{removed_at,removed_by,removed_reason}'::text[] then
    raise exception 'evidence is only added and removed, never changed' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
drop trigger if exists keep_evidence on work_evidence;
create trigger keep_evidence before update on work_evidence for each row execute function keep_evidence();

-- Of a submitted report nothing changes but that whoever stands above accepts it or returns it; a returned one stays returned.
create or replace function keep_report() returns trigger language plpgsql as $$
begin
  if old.acceptance is null or old.acceptance = 'Returned' or new.acceptance is null or new.acceptance = 'UnderReview'
    or to_jsonb(new) - 'acceptance' is distinct from to_jsonb(old) - 'acceptance' then
    raise exception 'a submitted report is accepted or returned, never changed' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
drop trigger if exists keep_report on submitted_reports;
create trigger keep_report before update on submitted_reports for each row execute function keep_report();

-- Organisations are named by whoever keeps programmes; only the region corrects and removes them.
do $$
declare
  act text;
begin
  foreach act in array array['update', 'delete']
  loop
    execute format('drop policy if exists %I on responsible_organisations', 'region_' || act);
    execute format('create policy %I on responsible_organisations as restrictive for %s using ((select app_sees_all()) or (select app_sees_region()))', 'region_' || act, act);
  end loop;
end $$;

-- An event is written by whoever holds it, and by the region; who took part, by whoever sees the school. Events and materials stay.
do $$
declare
  own record;
  kept text;
begin
  for own in select * from (values
    ('events', 'insert', 'municipality_id = (select app_municipality()) or exists (select 1 from schools s where s.id = school_id)'),
    ('events', 'update', 'municipality_id = (select app_municipality()) or exists (select 1 from schools s where s.id = school_id)'),
    ('event_schools', 'insert', 'event_is_seen(event_id)'),
    ('event_materials', 'insert', 'exists (select 1 from events e where e.id = event_id
        and (e.municipality_id = (select app_municipality()) or exists (select 1 from schools s where s.id = e.school_id)))')
  ) as t(name, act, condition)
  loop
    execute format('drop policy if exists %I on %I', 'own_event_' || own.act, own.name);
    execute format('create policy %I on %I as restrictive for %s %s ((select app_sees_all()) or (select app_sees_region()) or (%s))',
      'own_event_' || own.act, own.name, own.act, case when own.act = 'insert' then 'with check' else 'using' end, own.condition);
  end loop;
  foreach kept in array array['events', 'event_materials']
  loop
    execute format('drop policy if exists never_removed on %I', kept);
    execute format('create policy never_removed on %I as restrictive for delete using ((select app_sees_all()))', kept);
  end loop;
end $$;
drop policy if exists never_changed on event_materials;
create policy never_changed on event_materials as restrictive for update using ((select app_sees_all()));

-- Monitoring, checks of sites and groups are made by their own level alone; a closed round takes nothing more; history is only added to.
do $$
declare
  own record;
  act text;
  kept text;
begin
  for own in select * from (values
    ('monitoring_cycles', 'municipality_id = (select app_municipality())'),
    ('monitoring_items', 'exists (select 1 from monitoring_cycles c where c.id = cycle_id and c.municipality_id = (select app_municipality()))'),
    ('monitoring_rounds', 'exists (select 1 from monitoring_cycles c where c.id = cycle_id and c.municipality_id = (select app_municipality()))'),
    ('site_check_rounds', 'municipality_id = (select app_municipality())'),
    ('site_check_items', 'exists (select 1 from site_check_rounds r where r.id = round_id and r.municipality_id = (select app_municipality()))'),
    ('site_checks', 'exists (select 1 from site_check_rounds r where r.id = round_id and r.municipality_id = (select app_municipality()))'),
    ('working_groups', 'municipality_id = (select app_municipality())'),
    ('group_members', 'exists (select 1 from working_groups g where g.id = group_id and g.municipality_id = (select app_municipality()))'),
    ('meetings', 'exists (select 1 from working_groups g where g.id = group_id and g.municipality_id = (select app_municipality()))'),
    ('meeting_decisions', 'exists (select 1 from meetings m where m.id = meeting_id and m.municipality_id = (select app_municipality()))'),
    ('publications', 'school_id is not null or municipality_id = (select app_municipality())')
  ) as t(name, condition)
  loop
    foreach act in array array['insert', 'update', 'delete']
    loop
      execute format('drop policy if exists %I on %I', 'own_level_' || act, own.name);
      execute format('create policy %I on %I as restrictive for %s %s ((select app_sees_all()) or (select app_sees_region()) or (%s))',
        'own_level_' || act, own.name, act, case when act = 'insert' then 'with check' else 'using' end, own.condition);
    end loop;
  end loop;
  for own in select * from (values
    ('monitoring_submissions', 'exists (select 1 from monitoring_rounds r where r.id = round_id and r.closed_at is null)'),
    ('monitoring_answers', 'exists (select 1 from monitoring_submissions s join monitoring_rounds r on r.id = s.round_id where s.id = submission_id and r.closed_at is null)'),
    ('monitoring_rounds', 'closed_at is null'),
    ('site_check_rounds', 'closed_at is null'),
    ('site_marks', 'exists (select 1 from site_checks c join site_check_rounds r on r.id = c.round_id where c.id = check_id and r.closed_at is null)')
  ) as t(name, condition)
  loop
    foreach act in array array['insert', 'update', 'delete']
    loop
      execute format('drop policy if exists %I on %I', 'still_open_' || act, own.name);
      execute format('create policy %I on %I as restrictive for %s %s ((select app_sees_all()) or (%s)) %s',
        'still_open_' || act, own.name, act, case when act = 'insert' then 'with check' else 'using' end, own.condition,
        case when act = 'update' then 'with check (true)' else '' end);
    end loop;
  end loop;
  drop policy if exists joined_by_coordinator on monitoring_submissions;
  create policy joined_by_coordinator on monitoring_submissions as restrictive for insert with check ((select app_scope()) <> 'Schools');
  foreach kept in array array['monitoring_events', 'monitoring_submissions']
  loop
    execute format('drop policy if exists never_removed on %I', kept);
    execute format('create policy never_removed on %I as restrictive for delete using ((select app_sees_all()))', kept);
  end loop;
  drop policy if exists never_changed on monitoring_events;
  create policy never_changed on monitoring_events as restrictive for update using ((select app_sees_all()));
end $$;

-- What was done with schools is never deleted; a visit is written under one's own name and corrected by its author or the region.
do $$
declare
  kept text;
begin
  foreach kept in array array['curator_assignments', 'partnership_agreements', 'visits']
  loop
    execute format('drop policy if exists never_removed on %I', kept);
    execute format('create policy never_removed on %I as restrictive for delete using ((select app_sees_all()))', kept);
    execute format('drop policy if exists own_school on %I', kept);
    execute format('create policy own_school on %I as restrictive for insert with check ((select app_sees_all()) or exists (select 1 from schools s where s.id = school_id))', kept);
  end loop;
end $$;
drop policy if exists own_visit on visits;
create policy own_visit on visits as restrictive for insert with check ((select app_sees_all()) or author_id = (select app_user()));
drop policy if exists own_visit_update on visits;
create policy own_visit_update on visits as restrictive for update
  using ((select app_sees_all()) or (select app_sees_region()) or author_id = (select app_user()));

-- Schools and municipalities submit and withdraw; only the region decides, and nobody rewrites what was said.
drop policy if exists submitted on objections;
create policy submitted on objections as restrictive for insert
  with check ((select app_sees_all()) or (state = 'Submitted' and correction_batch_id is null));
drop policy if exists decided_by_region on objections;
create policy decided_by_region on objections as restrictive for update using (true)
  with check ((select app_sees_all()) or (select app_sees_region()) or (state in ('Submitted', 'Withdrawn', 'UnderReview') and correction_batch_id is null));
drop policy if exists never_removed on objections;
create policy never_removed on objections as restrictive for delete using ((select app_sees_all()));
drop policy if exists never_rewritten on objection_events;
create policy never_rewritten on objection_events as restrictive for update using ((select app_sees_all()));
drop policy if exists never_removed on objection_events;
create policy never_removed on objection_events as restrictive for delete using ((select app_sees_all()));

-- Cookies are signed with these keys: the portal itself reads them, no person does.
alter table data_protection_keys enable row level security;
drop policy if exists scope on data_protection_keys;
create policy scope on data_protection_keys using ((select app_scope()) = 'System');

-- The journal: one's own act may be appended, the region reads its own, everybody their own acts; nobody alters it.
alter table audit enable row level security;
drop policy if exists append on audit;
create policy append on audit for insert with check ((select app_sees_all())
  or (user_id is not distinct from (select app_user()) and (region_id is null or region_id = (select app_region()))));
drop policy if exists reading on audit;
create policy reading on audit for select
  using ((select app_sees_all())
    or ((select app_sees_region()) and region_id = (select app_region()))
    or user_id = (select app_user()));

-- Of the accounts it sees a region writes its own row and those of the roles it keeps; nobody but an administrator deletes one.
drop policy if exists kept_insert on users;
create policy kept_insert on users as restrictive for insert with check ((select app_sees_all()) or app_keeps_role(role));
drop policy if exists kept_update on users;
create policy kept_update on users as restrictive for update using ((select app_sees_all()) or id = (select app_user()) or app_keeps_role(role));
drop policy if exists kept_delete on users;
create policy kept_delete on users as restrictive for delete using ((select app_sees_all()));

-- Schools of a person, links and hand-overs belong to an account that one keeps, and a school to one's own region.
do $$
declare
  kept record;
  act text;
begin
  for kept in select * from (values
    ('user_schools', 'exists (select 1 from users u where u.id = user_id and app_keeps_role(u.role)) and exists (select 1 from schools s where s.id = school_id)'),
    ('activation_links', 'exists (select 1 from users u where u.id = user_id and app_keeps_role(u.role))'),
    ('hand_overs', 'exists (select 1 from users u where u.id = from_user_id and app_keeps_role(u.role)) and exists (select 1 from users u where u.id = to_user_id and app_keeps_role(u.role))')
  ) as t(name, condition)
  loop
    foreach act in array array['insert', 'update', 'delete']
    loop
      execute format('drop policy if exists %I on %I', 'kept_' || act, kept.name);
      execute format('create policy %I on %I as restrictive for %s %s ((select app_sees_all()) or (%s))',
        'kept_' || act, kept.name, act, case when act = 'insert' then 'with check' else 'using' end, kept.condition);
    end loop;
  end loop;
end $$;

-- A person may change their own row (password, lockout), never what it entitles them to. A regional coordinator may change
-- that of the people of the own region, between the roles that the region keeps.
create or replace function keep_own_rights() returns trigger language plpgsql as $$
begin
  if not app_sees_all()
    and not (new.id is distinct from app_user() and old.region_id = app_region() and new.region_id = app_region()
      and app_keeps_role(old.role) and app_keeps_role(new.role))
    and (new.role, new.region_id, new.municipality_id, new.is_closed) is distinct from (old.role, old.region_id, old.municipality_id, old.is_closed) then
    raise exception 'role and scope are changed by whoever keeps the account' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
drop trigger if exists keep_own_rights on users;
create trigger keep_own_rights before update on users for each row execute function keep_own_rights();

-- Counts the changes of a region's schools, past the policies: whoever may change a school need not see its region's count.
create or replace function count_registry_change() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into registry_versions as v (region_id, changes)
  select distinct region_id, 1 from changed order by region_id
  on conflict (region_id) do update set changes = v.changes + 1;
  return null;
end $$;
do $$
declare
  act text;
begin
  foreach act in array array['insert', 'update', 'delete']
  loop
    execute format('drop trigger if exists %I on schools', 'count_' || act);
    execute format('create trigger %I after %s on schools referencing %s table as changed for each statement execute function count_registry_change()',
      'count_' || act, act, case when act = 'delete' then 'old' else 'new' end);
  end loop;
end $$;

-- Plans stored before the first wording of a term was kept apart: the term they have is the first one known.
update activities set written_term = term where written_term = '';

-- Editions made before a list stayed in force until its edition was published: the list that schools saw is in force again.
update lists former set state = 'Preliminary'
where former.state = 'Replaced' and former.approved_at is null
  and exists (select 1 from lists edition where edition.replaces_id = former.id and edition.state = 'Draft');
