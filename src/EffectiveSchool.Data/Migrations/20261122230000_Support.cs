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
                name: "expected_by_hand",
                table: "activities",
                type: "jsonb",
                nullable: true);

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

            migrationBuilder.CreateIndex(
                name: "ix_work_events_at",
                table: "work_events",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_submitted_reports_schedule_id",
                table: "submitted_reports",
                column: "schedule_id");

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
                name: "ix_report_schedules_programme_id",
                table: "report_schedules",
                column: "programme_id");

            migrationBuilder.CreateIndex(
                name: "ix_responsible_organisations_region_id_name",
                table: "responsible_organisations",
                columns: new[] { "region_id", "name" },
                unique: true);

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
                name: "fk_submitted_reports_report_schedules_schedule_id",
                table: "submitted_reports");

            migrationBuilder.DropTable(
                name: "activity_responsibles");

            migrationBuilder.DropTable(
                name: "report_schedules");

            migrationBuilder.DropTable(
                name: "responsible_organisations");

            migrationBuilder.DropIndex(
                name: "ix_work_events_at",
                table: "work_events");

            migrationBuilder.DropIndex(
                name: "ix_submitted_reports_schedule_id",
                table: "submitted_reports");

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
                name: "expected_by_hand",
                table: "activities");
        }
    }
}
