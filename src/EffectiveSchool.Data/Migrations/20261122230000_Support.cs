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

            migrationBuilder.CreateIndex(
                name: "ix_submitted_reports_schedule_id",
                table: "submitted_reports",
                column: "schedule_id");

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
                name: "ix_amended_activities_activity_id",
                table: "amended_activities",
                column: "activity_id");

            migrationBuilder.CreateIndex(
                name: "ix_amended_activities_amendment_id",
                table: "amended_activities",
                column: "amendment_id");

            migrationBuilder.CreateIndex(
                name: "ix_programme_review_events_programme_id",
                table: "programme_review_events",
                column: "programme_id");

            migrationBuilder.CreateIndex(
                name: "ix_report_schedules_programme_id",
                table: "report_schedules",
                column: "programme_id");

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
                name: "amended_activities");

            migrationBuilder.DropTable(
                name: "programme_review_events");

            migrationBuilder.DropTable(
                name: "report_schedules");

            migrationBuilder.DropTable(
                name: "roadmap_templates");

            migrationBuilder.DropTable(
                name: "roadmap_amendments");

            migrationBuilder.DropIndex(
                name: "ix_submitted_reports_schedule_id",
                table: "submitted_reports");

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
                name: "source_activity_id",
                table: "activities");

            migrationBuilder.DropColumn(
                name: "withdrawn_in",
                table: "activities");

            migrationBuilder.DropColumn(
                name: "written_term",
                table: "activities");
        }
    }
}
