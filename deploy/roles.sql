-- The two roles and the database of the portal on a server of one's own; run once, as a superuser, by psql 15 or newer:
--   OWNER_PASSWORD=… APP_PASSWORD=… psql -v ON_ERROR_STOP=1 -f deploy/roles.sql
-- docker-compose.yml runs it when its server starts on an empty volume.
\set ON_ERROR_STOP on
\getenv owner_password OWNER_PASSWORD
\getenv app_password APP_PASSWORD

-- Owns the tables and migrates; the pages never work as this role.
create role effective_school_owner login nosuperuser nobypassrls nocreatedb nocreaterole noreplication password :'owner_password';

-- The pages work as this one. Every refusal is spelled out although it is the default: row-level security stands on it.
create role effective_school_app login nosuperuser nobypassrls nocreatedb nocreaterole noreplication password :'app_password';

create database effective_school owner effective_school_owner template template0
  encoding 'UTF8' locale_provider icu icu_locale 'ru-RU' locale 'C.UTF-8';
revoke all on database effective_school from public;
grant connect, temporary on database effective_school to effective_school_app;
