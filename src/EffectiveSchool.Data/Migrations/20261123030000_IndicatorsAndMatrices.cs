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
            migrationBuilder.AddColumn<int>(
                name: "unmatched_rows",
                table: "imported_lists",
                type: "integer",
                nullable: false,
                defaultValue: 0);

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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "published_rows");

            migrationBuilder.DropColumn(
                name: "unmatched_rows",
                table: "imported_lists");
        }
    }
}
