using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace EffectiveSchool.Data.Migrations
{
    /// <inheritdoc />
    public partial class IndicatorsAndMatrices : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "acceptance",
                table: "submitted_reports",
                type: "character varying(20)",
                maxLength: 20,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "corrections",
                table: "report_schedules",
                type: "jsonb",
                nullable: false,
                defaultValueSql: "'[]'::jsonb");

            migrationBuilder.AddColumn<int>(
                name: "unmatched_rows",
                table: "imported_lists",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "again",
                table: "event_schools",
                type: "integer",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "published_rows",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    region_id = table.Column<int>(type: "integer", nullable: false),
                    list_id = table.Column<int>(type: "integer", nullable: false),
                    school_id = table.Column<int>(type: "integer", nullable: true),
                    sheet = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    row = table.Column<int>(type: "integer", nullable: false),
                    named = table.Column<bool>(type: "boolean", nullable: false),
                    printed = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_published_rows", x => x.id);
                    table.ForeignKey(
                        name: "fk_published_rows_imported_lists_list_id",
                        column: x => x.list_id,
                        principalTable: "imported_lists",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_published_rows_schools_school_id",
                        column: x => x.school_id,
                        principalTable: "schools",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "report_decisions",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    report_id = table.Column<int>(type: "integer", nullable: false),
                    acceptance = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    author_id = table.Column<Guid>(type: "uuid", nullable: false),
                    author = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_report_decisions", x => x.id);
                    table.ForeignKey(
                        name: "fk_report_decisions_submitted_reports_report_id",
                        column: x => x.report_id,
                        principalTable: "submitted_reports",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_published_rows_list_id_row",
                table: "published_rows",
                columns: new[] { "list_id", "row" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_published_rows_list_id_school_id",
                table: "published_rows",
                columns: new[] { "list_id", "school_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_published_rows_school_id",
                table: "published_rows",
                column: "school_id");

            migrationBuilder.CreateIndex(
                name: "ix_report_decisions_report_id",
                table: "report_decisions",
                column: "report_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "published_rows");

            migrationBuilder.DropTable(
                name: "report_decisions");

            migrationBuilder.DropColumn(
                name: "acceptance",
                table: "submitted_reports");

            migrationBuilder.DropColumn(
                name: "corrections",
                table: "report_schedules");

            migrationBuilder.DropColumn(
                name: "unmatched_rows",
                table: "imported_lists");

            migrationBuilder.DropColumn(
                name: "again",
                table: "event_schools");
        }
    }
}
