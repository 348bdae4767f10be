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

            migrationBuilder.CreateIndex(
                name: "ix_submitted_reports_schedule_id",
                table: "submitted_reports",
                column: "schedule_id");

            migrationBuilder.CreateIndex(
                name: "ix_report_schedules_programme_id",
                table: "report_schedules",
                column: "programme_id");

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
                name: "report_schedules");

            migrationBuilder.DropIndex(
                name: "ix_submitted_reports_schedule_id",
                table: "submitted_reports");

            migrationBuilder.DropColumn(
                name: "due",
                table: "submitted_reports");

            migrationBuilder.DropColumn(
                name: "schedule_id",
                table: "submitted_reports");
        }
    }
}
