using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace EffectiveSchool.Data.Migrations
{
    /// <inheritdoc />
    public partial class Support : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_import_rows_import_batches_batch_id",
                table: "import_rows");

            migrationBuilder.DropForeignKey(
                name: "fk_result_changes_import_batches_batch_id",
                table: "result_changes");

            migrationBuilder.AddColumn<Guid>(
                name: "author_id",
                table: "work_evidence",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "removed_at",
                table: "work_evidence",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "removed_by",
                table: "work_evidence",
                type: "character varying(300)",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "removed_reason",
                table: "work_evidence",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "previous_visit_at",
                table: "users",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "visited_at",
                table: "users",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "due",
                table: "submitted_reports",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "schedule_id",
                table: "submitted_reports",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "origin",
                table: "roadmaps",
                type: "character varying(1200)",
                maxLength: 1200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "copied_from_id",
                table: "programmes",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "parent_id",
                table: "programmes",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "review",
                table: "programmes",
                type: "character varying(20)",
                maxLength: 20,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "amended_in",
                table: "occurrence_works",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "retired_in",
                table: "activity_occurrences",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "added_in",
                table: "activities",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "expected_by_hand",
                table: "activities",
                type: "jsonb",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "source_activity_id",
                table: "activities",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "withdrawn_in",
                table: "activities",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "written_term",
                table: "activities",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "event_rules",
                columns: table => new
                {
                    region_id = table.Column<int>(type: "integer", nullable: false),
                    kinds = table.Column<string>(type: "jsonb", nullable: false),
                    norms = table.Column<string>(type: "jsonb", nullable: false),
                    material_days = table.Column<int>(type: "integer", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_event_rules", x => x.region_id);
                    table.ForeignKey(
                        name: "fk_event_rules_regions_region_id",
                        column: x => x.region_id,
                        principalTable: "regions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "events",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    region_id = table.Column<int>(type: "integer", nullable: false),
                    municipality_id = table.Column<int>(type: "integer", nullable: true),
                    school_id = table.Column<int>(type: "integer", nullable: true),
                    author = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    title = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    kind = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    nature = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    to = table.Column<DateOnly>(type: "date", nullable: false),
                    place = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    link = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    host_school_id = table.Column<int>(type: "integer", nullable: true),
                    hours = table.Column<decimal>(type: "numeric", nullable: true),
                    activity_id = table.Column<int>(type: "integer", nullable: true),
                    occurrence_id = table.Column<int>(type: "integer", nullable: true),
                    material_days = table.Column<int>(type: "integer", nullable: true),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_events", x => x.id);
                    table.CheckConstraint("ck_events_level", "municipality_id is null or school_id is null");
                    table.ForeignKey(
                        name: "fk_events_activities_activity_id",
                        column: x => x.activity_id,
                        principalTable: "activities",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "fk_events_activity_occurrences_occurrence_id",
                        column: x => x.occurrence_id,
                        principalTable: "activity_occurrences",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "fk_events_municipalities_municipality_id",
                        column: x => x.municipality_id,
                        principalTable: "municipalities",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_events_regions_region_id",
                        column: x => x.region_id,
                        principalTable: "regions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_events_schools_host_school_id",
                        column: x => x.host_school_id,
                        principalTable: "schools",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_events_schools_school_id",
                        column: x => x.school_id,
                        principalTable: "schools",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "monitoring_cycles",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    region_id = table.Column<int>(type: "integer", nullable: false),
                    municipality_id = table.Column<int>(type: "integer", nullable: true),
                    programme_id = table.Column<int>(type: "integer", nullable: true),
                    name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    frequency = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    schools = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    opened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_monitoring_cycles", x => x.id);
                    table.ForeignKey(
                        name: "fk_monitoring_cycles_municipalities_municipality_id",
                        column: x => x.municipality_id,
                        principalTable: "municipalities",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_monitoring_cycles_programmes_programme_id",
                        column: x => x.programme_id,
                        principalTable: "programmes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_monitoring_cycles_regions_region_id",
                        column: x => x.region_id,
                        principalTable: "regions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "programme_review_events",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    programme_id = table.Column<int>(type: "integer", nullable: false),
                    step = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    author_id = table.Column<Guid>(type: "uuid", nullable: false),
                    author = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_programme_review_events", x => x.id);
                    table.ForeignKey(
                        name: "fk_programme_review_events_programmes_programme_id",
                        column: x => x.programme_id,
                        principalTable: "programmes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "publications",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    region_id = table.Column<int>(type: "integer", nullable: false),
                    municipality_id = table.Column<int>(type: "integer", nullable: true),
                    school_id = table.Column<int>(type: "integer", nullable: true),
                    author_id = table.Column<Guid>(type: "uuid", nullable: false),
                    author = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    programme_id = table.Column<int>(type: "integer", nullable: true),
                    title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    date = table.Column<DateOnly>(type: "date", nullable: false),
                    place = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    link = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_publications", x => x.id);
                    table.ForeignKey(
                        name: "fk_publications_municipalities_municipality_id",
                        column: x => x.municipality_id,
                        principalTable: "municipalities",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_publications_programmes_programme_id",
                        column: x => x.programme_id,
                        principalTable: "programmes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_publications_regions_region_id",
                        column: x => x.region_id,
                        principalTable: "regions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_publications_schools_school_id",
                        column: x => x.school_id,
                        principalTable: "schools",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "report_schedules",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    programme_id = table.Column<int>(type: "integer", nullable: false),
                    region_id = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    sender = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    term = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    days_after = table.Column<int>(type: "integer", nullable: false),
                    cover = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: true),
                    to = table.Column<DateOnly>(type: "date", nullable: true),
                    asked_from = table.Column<DateOnly>(type: "date", nullable: false),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_report_schedules", x => x.id);
                    table.ForeignKey(
                        name: "fk_report_schedules_programmes_programme_id",
                        column: x => x.programme_id,
                        principalTable: "programmes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "responsible_organisations",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    region_id = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_responsible_organisations", x => x.id);
                    table.ForeignKey(
                        name: "fk_responsible_organisations_regions_region_id",
                        column: x => x.region_id,
                        principalTable: "regions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "roadmap_amendments",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    roadmap_id = table.Column<int>(type: "integer", nullable: false),
                    region_id = table.Column<int>(type: "integer", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    order_number = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    order_date = table.Column<DateOnly>(type: "date", nullable: true),
                    author_id = table.Column<Guid>(type: "uuid", nullable: false),
                    author = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_roadmap_amendments", x => x.id);
                    table.ForeignKey(
                        name: "fk_roadmap_amendments_regions_region_id",
                        column: x => x.region_id,
                        principalTable: "regions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_roadmap_amendments_roadmaps_roadmap_id",
                        column: x => x.roadmap_id,
                        principalTable: "roadmaps",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "roadmap_templates",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    region_id = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    to = table.Column<DateOnly>(type: "date", nullable: false),
                    lines = table.Column<string>(type: "jsonb", nullable: false),
                    author_id = table.Column<Guid>(type: "uuid", nullable: false),
                    author = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_roadmap_templates", x => x.id);
                    table.ForeignKey(
                        name: "fk_roadmap_templates_regions_region_id",
                        column: x => x.region_id,
                        principalTable: "regions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "site_check_rounds",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    region_id = table.Column<int>(type: "integer", nullable: false),
                    municipality_id = table.Column<int>(type: "integer", nullable: true),
                    name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    date = table.Column<DateOnly>(type: "date", nullable: false),
                    schools = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    programme_id = table.Column<int>(type: "integer", nullable: true),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_site_check_rounds", x => x.id);
                    table.ForeignKey(
                        name: "fk_site_check_rounds_municipalities_municipality_id",
                        column: x => x.municipality_id,
                        principalTable: "municipalities",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_site_check_rounds_programmes_programme_id",
                        column: x => x.programme_id,
                        principalTable: "programmes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_site_check_rounds_regions_region_id",
                        column: x => x.region_id,
                        principalTable: "regions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "working_groups",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    region_id = table.Column<int>(type: "integer", nullable: false),
                    municipality_id = table.Column<int>(type: "integer", nullable: true),
                    name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    basis = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_working_groups", x => x.id);
                    table.ForeignKey(
                        name: "fk_working_groups_municipalities_municipality_id",
                        column: x => x.municipality_id,
                        principalTable: "municipalities",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_working_groups_regions_region_id",
                        column: x => x.region_id,
                        principalTable: "regions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "event_materials",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    event_id = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    file_id = table.Column<int>(type: "integer", nullable: true),
                    link = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    author = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_event_materials", x => x.id);
                    table.ForeignKey(
                        name: "fk_event_materials_events_event_id",
                        column: x => x.event_id,
                        principalTable: "events",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_event_materials_stored_files_file_id",
                        column: x => x.file_id,
                        principalTable: "stored_files",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "event_schools",
                columns: table => new
                {
                    event_id = table.Column<int>(type: "integer", nullable: false),
                    school_id = table.Column<int>(type: "integer", nullable: false),
                    region_id = table.Column<int>(type: "integer", nullable: false),
                    people = table.Column<int>(type: "integer", nullable: true),
                    managers = table.Column<int>(type: "integer", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_event_schools", x => new { x.event_id, x.school_id });
                    table.ForeignKey(
                        name: "fk_event_schools_events_event_id",
                        column: x => x.event_id,
                        principalTable: "events",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_event_schools_schools_school_id",
                        column: x => x.school_id,
                        principalTable: "schools",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "monitoring_items",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    cycle_id = table.Column<int>(type: "integer", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    unit = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    required = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_monitoring_items", x => x.id);
                    table.ForeignKey(
                        name: "fk_monitoring_items_monitoring_cycles_cycle_id",
                        column: x => x.cycle_id,
                        principalTable: "monitoring_cycles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "monitoring_rounds",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    cycle_id = table.Column<int>(type: "integer", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    stage = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    due = table.Column<DateOnly>(type: "date", nullable: false),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    closed_by = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_monitoring_rounds", x => x.id);
                    table.ForeignKey(
                        name: "fk_monitoring_rounds_monitoring_cycles_cycle_id",
                        column: x => x.cycle_id,
                        principalTable: "monitoring_cycles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "activity_responsibles",
                columns: table => new
                {
                    activity_id = table.Column<int>(type: "integer", nullable: false),
                    key = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    name = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    school_id = table.Column<int>(type: "integer", nullable: true),
                    municipality_id = table.Column<int>(type: "integer", nullable: true),
                    organisation_id = table.Column<int>(type: "integer", nullable: true),
                    user_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_activity_responsibles", x => new { x.activity_id, x.key });
                    table.ForeignKey(
                        name: "fk_activity_responsibles_activities_activity_id",
                        column: x => x.activity_id,
                        principalTable: "activities",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_activity_responsibles_municipalities_municipality_id",
                        column: x => x.municipality_id,
                        principalTable: "municipalities",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_activity_responsibles_responsible_organisations_organisatio~",
                        column: x => x.organisation_id,
                        principalTable: "responsible_organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_activity_responsibles_schools_school_id",
                        column: x => x.school_id,
                        principalTable: "schools",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_activity_responsibles_users_user_id",
                        column: x => x.user_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "amended_activities",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    amendment_id = table.Column<int>(type: "integer", nullable: false),
                    activity_id = table.Column<int>(type: "integer", nullable: false),
                    step = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    changes = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_amended_activities", x => x.id);
                    table.ForeignKey(
                        name: "fk_amended_activities_activities_activity_id",
                        column: x => x.activity_id,
                        principalTable: "activities",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_amended_activities_roadmap_amendments_amendment_id",
                        column: x => x.amendment_id,
                        principalTable: "roadmap_amendments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "site_check_items",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    round_id = table.Column<int>(type: "integer", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_site_check_items", x => x.id);
                    table.ForeignKey(
                        name: "fk_site_check_items_site_check_rounds_round_id",
                        column: x => x.round_id,
                        principalTable: "site_check_rounds",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "site_checks",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    region_id = table.Column<int>(type: "integer", nullable: false),
                    round_id = table.Column<int>(type: "integer", nullable: false),
                    school_id = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_site_checks", x => x.id);
                    table.ForeignKey(
                        name: "fk_site_checks_schools_school_id",
                        column: x => x.school_id,
                        principalTable: "schools",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_site_checks_site_check_rounds_round_id",
                        column: x => x.round_id,
                        principalTable: "site_check_rounds",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "group_members",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    group_id = table.Column<int>(type: "integer", nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: true),
                    person_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    post = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_group_members", x => x.id);
                    table.ForeignKey(
                        name: "fk_group_members_users_user_id",
                        column: x => x.user_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_group_members_working_groups_group_id",
                        column: x => x.group_id,
                        principalTable: "working_groups",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "meetings",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    group_id = table.Column<int>(type: "integer", nullable: false),
                    region_id = table.Column<int>(type: "integer", nullable: false),
                    municipality_id = table.Column<int>(type: "integer", nullable: true),
                    date = table.Column<DateOnly>(type: "date", nullable: false),
                    place = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    present = table.Column<int>(type: "integer", nullable: true),
                    agenda = table.Column<string>(type: "jsonb", nullable: false),
                    protocol_number = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    protocol_date = table.Column<DateOnly>(type: "date", nullable: true),
                    file_id = table.Column<int>(type: "integer", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_meetings", x => x.id);
                    table.ForeignKey(
                        name: "fk_meetings_municipalities_municipality_id",
                        column: x => x.municipality_id,
                        principalTable: "municipalities",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_meetings_regions_region_id",
                        column: x => x.region_id,
                        principalTable: "regions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_meetings_stored_files_file_id",
                        column: x => x.file_id,
                        principalTable: "stored_files",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_meetings_working_groups_group_id",
                        column: x => x.group_id,
                        principalTable: "working_groups",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "monitoring_submissions",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    region_id = table.Column<int>(type: "integer", nullable: false),
                    round_id = table.Column<int>(type: "integer", nullable: false),
                    school_id = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    submitted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_monitoring_submissions", x => x.id);
                    table.ForeignKey(
                        name: "fk_monitoring_submissions_monitoring_rounds_round_id",
                        column: x => x.round_id,
                        principalTable: "monitoring_rounds",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_monitoring_submissions_schools_school_id",
                        column: x => x.school_id,
                        principalTable: "schools",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "site_marks",
                columns: table => new
                {
                    check_id = table.Column<int>(type: "integer", nullable: false),
                    item_id = table.Column<int>(type: "integer", nullable: false),
                    region_id = table.Column<int>(type: "integer", nullable: false),
                    present = table.Column<bool>(type: "boolean", nullable: false),
                    link = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    note = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    author = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_site_marks", x => new { x.check_id, x.item_id });
                    table.ForeignKey(
                        name: "fk_site_marks_site_check_items_item_id",
                        column: x => x.item_id,
                        principalTable: "site_check_items",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_site_marks_site_checks_check_id",
                        column: x => x.check_id,
                        principalTable: "site_checks",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "meeting_decisions",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    meeting_id = table.Column<int>(type: "integer", nullable: false),
                    region_id = table.Column<int>(type: "integer", nullable: false),
                    text = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    responsible = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    term = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    dues = table.Column<string>(type: "jsonb", nullable: false),
                    done_count = table.Column<int>(type: "integer", nullable: false),
                    next_due = table.Column<DateOnly>(type: "date", nullable: true),
                    done_note = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_meeting_decisions", x => x.id);
                    table.ForeignKey(
                        name: "fk_meeting_decisions_meetings_meeting_id",
                        column: x => x.meeting_id,
                        principalTable: "meetings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "monitoring_answers",
                columns: table => new
                {
                    submission_id = table.Column<int>(type: "integer", nullable: false),
                    item_id = table.Column<int>(type: "integer", nullable: false),
                    region_id = table.Column<int>(type: "integer", nullable: false),
                    text = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    number = table.Column<decimal>(type: "numeric(18,4)", precision: 18, scale: 4, nullable: true),
                    yes = table.Column<bool>(type: "boolean", nullable: true),
                    file_id = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_monitoring_answers", x => new { x.submission_id, x.item_id });
                    table.ForeignKey(
                        name: "fk_monitoring_answers_monitoring_items_item_id",
                        column: x => x.item_id,
                        principalTable: "monitoring_items",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_monitoring_answers_monitoring_submissions_submission_id",
                        column: x => x.submission_id,
                        principalTable: "monitoring_submissions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_monitoring_answers_stored_files_file_id",
                        column: x => x.file_id,
                        principalTable: "stored_files",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "monitoring_events",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    submission_id = table.Column<int>(type: "integer", nullable: false),
                    step = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    text = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    author_id = table.Column<Guid>(type: "uuid", nullable: false),
                    author = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_monitoring_events", x => x.id);
                    table.ForeignKey(
                        name: "fk_monitoring_events_monitoring_submissions_submission_id",
                        column: x => x.submission_id,
                        principalTable: "monitoring_submissions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_work_events_at",
                table: "work_events",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_submitted_reports_schedule_id",
                table: "submitted_reports",
                column: "schedule_id");

            migrationBuilder.CreateIndex(
                name: "ix_schools_region_id",
                table: "schools",
                column: "region_id")
                .Annotation("Npgsql:IndexInclude", new[] { "id", "municipality_id", "pupils" });

            migrationBuilder.CreateIndex(
                name: "ix_programmes_copied_from_id",
                table: "programmes",
                column: "copied_from_id");

            migrationBuilder.CreateIndex(
                name: "ix_programmes_parent_id",
                table: "programmes",
                column: "parent_id");

            migrationBuilder.CreateIndex(
                name: "ix_activities_source_activity_id",
                table: "activities",
                column: "source_activity_id");

            migrationBuilder.CreateIndex(
                name: "ix_activity_responsibles_municipality_id",
                table: "activity_responsibles",
                column: "municipality_id");

            migrationBuilder.CreateIndex(
                name: "ix_activity_responsibles_organisation_id",
                table: "activity_responsibles",
                column: "organisation_id");

            migrationBuilder.CreateIndex(
                name: "ix_activity_responsibles_school_id",
                table: "activity_responsibles",
                column: "school_id");

            migrationBuilder.CreateIndex(
                name: "ix_activity_responsibles_user_id",
                table: "activity_responsibles",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_amended_activities_activity_id",
                table: "amended_activities",
                column: "activity_id");

            migrationBuilder.CreateIndex(
                name: "ix_amended_activities_amendment_id",
                table: "amended_activities",
                column: "amendment_id");

            migrationBuilder.CreateIndex(
                name: "ix_event_materials_event_id",
                table: "event_materials",
                column: "event_id");

            migrationBuilder.CreateIndex(
                name: "ix_event_materials_file_id",
                table: "event_materials",
                column: "file_id");

            migrationBuilder.CreateIndex(
                name: "ix_event_schools_school_id",
                table: "event_schools",
                column: "school_id");

            migrationBuilder.CreateIndex(
                name: "ix_events_activity_id",
                table: "events",
                column: "activity_id");

            migrationBuilder.CreateIndex(
                name: "ix_events_host_school_id",
                table: "events",
                column: "host_school_id");

            migrationBuilder.CreateIndex(
                name: "ix_events_municipality_id",
                table: "events",
                column: "municipality_id");

            migrationBuilder.CreateIndex(
                name: "ix_events_occurrence_id",
                table: "events",
                column: "occurrence_id");

            migrationBuilder.CreateIndex(
                name: "ix_events_region_id_from",
                table: "events",
                columns: new[] { "region_id", "from" });

            migrationBuilder.CreateIndex(
                name: "ix_events_school_id",
                table: "events",
                column: "school_id");

            migrationBuilder.CreateIndex(
                name: "ix_group_members_group_id",
                table: "group_members",
                column: "group_id");

            migrationBuilder.CreateIndex(
                name: "ix_group_members_user_id",
                table: "group_members",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_meeting_decisions_meeting_id",
                table: "meeting_decisions",
                column: "meeting_id");

            migrationBuilder.CreateIndex(
                name: "ix_meeting_decisions_next_due",
                table: "meeting_decisions",
                column: "next_due");

            migrationBuilder.CreateIndex(
                name: "ix_meetings_file_id",
                table: "meetings",
                column: "file_id");

            migrationBuilder.CreateIndex(
                name: "ix_meetings_group_id",
                table: "meetings",
                column: "group_id");

            migrationBuilder.CreateIndex(
                name: "ix_meetings_municipality_id",
                table: "meetings",
                column: "municipality_id");

            migrationBuilder.CreateIndex(
                name: "ix_meetings_region_id",
                table: "meetings",
                column: "region_id");

            migrationBuilder.CreateIndex(
                name: "ix_monitoring_answers_file_id",
                table: "monitoring_answers",
                column: "file_id");

            migrationBuilder.CreateIndex(
                name: "ix_monitoring_answers_item_id",
                table: "monitoring_answers",
                column: "item_id");

            migrationBuilder.CreateIndex(
                name: "ix_monitoring_cycles_municipality_id",
                table: "monitoring_cycles",
                column: "municipality_id");

            migrationBuilder.CreateIndex(
                name: "ix_monitoring_cycles_programme_id",
                table: "monitoring_cycles",
                column: "programme_id");

            migrationBuilder.CreateIndex(
                name: "ix_monitoring_cycles_region_id",
                table: "monitoring_cycles",
                column: "region_id");

            migrationBuilder.CreateIndex(
                name: "ix_monitoring_events_submission_id",
                table: "monitoring_events",
                column: "submission_id");

            migrationBuilder.CreateIndex(
                name: "ix_monitoring_items_cycle_id",
                table: "monitoring_items",
                column: "cycle_id");

            migrationBuilder.CreateIndex(
                name: "ix_monitoring_rounds_cycle_id",
                table: "monitoring_rounds",
                column: "cycle_id");

            migrationBuilder.CreateIndex(
                name: "ix_monitoring_submissions_round_id_school_id",
                table: "monitoring_submissions",
                columns: new[] { "round_id", "school_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_monitoring_submissions_school_id",
                table: "monitoring_submissions",
                column: "school_id");

            migrationBuilder.CreateIndex(
                name: "ix_programme_review_events_programme_id",
                table: "programme_review_events",
                column: "programme_id");

            migrationBuilder.CreateIndex(
                name: "ix_publications_municipality_id",
                table: "publications",
                column: "municipality_id");

            migrationBuilder.CreateIndex(
                name: "ix_publications_programme_id",
                table: "publications",
                column: "programme_id");

            migrationBuilder.CreateIndex(
                name: "ix_publications_region_id_date",
                table: "publications",
                columns: new[] { "region_id", "date" });

            migrationBuilder.CreateIndex(
                name: "ix_publications_school_id",
                table: "publications",
                column: "school_id");

            migrationBuilder.CreateIndex(
                name: "ix_report_schedules_programme_id",
                table: "report_schedules",
                column: "programme_id");

            migrationBuilder.CreateIndex(
                name: "ix_responsible_organisations_region_id_name",
                table: "responsible_organisations",
                columns: new[] { "region_id", "name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_roadmap_amendments_region_id",
                table: "roadmap_amendments",
                column: "region_id");

            migrationBuilder.CreateIndex(
                name: "ix_roadmap_amendments_roadmap_id_number",
                table: "roadmap_amendments",
                columns: new[] { "roadmap_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_roadmap_templates_region_id",
                table: "roadmap_templates",
                column: "region_id");

            migrationBuilder.CreateIndex(
                name: "ix_site_check_items_round_id",
                table: "site_check_items",
                column: "round_id");

            migrationBuilder.CreateIndex(
                name: "ix_site_check_rounds_municipality_id",
                table: "site_check_rounds",
                column: "municipality_id");

            migrationBuilder.CreateIndex(
                name: "ix_site_check_rounds_programme_id",
                table: "site_check_rounds",
                column: "programme_id");

            migrationBuilder.CreateIndex(
                name: "ix_site_check_rounds_region_id",
                table: "site_check_rounds",
                column: "region_id");

            migrationBuilder.CreateIndex(
                name: "ix_site_checks_round_id_school_id",
                table: "site_checks",
                columns: new[] { "round_id", "school_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_site_checks_school_id",
                table: "site_checks",
                column: "school_id");

            migrationBuilder.CreateIndex(
                name: "ix_site_marks_item_id",
                table: "site_marks",
                column: "item_id");

            migrationBuilder.CreateIndex(
                name: "ix_working_groups_municipality_id",
                table: "working_groups",
                column: "municipality_id");

            migrationBuilder.CreateIndex(
                name: "ix_working_groups_region_id",
                table: "working_groups",
                column: "region_id");

            migrationBuilder.AddForeignKey(
                name: "fk_activities_activities_source_activity_id",
                table: "activities",
                column: "source_activity_id",
                principalTable: "activities",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "fk_programmes_programmes_copied_from_id",
                table: "programmes",
                column: "copied_from_id",
                principalTable: "programmes",
                principalColumn: "id",
                onDelete: ReferentialAction.SetNull);

            migrationBuilder.AddForeignKey(
                name: "fk_programmes_programmes_parent_id",
                table: "programmes",
                column: "parent_id",
                principalTable: "programmes",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "fk_submitted_reports_report_schedules_schedule_id",
                table: "submitted_reports",
                column: "schedule_id",
                principalTable: "report_schedules",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_activities_activities_source_activity_id",
                table: "activities");

            migrationBuilder.DropForeignKey(
                name: "fk_programmes_programmes_copied_from_id",
                table: "programmes");

            migrationBuilder.DropForeignKey(
                name: "fk_programmes_programmes_parent_id",
                table: "programmes");

            migrationBuilder.DropForeignKey(
                name: "fk_submitted_reports_report_schedules_schedule_id",
                table: "submitted_reports");

            migrationBuilder.DropTable(
                name: "activity_responsibles");

            migrationBuilder.DropTable(
                name: "amended_activities");

            migrationBuilder.DropTable(
                name: "event_materials");

            migrationBuilder.DropTable(
                name: "event_rules");

            migrationBuilder.DropTable(
                name: "event_schools");

            migrationBuilder.DropTable(
                name: "group_members");

            migrationBuilder.DropTable(
                name: "meeting_decisions");

            migrationBuilder.DropTable(
                name: "monitoring_answers");

            migrationBuilder.DropTable(
                name: "monitoring_events");

            migrationBuilder.DropTable(
                name: "programme_review_events");

            migrationBuilder.DropTable(
                name: "publications");

            migrationBuilder.DropTable(
                name: "report_schedules");

            migrationBuilder.DropTable(
                name: "roadmap_templates");

            migrationBuilder.DropTable(
                name: "site_marks");

            migrationBuilder.DropTable(
                name: "responsible_organisations");

            migrationBuilder.DropTable(
                name: "roadmap_amendments");

            migrationBuilder.DropTable(
                name: "events");

            migrationBuilder.DropTable(
                name: "meetings");

            migrationBuilder.DropTable(
                name: "monitoring_items");

            migrationBuilder.DropTable(
                name: "monitoring_submissions");

            migrationBuilder.DropTable(
                name: "site_check_items");

            migrationBuilder.DropTable(
                name: "site_checks");

            migrationBuilder.DropTable(
                name: "working_groups");

            migrationBuilder.DropTable(
                name: "monitoring_rounds");

            migrationBuilder.DropTable(
                name: "site_check_rounds");

            migrationBuilder.DropTable(
                name: "monitoring_cycles");

            migrationBuilder.DropIndex(
                name: "ix_work_events_at",
                table: "work_events");

            migrationBuilder.DropIndex(
                name: "ix_submitted_reports_schedule_id",
                table: "submitted_reports");

            migrationBuilder.DropIndex(
                name: "ix_schools_region_id",
                table: "schools");

            migrationBuilder.DropIndex(
                name: "ix_programmes_copied_from_id",
                table: "programmes");

            migrationBuilder.DropIndex(
                name: "ix_programmes_parent_id",
                table: "programmes");

            migrationBuilder.DropIndex(
                name: "ix_activities_source_activity_id",
                table: "activities");

            migrationBuilder.DropColumn(
                name: "author_id",
                table: "work_evidence");

            migrationBuilder.DropColumn(
                name: "removed_at",
                table: "work_evidence");

            migrationBuilder.DropColumn(
                name: "removed_by",
                table: "work_evidence");

            migrationBuilder.DropColumn(
                name: "removed_reason",
                table: "work_evidence");

            migrationBuilder.DropColumn(
                name: "previous_visit_at",
                table: "users");

            migrationBuilder.DropColumn(
                name: "visited_at",
                table: "users");

            migrationBuilder.DropColumn(
                name: "due",
                table: "submitted_reports");

            migrationBuilder.DropColumn(
                name: "schedule_id",
                table: "submitted_reports");

            migrationBuilder.DropColumn(
                name: "origin",
                table: "roadmaps");

            migrationBuilder.DropColumn(
                name: "copied_from_id",
                table: "programmes");

            migrationBuilder.DropColumn(
                name: "parent_id",
                table: "programmes");

            migrationBuilder.DropColumn(
                name: "review",
                table: "programmes");

            migrationBuilder.DropColumn(
                name: "amended_in",
                table: "occurrence_works");

            migrationBuilder.DropColumn(
                name: "retired_in",
                table: "activity_occurrences");

            migrationBuilder.DropColumn(
                name: "added_in",
                table: "activities");

            migrationBuilder.DropColumn(
                name: "expected_by_hand",
                table: "activities");

            migrationBuilder.DropColumn(
                name: "source_activity_id",
                table: "activities");

            migrationBuilder.DropColumn(
                name: "withdrawn_in",
                table: "activities");

            migrationBuilder.DropColumn(
                name: "written_term",
                table: "activities");

            migrationBuilder.AddForeignKey(
                name: "fk_import_rows_import_batches_batch_id",
                table: "import_rows",
                column: "batch_id",
                principalTable: "import_batches",
                principalColumn: "id",
                onDelete: ReferentialAction.Cascade);

            migrationBuilder.AddForeignKey(
                name: "fk_result_changes_import_batches_batch_id",
                table: "result_changes",
                column: "batch_id",
                principalTable: "import_batches",
                principalColumn: "id",
                onDelete: ReferentialAction.Cascade);
        }
    }
}
